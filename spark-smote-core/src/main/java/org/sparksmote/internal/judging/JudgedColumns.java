// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.judging;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.columns.InputSchema;

/**
 * The columns of predictions, settled from the schema alone.
 *
 * @param names of the label, the prediction, the weight and the score, or null where there is none
 * @param positions of the same, or -1
 * @param scores how scores are read
 */
public record JudgedColumns(Names names, List<Integer> positions, Scores scores) {

  /** Where a narrow row has what. */
  static final int LABEL = 0;

  static final int PREDICTION = 1;
  static final int WEIGHT = 2;
  static final int SCORE = 3;

  /**
   * Columns by name.
   *
   * @param prediction null if it is not needed
   * @param weight null if all rows count alike
   * @param score null if it is not needed
   * @param raw whether scores are no probabilities
   */
  public record Names(
      String label,
      @Nullable String prediction,
      @Nullable String weight,
      @Nullable String score,
      boolean raw) {

    String scoreParam() {
      return raw ? "rawPredictionCol" : "probabilityCol";
    }
  }

  /**
   * Finds the columns, or says what is wrong with them.
   *
   * @throws org.sparksmote.errors.SmoteException if one is not there, or of another type
   */
  public static JudgedColumns resolve(StructType schema, Names names) {
    ColumnResolver columns = new ColumnResolver(schema);
    List<Integer> positions = new ArrayList<>();
    positions.add(numeric(schema, columns, "labelCol", names.label()));
    positions.add(numeric(schema, columns, "predictionCol", names.prediction()));
    positions.add(numeric(schema, columns, "weightCol", names.weight()));
    String score = names.score();
    int position = score == null ? -1 : columns.find(names.scoreParam(), score);
    positions.add(position);
    boolean vector = position >= 0 && isVector(schema, names, position);
    return new JudgedColumns(names, positions, new Scores(position >= 0, vector, names.raw()));
  }

  private static int numeric(
      StructType schema, ColumnResolver columns, String param, @Nullable String name) {
    if (name == null) {
      return -1;
    }

    int position = columns.find(param, name);
    StructField field = schema.fields()[position];
    if (!(field.dataType() instanceof NumericType)) {
      throw JudgingProblems.notNumeric(param, field.name(), field.dataType().simpleString());
    }

    return position;
  }

  private static boolean isVector(StructType schema, Names names, int position) {
    StructField field = schema.fields()[position];
    boolean vector = field.dataType().equals(SQLDataTypes.VectorType());
    if (!vector && !(field.dataType() instanceof NumericType)) {
      throw JudgingProblems.badScoreType(
          names.scoreParam(), field.name(), field.dataType().simpleString());
    }

    return vector;
  }

  /** What is needed of a dataset, in the order of the constants. */
  Dataset<Row> narrow(Dataset<?> data) {
    Column[] wanted = {
      number(LABEL, Double.NaN), number(PREDICTION, 0), number(WEIGHT, 1), score().as("score")
    };
    // Renamed by position first, so that no name of the user's is ever parsed.
    return data.toDF(InputSchema.safeNames(data.columns().length)).select(wanted);
  }

  private Column number(int which, double otherwise) {
    int position = positions.get(which);
    Column column = position < 0 ? functions.lit(otherwise) : functions.col("_" + position);
    return column.cast(DataTypes.DoubleType).as("" + which);
  }

  private Column score() {
    int position = positions.get(SCORE);
    if (position < 0) {
      return functions.lit(0.0);
    }

    Column column = functions.col("_" + position);
    return scores.vector() ? column : column.cast(DataTypes.DoubleType);
  }
}

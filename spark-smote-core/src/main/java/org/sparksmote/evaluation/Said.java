// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.Arrays;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.ColumnProblems;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.params.EstimatorParams;

/**
 * The three columns in which a classifier says what it thinks of a row.
 *
 * @param prediction of the class
 * @param probability of all classes, a vector
 * @param raw what the probabilities are made of, a vector
 */
record Said(String prediction, String probability, String raw) {

  static Said of(EstimatorParams params) {
    return new Said(
        params.getPredictionCol(), params.getProbabilityCol(), params.getRawPredictionCol());
  }

  /** Whether a classifier says no probabilities, but something that they can be learned from. */
  boolean hasRawOnly(StructType schema) {
    ColumnResolver columns = new ColumnResolver(schema);
    return !columns.has(probability) && columns.has(raw);
  }

  /** The column of vectors by which rows are ordered: of probabilities, or else raw. */
  String scores(StructType schema) {
    return hasRawOnly(schema) ? raw : probability;
  }

  /**
   * The schema behind a classifier with all three columns; refuses one that says none of them.
   *
   * @param classifier its name
   */
  StructType check(StructType schema, String classifier) {
    ColumnResolver columns = new ColumnResolver(schema);
    if (!columns.has(probability) && !columns.has(raw)) {
      throw MetaProblems.noClassifier(classifier, probability, raw);
    }

    StructType all = schema;
    for (String vector : new String[] {probability, raw}) {
      all = columns.has(vector) ? all : all.add(vector, SQLDataTypes.VectorType(), true);
      requireVector(all, vector);
    }

    return columns.has(prediction) ? all : all.add(prediction, DataTypes.DoubleType, true);
  }

  /** Refuses data that has columns of the predictions' names. */
  void requireNew(StructType schema) {
    requireNew(schema, "predictionCol", prediction);
    requireNew(schema, "probabilityCol", probability);
    requireNew(schema, "rawPredictionCol", raw);
  }

  private static void requireNew(StructType schema, String param, String column) {
    if (new ColumnResolver(schema).has(column)) {
      throw ColumnProblems.outputColumnExists(param, column);
    }
  }

  private static void requireVector(StructType schema, String name) {
    ColumnResolver columns = new ColumnResolver(schema);
    StructField field = schema.fields()[columns.find("probabilityCol", name)];
    if (!field.dataType().equals(SQLDataTypes.VectorType())) {
      throw MetaProblems.noVector(name, field.dataType().simpleString());
    }
  }

  /** The rows with other probabilities, and with the raw and the predicted values that follow. */
  Dataset<Row> replaced(Dataset<Row> rows, Column probabilities) {
    Dataset<Row> said = put(rows, probability, probabilities);
    Column given = functions.col(ColumnResolver.quoted(probability));
    UDF1<Vector, Vector> odds = vector -> vector == null ? null : raw(vector);
    said = put(said, raw, functions.udf(odds, SQLDataTypes.VectorType()).apply(given));
    UDF1<Vector, Double> likeliest = // the first of several
        vector -> vector == null ? null : (double) vector.argmax();
    return put(said, prediction, functions.udf(likeliest, DataTypes.DoubleType).apply(given));
  }

  /** Sets a column where it is, with the metadata that it has. */
  static Dataset<Row> put(Dataset<Row> rows, String name, Column value) {
    ColumnResolver columns = new ColumnResolver(rows.schema());
    Metadata metadata =
        Arrays.stream(rows.schema().fields())
            .filter(field -> columns.matches(field.name(), name))
            .map(StructField::metadata)
            .findFirst()
            .orElse(Metadata.empty());
    return rows.withColumn(name, value.as(name, metadata));
  }

  /** Log odds of two classes, as Spark's linear models say them, or the logs of all. */
  private static Vector raw(Vector probability) {
    double[] logs =
        Arrays.stream(probability.toArray())
            .map(p -> StrictMath.log(Math.max(p, Double.MIN_NORMAL)))
            .toArray();
    if (logs.length == 2) {
      double odds = logs[1] - logs[0];
      logs = new double[] {-odds, odds};
    }

    return new DenseVector(logs);
  }
}

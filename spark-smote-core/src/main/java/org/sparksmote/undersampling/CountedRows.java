// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.columns.NominalDemand;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.keeping.RowKey;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.spark.SessionCheck;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.verdicts.SearchParams;

/**
 * A dataset whose classes were counted and whose values were checked, in one job.
 *
 * @param classes by ascending label; only rows with valid features count
 * @param dropInvalid whether the other rows leave
 * @param seed of keys
 */
record CountedRows(
    Dataset<?> data,
    InputSchema input,
    List<ClassCount> classes,
    ClassCounter.Counts counts,
    boolean dropInvalid,
    long seed) {

  /** Checks and counts. */
  static CountedRows of(FeatureUnderSampler<?> stage, int k, boolean idle, Dataset<?> data) {
    SessionCheck.require(data);
    SearchParams params = SearchParams.of(stage, k, idle);
    InputSchema input = columns(stage, k, idle, data.schema());
    ClassCounter.MomentsDemand none = new ClassCounter.MomentsDemand(false, "");
    ClassCounter.Counts counts = ClassCounter.count(params, none, input, data);
    boolean drop = stage.getHandleInvalid().equals("skip") && counts.invalidRows() > 0;
    List<ClassCount> valid = counts.classes().stream().map(CountedRows::valid).toList();
    return new CountedRows(data, input, valid, counts, drop, stage.getSeed());
  }

  private static ClassCount valid(ClassCount count) {
    long usable = count.usable();
    return new ClassCount(count.key(), count.name(), usable, usable, usable, count.digest());
  }

  /** Says what is wrong with the columns, if anything is. */
  static InputSchema columns(Params stage, int k, boolean idle, StructType schema) {
    NominalDemand numbersOnly = new NominalDemand(NominalRule.REFUSED, "", false, true);
    return InputSchema.resolve(SearchParams.of(stage, k, idle), numbersOnly, schema);
  }

  /** The same of other rows, which are some of these. */
  CountedRows with(Dataset<?> some) {
    return new CountedRows(some, input, classes, counts, dropInvalid, seed);
  }

  /** The position of the smallest class; of equally small ones that of the smallest label. */
  int minority() {
    int smallest = 0;
    for (int c = 1; c < classes.size(); c++) {
      smallest = classes.get(c).rows() < classes.get(smallest).rows() ? c : smallest;
    }

    return smallest;
  }

  /** Rows of a class. */
  long rows(int c) {
    return classes.get(c).rows();
  }

  /** Label to the position of its class, as tasks can read it. */
  HashMap<Object, Integer> positions() {
    HashMap<Object, Integer> positions = new HashMap<>();
    for (int c = 0; c < classes.size(); c++) {
      positions.put(classes.get(c).key(), c);
    }

    return positions;
  }

  /**
   * The rows with names by position, and with {@code +class}, {@code +first} and {@code +second},
   * which identify the features, and {@code +key}; class and features are null in rows that only
   * pass.
   */
  Dataset<Row> identified() {
    FeatureReader reader = FeatureReader.of(input);
    Map<Object, Integer> positions = positions();
    UDF1<Row, Row> identity =
        row -> {
          Object label = Labels.key(row.get(0));
          Integer own = label == null ? null : positions.get(label);
          FeatureRow features = new FeatureRow();
          reader.read(row, features);
          return own == null || features.invalid != FeatureRow.VALID
              ? RowFactory.create(null, null, null)
              : RowFactory.create(own, features.key(), features.secondKey());
        };
    StructType type =
        new StructType()
            .add("class", DataTypes.IntegerType, true)
            .add("first", DataTypes.LongType, true)
            .add("second", DataTypes.LongType, true);
    Column cells = functions.struct(input.labelAndFeatures());
    Column key = RowKey.of(input.schema(), seed);
    Dataset<Row> rows =
        data.toDF(InputSchema.safeNames(input.schema().size()))
            .withColumn("+identity", functions.udf(identity, type).apply(cells))
            .withColumn("+class", functions.col("`+identity`.class"))
            .withColumn("+first", functions.col("`+identity`.first"))
            .withColumn("+second", functions.col("`+identity`.second"))
            .withColumn("+key", key)
            .drop("+identity");
    return dropInvalid ? rows.filter("`+class` is not null") : rows;
  }

  /** Rows back under the user's names. */
  Dataset<Row> original(Dataset<Row> rows) {
    Column[] cells = InputSchema.safeColumns(input.schema().size()).toArray(new Column[0]);
    return rows.select(cells).toDF(input.schema().fieldNames());
  }

  /** Tells rows of one key apart that are not the same. */
  Column spelling() {
    return RowKey.spelling(input.schema());
  }
}

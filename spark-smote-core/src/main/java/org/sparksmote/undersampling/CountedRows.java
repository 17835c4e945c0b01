// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.keeping.RowKey;
import org.sparksmote.internal.spark.SessionCheck;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.ClassSizes;
import org.sparksmote.internal.verdicts.RowIdentity;
import org.sparksmote.internal.verdicts.SearchParams;
import org.sparksmote.internal.weights.BalanceSettings;
import org.sparksmote.internal.weights.BalanceWeights;

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
    InputSchema input = params.columns(data.schema());
    ClassCounter.Counts counts = ClassCounter.count(params, ClassCounter.Demand.NONE, input, data);
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
    return SearchParams.of(stage, k, idle).columns(schema);
  }

  /** The same of other rows, which are some of these. */
  CountedRows with(Dataset<?> some) {
    return new CountedRows(some, input, classes, counts, dropInvalid, seed);
  }

  /** The position of the smallest class; of equally small ones that of the smallest label. */
  int minority() {
    return ClassSizes.smallest(classes);
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
    Column cells = functions.struct(input.labelAndFeatures());
    Column key = RowKey.of(input.schema(), seed);
    Dataset<Row> rows =
        data.toDF(InputSchema.safeNames(input.schema().size()))
            .withColumn("+identity", RowIdentity.identity(input, classes).apply(cells))
            .withColumn("+class", functions.col("`+identity`.class"))
            .withColumn("+first", functions.col("`+identity`.key"))
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

  /**
   * Rows that stay, with their weights if they are asked for.
   *
   * @param sizes how many valid rows of each class stay; null if it must be counted
   */
  Dataset<Row> weighted(BalanceSettings weights, Dataset<Row> rows, long @Nullable [] sizes) {
    if (!weights.isAsked()) {
      return rows;
    }

    if (sizes == null || !weights.weightCol().isEmpty()) {
      return BalanceWeights.counted(weights, original(identified()), rows).addTo(rows);
    }

    List<ClassCount> found = counts.classes();
    long[] before = found.stream().mapToLong(ClassCount::rows).toArray();
    long[] after = before.clone();
    Arrays.setAll(after, c -> before[c] - rows(c) + sizes[c]); // invalid ones pass
    return BalanceWeights.ofRows(weights, found, before, after).addTo(rows);
  }

  /** Tells rows of one key apart that are not the same. */
  Column spelling() {
    return RowKey.spelling(input.schema());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.NominalDemand;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.distance.ValueTables;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.FeatureWeights;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/**
 * Rows per class of the values of one feature. Value 1: two rows of class 0. Value 2: one of class
 * 0, two of class 1. Value 3: one of class 0. Class 1 is the one to grow.
 */
class ValueCounterTest extends SparkTest {

  private static final Dataset<Row> DATA =
      Tables.of(
          Tables.SCHEMA,
          row(1, 0),
          row(1, 0),
          row(2, 0),
          row(2, 1),
          row(2, 1),
          row(3, 0),
          Tables.row(Vectors.dense(Double.NaN), 1, 0),
          Tables.row(null, 1, 0),
          Tables.row(Vectors.dense(1), null, 0),
          row(1, 9));

  private static Row row(double value, int label) {
    return Tables.row(Vectors.dense(value), label, 0);
  }

  private static ClassPlan plan(int label, long make) {
    return new ClassPlan(new ClassCount(label, "" + label, 4, 4, 4, 0), make, 5, "");
  }

  /** The difference of two values: sums over the classes of how unlike their shares are. */
  private static double difference(boolean all, double a, double b) {
    NominalDemand demand = new NominalDemand(NominalRule.REFUSED, "smote", false, true);
    InputSchema input = InputSchema.resolve(new Smote(), demand, Tables.SCHEMA);
    ValueTables tables = ValueCounter.count(all, input, DATA, 1, List.of(plan(0, 0), plan(1, 10)));
    FeatureWeights weights = new FeatureWeights(ColumnValues.full(new double[] {1}));
    return RowDistance.ofValues(weights, tables).between(value(a), value(b));
  }

  private static FeatureRow value(double value) {
    FeatureRow row = new FeatureRow();
    row.setDense(new double[] {value});
    return row;
  }

  @Test
  void sharesOfValues_areThoseOfTheirRows_invalidOnesAndOtherClassesLeftOut() {
    assertThat(difference(true, 1, 2))
        .as("shares (1, 0) and (1/3, 2/3)")
        .isEqualTo(4.0 / 3, within(1e-12));
    assertThat(difference(true, 1, 3)).as("both of class 0 alone").isZero();
  }

  @Test
  void valuesThatNoClassToGrowHas_areNotKept() {
    assertThat(difference(false, 2, 3))
        .as("shares (1/3, 2/3) and none")
        .isEqualTo(1, within(1e-12));
    assertThat(difference(true, 2, 3)).isEqualTo(4.0 / 3, within(1e-12));
  }
}

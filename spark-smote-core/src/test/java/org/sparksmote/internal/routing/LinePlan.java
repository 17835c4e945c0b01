// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.internal.cells.SearchPlan;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.census.InputSums;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.keyed.ContentKey;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.FeatureWeights;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.testing.Tables;

/**
 * A plan by hand: rows on a line, class fair (0), which gets no rows, and class fraud (1), whose
 * two cells {@link OnePlane} parts at 10. Each cell is in a partition of its own.
 */
public final class LinePlan {

  /** Label, feature, and a text that no sampler reads. */
  public static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.StringType)
          .add("x", DataTypes.DoubleType)
          .add("text", DataTypes.StringType);

  private LinePlan() {}

  public static RoutingPlan of(
      Smote smote, CellNeeds needs, long make, double[] fair, double[] fraud) {
    FeatureWeights weights = new FeatureWeights(ColumnValues.same(1, 1));
    RowDistance distance = RowDistance.ofNumbers(weights);
    long[] rows = new long[2];
    long[] digests = new long[2];
    for (double x : fraud) {
      FeatureRow row = OnePlane.row(x);
      rows[x < 10 ? 0 : 1]++;
      digests[x < 10 ? 0 : 1] += ContentKey.digest(row.key());
    }

    ClassRoute route = new ClassRoute(OnePlane.rule(null), new int[] {0, 1}, needs.takesEnemies());
    ClassPlan nothing = new ClassPlan(count("fair", fair.length), 0, 0, "");
    ClassPlan grown = new ClassPlan(count("fraud", fraud.length), make, smote.getKNeighbors(), "");
    return new RoutingPlan(
        Recipes.schema(smote.setInputCols("x"), SCHEMA),
        sums(fair, fraud),
        false,
        weights,
        List.of(
            new RoutedClass(nothing, distance, needs),
            new RoutedClass(grown, distance, needs, route)),
        List.of(new Cell(1, rows[0], digests[0], 0, 0), new Cell(1, rows[1], digests[1], 0, 1)),
        new SearchPlan(4, 32, Integer.MAX_VALUE, 1, 1, smote.getMNeighbors()));
  }

  /** What is read of rows of both classes. */
  static InputSums sums(double[] fair, double[] fraud) {
    InputSums sums = new InputSums(2);
    Arrays.stream(fair).forEach(x -> sums.add(0, OnePlane.row(x)));
    Arrays.stream(fraud).forEach(x -> sums.add(1, OnePlane.row(x)));
    return sums;
  }

  private static ClassCount count(String name, int rows) {
    return new ClassCount(name, name, rows, rows, rows, 0);
  }

  /** The table that the plan is of, in three partitions. */
  public static Dataset<Row> data(double[] fair, double[] fraud) {
    List<Row> rows = new ArrayList<>();
    for (double x : fair) {
      rows.add(RowFactory.create("fair", x, "fair " + x));
    }

    for (double x : fraud) {
      rows.add(RowFactory.create("fraud", x, "fraud " + x));
    }

    return Tables.of(SCHEMA, rows).repartition(3);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Blobs;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.VariantRows;

/** Means and deviations of rows drawn from kernels, and copies. */
class KernelVariantTest extends SparkTest {

  private static final int MADE = 8000;

  /**
   * The mean of 8,000 draws is off by more than 6 standard errors, 0.067 deviations, with a
   * probability of 2e-9; their deviation by more than 6 / sqrt(16,000), 4.8 %, likewise.
   */
  private static final double TOLERANCE = 0.067;

  private static VariantRows rows(Smote smote, int rows) {
    Dataset<Row> data = new Blobs(4).add(1, rows, 2, 5, -1, 3).add(0, 50, 1, 0, 0, 0).table();
    return VariantRows.of(
        smote.setSamplingStrategy("{\"1\": " + (MADE + rows) + "}").setSeed(8), data);
  }

  private static double[] column(VariantRows rows, int column) {
    return rows.made.stream().mapToDouble(made -> made.values()[column]).toArray();
  }

  private static double[] before(VariantRows rows, int column) {
    return Arrays.stream(rows.ofClass(1)).mapToDouble(row -> rows.values[row][column]).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double covariance(double[] a, double[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }

    return sum / a.length;
  }

  /** New rows have the mean of the class, and its variances times a factor. */
  private static void assertSpread(VariantRows rows, double factor) {
    for (int j = 0; j < 3; j++) {
      double deviation = Math.sqrt(covariance(before(rows, j), before(rows, j)) * factor);
      assertThat(mean(column(rows, j)))
          .isEqualTo(mean(before(rows, j)), within(TOLERANCE * deviation));
      assertThat(Math.sqrt(covariance(column(rows, j), column(rows, j))))
          .isEqualTo(deviation, within(TOLERANCE * deviation));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5, 3})
  void rose_widensTheClassByItsBandwidth(double shrinkage) {
    VariantRows rows = rows(Smote.of(SmoteVariant.ROSE).setShrinkage(shrinkage), 40);
    double width = shrinkage * Math.pow(4 / (5.0 * 40), 1 / 7.0);
    assertSpread(rows, 1 + width * width);
    assertThat(rows.made)
        .allMatch(made -> made.partner() == VariantRows.NOBODY && Double.isNaN(made.gap()));
  }

  /**
   * d = 1, n = 400: (4 / 1200)^(1 / 5); with nine dimensions noise would be nearly twice as wide.
   */
  @Test
  void rose_countsNumbersOnly_amongTheDimensions() {
    String texts =
        IntStream.range(0, 8)
            .mapToObj(i -> "string(id % " + (i + 2) + ") as t" + i)
            .collect(Collectors.joining(", "));
    Dataset<Row> data =
        spark.sql(
            "select id, sin(id) as x, if(id < 400, 1, 0) as label, " + texts + " from range(4400)");
    String[] columns = {"x", "t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7"};
    Smote rose =
        Smote.of(SmoteVariant.ROSE).setInputCols(columns).setIdCol("id").setProvenanceCol("from");
    Dataset<Row> made = rose.fitResample(data).filter("from is not null");
    Row found =
        made.selectExpr("x", "from.base as id")
            .join(data.selectExpr("id", "x as before"), "id")
            .selectExpr("sqrt(avg(pow(x - before, 2)))")
            .head();
    double sigma = data.filter("label = 1").selectExpr("stddev_pop(x)").head().getDouble(0);
    double expected = sigma * Math.pow(4.0 / 1200, 0.2);
    // 3,600 draws: the root mean square is off by more than 6 % with probability below 1e-6.
    assertThat(found.getDouble(0)).isCloseTo(expected, withinPercentage(6));
  }

  @Test
  void rose_withoutShrinkage_copies() {
    VariantRows rows = rows(Smote.of(SmoteVariant.ROSE).setShrinkage(0), 20);
    assertThat(rows.made).allMatch(made -> Arrays.equals(made.values(), rows.values[made.base()]));
  }

  @Test
  void rwo_keepsMeansAndDeviations() {
    VariantRows rows = rows(Smote.of(SmoteVariant.RWO), 40);
    assertSpread(rows, 1 + 1 / 40.0);
  }

  @Test
  void mgs_hasTheMeanAndTheCovarianceOfTheNeighbourhood() {
    VariantRows rows =
        rows(Smote.of(SmoteVariant.MGS).setKNeighbors(9), 10); // everyone is a neighbour
    assertSpread(rows, 1);
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < a; b++) {
        double scale =
            Math.sqrt(
                covariance(before(rows, a), before(rows, a))
                    * covariance(before(rows, b), before(rows, b)));
        assertThat(covariance(column(rows, a), column(rows, b)))
            .isEqualTo(covariance(before(rows, a), before(rows, b)), within(2 * TOLERANCE * scale));
      }
    }
  }

  @Test
  void mgs_rowsAreOfTheNeighbourhoodOnly() {
    Dataset<Row> data =
        new Blobs(2).add(1, 12, 0.1, 0, 0).add(1, 12, 0.1, 50, 0).add(0, 500, 1, 9, 9).table();
    VariantRows rows = VariantRows.of(Smote.of(SmoteVariant.MGS), data);
    // 10 deviations
    assertThat(rows.made)
        .allMatch(made -> Math.abs(made.values()[0] - (made.base() < 12 ? 0 : 50)) < 3);
  }

  @Test
  void random_copiesEvenly() {
    VariantRows rows = rows(Smote.of(SmoteVariant.RANDOM), 40);
    assertThat(rows.made)
        .allMatch(made -> Arrays.equals(made.values(), rows.values[made.base()]))
        .allMatch(made -> made.partner() == made.base() && made.gap() == 0);
    assertThat(rows.uses(1).values()).hasSize(40).containsOnly(200L);
  }
}

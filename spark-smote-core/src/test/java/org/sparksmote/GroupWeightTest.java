// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Blobs;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.VariantRows;

/** Bases and partners of variants that put the rows of a class into groups, by plain loops. */
class GroupWeightTest extends SparkTest {

  /** Blobs of class 1, so far apart that any clustering finds them, by their first and last id. */
  private static final int[][] BLOBS = {{0, 39}, {40, 59}, {60, 71}, {72, 75}};

  private static int blob(int row) {
    return IntStream.range(0, BLOBS.length)
        .filter(b -> BLOBS[b][0] <= row && row <= BLOBS[b][1])
        .findFirst()
        .orElse(-1);
  }

  /** Close rows, sparse rows, rows among those of class 0, and too few rows. */
  private static Dataset<Row> blobs() {
    return new Blobs(3)
        .add(1, 40, 0.5, 0, 0)
        .add(1, 20, 1.5, 60, 0)
        .add(1, 12, 1, 0, 60)
        .add(1, 4, 1, 60, 60)
        .add(0, 50, 1, 0, 60)
        .add(0, 150, 1, 30, -90)
        .table();
  }

  private static long usesOfBlob(VariantRows rows, int blob) {
    return rows.made(1).stream().filter(made -> blob(made.base()) == blob).count();
  }

  /** Every base of a blob got as many rows as any other, or one less. */
  private static void assertEven(VariantRows rows, int blob) {
    long[] uses =
        IntStream.rangeClosed(BLOBS[blob][0], BLOBS[blob][1])
            .mapToLong(row -> rows.uses(1).getOrDefault(row, 0L))
            .toArray();
    long least = Arrays.stream(uses).min().orElseThrow();
    assertThat(Arrays.stream(uses)).allMatch(use -> use <= least + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {210, 110})
  void kmeans_eligibleClustersByTheirSparsity_andPartnersInTheCluster(int total) {
    Smote smote = Smote.of(SmoteVariant.KMEANS).setNumClusters(5).setSeed(2);
    VariantRows rows = VariantRows.of(smote.setSamplingStrategy("{\"1\": " + total + "}"), blobs());
    // (mean distance) ^ features / rows of the two eligible blobs
    double close = Math.pow(meanDistance(rows, 0), 2) / 40;
    double sparse = Math.pow(meanDistance(rows, 1), 2) / 20;
    double share = (total - 76) * close / (close + sparse);
    assertThat((double) usesOfBlob(rows, 0)).isEqualTo(share, within(0.5));
    assertThat(usesOfBlob(rows, 0) + usesOfBlob(rows, 1)).isEqualTo(total - 76);
    assertEven(rows, 0);
    assertEven(rows, 1);
    for (VariantRows.Made made : rows.made) {
      int[] near = rows.nearest(made.base(), 5, row -> blob(row) == blob(made.base()));
      assertThat(near).contains(made.partner());
    }
  }

  private static double meanDistance(VariantRows rows, int blob) {
    return IntStream.rangeClosed(BLOBS[blob][0], BLOBS[blob][1])
        .boxed()
        .flatMapToDouble(
            a -> IntStream.range(BLOBS[blob][0], a).mapToDouble(b -> rows.distance(a, b)))
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 85})
  void cure_everyClusterAlike_betweenItsRowsAndItsMean(int total) {
    Smote smote = Smote.of(SmoteVariant.CURE).setNumClusters(4).setSeed(2);
    VariantRows rows = VariantRows.of(smote.setSamplingStrategy("{\"1\": " + total + "}"), blobs());
    for (int blob = 0; blob < BLOBS.length; blob++) {
      assertThat((double) usesOfBlob(rows, blob)).isEqualTo((total - 76) / 4.0, within(0.75));
      assertEven(rows, blob);
    }

    assertTowardsTheMeanOfTheBlob(rows);
  }

  @Test
  void cure_rowsThatAreAlone_areNoBases() {
    Dataset<Row> data =
        new Blobs(6).add(1, 30, 1, 0, 0).add(1, 1, 1, 90, 0).add(0, 99, 1, 5, 5).table();
    VariantRows rows = VariantRows.of(Smote.of(SmoteVariant.CURE).setNumClusters(2), data);
    assertThat(rows.uses(1)).hasSize(30).doesNotContainKey(30);
  }

  @Test
  void centerPoint_everyRowEvenly_betweenItAndTheMeanOfItsCluster() {
    VariantRows rows =
        VariantRows.of(Smote.of(SmoteVariant.CENTER_POINT).setNumClusters(4).setSeed(2), blobs());
    assertThat(rows.uses(1)).hasSize(76);
    assertThat(rows.uses(1).values()).allMatch(uses -> uses == 1 || uses == 2);
    assertTowardsTheMeanOfTheBlob(rows);
  }

  private static void assertTowardsTheMeanOfTheBlob(VariantRows rows) {
    for (VariantRows.Made made : rows.made) {
      int[] blob = BLOBS[blob(made.base())];
      double[] base = rows.values[made.base()];
      assertThat(made.partner()).isEqualTo(VariantRows.NOBODY);
      assertThat(made.gap()).isBetween(0.0, 1.0);
      for (int j = 0; j < 2; j++) {
        int column = j;
        double mean =
            IntStream.rangeClosed(blob[0], blob[1])
                .mapToDouble(row -> rows.values[row][column])
                .average()
                .orElseThrow();
        assertThat(made.values()[j])
            .isEqualTo(base[j] + made.gap() * (mean - base[j]), within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 150})
  void prowsyn_levelsByNearnessToTheOthers_weighExpOfMinusTheirDepth(int total) {
    Smote smote =
        Smote.of(SmoteVariant.PROWSYN).setSamplingStrategy("{\"1\": " + total + "}").setSeed(4);
    Dataset<Row> data = new Blobs(1).add(0, 12, 1, 0, 0).add(1, 120, 2, 6, 0).table();
    VariantRows rows = VariantRows.of(smote, data);
    int[] level = levels(rows);
    double sum = IntStream.rangeClosed(1, 5).mapToDouble(l -> Math.exp(1 - l)).sum();
    long[] made = new long[6];
    rows.made.forEach(row -> made[level[row.base()]]++);
    for (int l = 1; l <= 5; l++) {
      double share = (total - 120) * Math.exp(1 - l) / sum;
      assertThat((double) made[l]).as("level %d", l).isEqualTo(share, within(1.0));
    }

    assertThat(rows.made).allMatch(row -> level[row.base()] == level[row.partner()]);
  }

  /** The union of the 5 nearest remaining rows of every other row, four times; then the rest. */
  private static int[] levels(VariantRows rows) {
    int[] level = new int[rows.labels.length];
    Arrays.fill(level, 5);
    for (int l = 1; l < 5; l++) {
      int depth = l;
      int[] before = level.clone();
      for (int enemy : rows.ofClass(0)) {
        for (int row : rows.nearest(enemy, 5, r -> rows.labels[r] == 1 && before[r] == 5)) {
          level[row] = depth;
        }
      }
    }

    assertThat(Arrays.stream(rows.ofClass(1)).map(row -> level[row]).distinct()).hasSize(5);
    return level;
  }

  @Test
  void mwmote_basesByTheirInformation_partnersInTheirCluster() {
    Dataset<Row> data =
        new Blobs(9)
            .add(1, 30, 1, 0, 0)
            .add(1, 20, 1, 40, 0)
            .add(0, 100, 1.5, 3, 0)
            .add(0, 100, 1.5, 36, 1)
            .add(1, 2, 0.1, 3, 0) // noise
            .table();
    VariantRows rows =
        VariantRows.of(Smote.of(SmoteVariant.MWMOTE).setNumClusters(2).setSeed(4), data);
    Map<Integer, Double> weights = information(rows);
    double sum = weights.values().stream().mapToDouble(w -> w).sum();
    assertThat(weights).hasSizeBetween(10, 50);
    assertThat(weights.keySet()).containsAll(rows.uses(1).keySet());
    weights.forEach(
        (row, weight) -> {
          double quota = rows.made.size() * weight / sum;
          double used = rows.uses(1).getOrDefault(row, 0L);
          assertThat(used).isBetween(Math.floor(quota - 1e-9), Math.ceil(quota + 1e-9));
        });
    assertThat(rows.made)
        .allMatch(made -> rows.values[made.base()][0] < 20 == rows.values[made.partner()][0] < 20)
        .anyMatch(made -> made.partner() < 30)
        .anyMatch(made -> made.partner() >= 30);
  }

  /** Barua and others 2014: k1 = 5, k2 = 3, k3 = half of the clean rows, C_f(th) 5, CMAX 2. */
  private static Map<Integer, Double> information(VariantRows rows) {
    int[] clean = Arrays.stream(rows.ofClass(1)).filter(row -> rows.enemies(row, 5) < 5).toArray();
    int[] border =
        Arrays.stream(clean)
            .flatMap(row -> Arrays.stream(rows.nearest(row, 3, other -> rows.labels[other] == 0)))
            .distinct()
            .toArray();
    Map<Integer, Double> weights = new TreeMap<>();
    for (int enemy : border) {
      int[] informed =
          rows.nearest(
              enemy, clean.length / 2, row -> Arrays.stream(clean).anyMatch(c -> c == row));
      double[] closeness =
          Arrays.stream(informed)
              .mapToDouble(row -> Math.min(2 / rows.distance(enemy, row), 5) / 5 * 2)
              .toArray();
      double sum = Arrays.stream(closeness).sum();
      for (int i = 0; i < informed.length; i++) {
        weights.merge(informed[i], closeness[i] * closeness[i] / sum, Double::sum);
      }
    }

    return weights;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.Smote;
import org.sparksmote.SmoteVariant;
import org.sparksmote.testing.Blobs;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.testing.VariantRows;

/** Which rows are bases, and how often, by the papers' rules computed in plain loops. */
class BaseWeightTest extends SparkTest {

  private static final int[] SMALL = {1, 2};

  private static Dataset<Row> data;

  /** Overlapping clouds of three classes; what a class may get from its own rows is not enough. */
  @BeforeAll
  static void makeData() {
    data = Tables.clouds(260, 90, 60).cache();
  }

  private static VariantRows rows(SmoteVariant variant) {
    return VariantRows.of(Smote.of(variant).setSeed(11), data);
  }

  private static Map<Integer, Long> weights(
      VariantRows rows, int label, IntPredicate isBase, IntToLongFunction weight) {
    Map<Integer, Long> weights = new TreeMap<>();
    for (int row : rows.ofClass(label)) {
      if (isBase.test(row)) {
        weights.put(row, weight.applyAsLong(row));
      }
    }

    return weights;
  }

  private static long missing(VariantRows rows, int label) {
    return 260L - rows.ofClass(label).length;
  }

  private static void assertEvenUse(VariantRows rows, IntPredicate isBase) {
    for (int label : SMALL) {
      Map<Integer, Long> bases = weights(rows, label, isBase, row -> 1);
      assertThat(bases).hasSizeBetween(5, rows.ofClass(label).length - 1); // the rule matters
      assertThat(rows.uses(label)).isEqualTo(rows.quotas(missing(rows, label), bases));
    }
  }

  @ParameterizedTest
  @CsvSource({"BORDERLINE1, 10", "BORDERLINE2, 10", "BORDERLINE1, 7", "BORDERLINE1, 3"})
  void danger_atLeastHalfButNotAllOfTheMNearestAreOfOtherClasses(SmoteVariant variant, int m) {
    Smote smote = Smote.of(variant).setMNeighbors(m).setSeed(11);
    VariantRows rows = VariantRows.of(smote, data);
    assertEvenUse(rows, row -> rows.isInDanger(row, m));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 8})
  void adasyn_quotasAreTheLargestRemaindersOfTheEnemiesAmongTheKNearest(int k) {
    VariantRows rows =
        VariantRows.of(Smote.of(SmoteVariant.ADASYN).setKNeighbors(k).setSeed(11), data);
    for (int label : SMALL) {
      Map<Integer, Long> enemies = weights(rows, label, row -> true, row -> rows.enemies(row, k));
      assertThat(rows.uses(label)).isEqualTo(rows.quotas(missing(rows, label), enemies));
    }
  }

  @Test
  void safeLevel_rowsWithAFriendAmongTheKNearest() {
    VariantRows rows = rows(SmoteVariant.SAFE_LEVEL);
    for (int label : SMALL) {
      Map<Integer, Long> bases = weights(rows, label, row -> rows.enemies(row, 5) < 5, row -> 1);
      assertThat(rows.uses(label)).isEqualTo(rows.quotas(missing(rows, label), bases));
    }

    assertThat(Arrays.stream(rows.ofClass(1)).filter(row -> rows.enemies(row, 5) == 5))
        .isNotEmpty();
  }

  @Test
  void slGraph_isSafeLevelWhereMostRowsAreSafe_elseBorderline1() {
    Dataset<Row> mixed =
        new Blobs(8)
            .add(0, 150, 1, 0, 0)
            .add(1, 50, 1, 3.5, 0) // few rows among those of class 0
            .add(2, 50, 1, 0, 1) // most of them
            .table();
    Smote smote =
        Smote.of(SmoteVariant.SL_GRAPH).setSamplingStrategy("{\"1\": 150, \"2\": 150}").setSeed(11);
    VariantRows rows = VariantRows.of(smote, mixed);
    assertThat(skew(rows, 1)).isNegative();
    assertThat(skew(rows, 2)).isPositive();
    Map<Integer, Long> safe = weights(rows, 1, row -> rows.enemies(row, 5) < 5, row -> 1);
    Map<Integer, Long> danger = weights(rows, 2, row -> rows.isInDanger(row, 10), row -> 1);
    assertThat(rows.uses(1)).isEqualTo(rows.quotas(150 - rows.ofClass(1).length, safe));
    assertThat(rows.uses(2)).isEqualTo(rows.quotas(150 - rows.ofClass(2).length, danger));
  }

  /** The third central moment of the safe levels, whose sign is that of the skewness. */
  private static double skew(VariantRows rows, int label) {
    int[] levels =
        Arrays.stream(rows.ofClass(label)).map(row -> 5 - rows.enemies(row, 5)).toArray();
    double mean = Arrays.stream(levels).average().orElseThrow();
    return Arrays.stream(levels).mapToDouble(level -> Math.pow(level - mean, 3)).sum();
  }

  @Test
  void svm_noNoise_andAllBasesEvenly() {
    VariantRows rows = rows(SmoteVariant.SVM);
    for (int label : SMALL) {
      Map<Integer, Long> uses = rows.uses(label);
      assertThat(uses.keySet()).allMatch(row -> rows.enemies(row, 10) < 10);
      Map<Integer, Long> ones = weights(rows, label, uses::containsKey, row -> 1);
      assertThat(uses).isEqualTo(rows.quotas(missing(rows, label), ones));
    }
  }

  @Test
  void smobd_theDenserTheMore_noiseNothing() {
    Dataset<Row> outliers =
        new Blobs(5).add(1, 3, 20, 40, 40).add(1, 60, 1, 0, 0).add(0, 240, 3, 2, 2).table();
    VariantRows rows = VariantRows.of(Smote.of(SmoteVariant.SMOBD).setSeed(11), outliers);
    double[] core = new double[rows.labels.length];
    for (int row : rows.ofClass(1)) {
      int fifth = rows.nearest(row, 5, other -> rows.labels[other] == 1)[4];
      core[row] = rows.distance(row, fifth);
    }

    double mean = Arrays.stream(rows.ofClass(1)).mapToDouble(row -> core[row]).average().orElse(0);
    long[] near = new long[core.length];
    double least = Double.MAX_VALUE;
    for (int row : rows.ofClass(1)) {
      near[row] = near(rows, row, mean);
      least = Math.min(least, core[row]);
    }

    double meanNear = Arrays.stream(near).sum() / (double) rows.ofClass(1).length;
    double mostNear = Arrays.stream(near).max().orElseThrow();
    double[] density = new double[core.length];
    for (int row : rows.ofClass(1)) {
      boolean noise = core[row] > 1.8 * mean && 1.8 * near[row] < meanNear;
      double close = (mean + least) / (mean + core[row]);
      density[row] = noise ? 0 : close / 2 + near[row] / mostNear / 2;
    }

    assertProportional(rows, density);
    assertThat(rows.uses(1)).doesNotContainKeys(0, 1, 2);
    assertThat(rows.uses(1)).hasSize(rows.ofClass(1).length - 3);
  }

  /** Of at most 20 neighbours, 4 k, those within the mean core distance. */
  private static long near(VariantRows rows, int row, double radius) {
    return Arrays.stream(rows.nearest(row, 20, other -> rows.labels[other] == 1))
        .filter(other -> rows.distance(row, other) <= radius)
        .count();
  }

  private static void assertProportional(VariantRows rows, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    long total = rows.made(1).size();
    for (int row : rows.ofClass(1)) {
      double quota = total * weights[row] / sum;
      long used = rows.uses(1).getOrDefault(row, 0L);
      assertThat((double) used).isBetween(Math.floor(quota - 1e-9), Math.ceil(quota + 1e-9));
    }
  }
}

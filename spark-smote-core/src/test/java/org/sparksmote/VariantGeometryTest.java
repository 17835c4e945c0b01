// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Blobs;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.testing.VariantRows;

/** Where new rows lie, variant by variant, by the papers' formulas. */
class VariantGeometryTest extends SparkTest {

  private static Dataset<Row> data;

  @BeforeAll
  static void makeData() {
    data = Tables.clouds(260, 90, 60).cache();
  }

  private static VariantRows rows(Smote smote) {
    return VariantRows.of(smote.setSeed(21), data);
  }

  private static void assertOnSegment(VariantRows rows, VariantRows.Made made) {
    double[] base = rows.values[made.base()];
    double[] partner = rows.values[made.partner()];
    for (int j = 0; j < base.length; j++) {
      double expected = base[j] + made.gap() * (partner[j] - base[j]);
      assertThat(made.values()[j]).isEqualTo(expected, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SMOTE", "BORDERLINE1", "ADASYN", "SAFE_LEVEL", "SVM", "LEE", "SMOBD"})
  void partner_isAmongTheKNearestOfTheClass(SmoteVariant variant) {
    VariantRows rows = rows(Smote.of(variant).setKNeighbors(4));
    for (VariantRows.Made made : rows.made) {
      assertThat(rows.nearest(made.base(), 4, row -> rows.labels[row] == made.label()))
          .contains(made.partner());
      if (variant != SmoteVariant.SMOBD) {
        assertOnSegment(rows, made);
      }
    }
  }

  @Test
  void borderline2_towardsAnyOfTheKNearestRows_halfTheWayAtMostToAnotherClass() {
    VariantRows rows = rows(Smote.of(SmoteVariant.BORDERLINE2));
    for (VariantRows.Made made : rows.made) {
      assertThat(rows.nearest(made.base(), 5, row -> true)).contains(made.partner());
      assertThat(made.gap()).isBetween(0.0, isEnemy(rows, made) ? 0.5 : 1.0);
      assertOnSegment(rows, made);
    }

    assertThat(rows.made)
        .anyMatch(made -> isEnemy(rows, made) && made.gap() > 0.4)
        .anyMatch(made -> !isEnemy(rows, made) && made.gap() > 0.9);
  }

  private static boolean isEnemy(VariantRows rows, VariantRows.Made made) {
    return rows.labels[made.partner()] != made.label();
  }

  @Test
  void safeLevel_gapIsInTheIntervalOfTheTwoSafeLevels() {
    VariantRows rows = rows(Smote.of(SmoteVariant.SAFE_LEVEL));
    for (VariantRows.Made made : rows.made) {
      double safe = 5 - rows.enemies(made.base(), 5);
      double other = 5 - rows.enemies(made.partner(), 5);
      double least = safe < other ? 1 - safe / other : 0;
      double most = other == 0 ? 0 : Math.min(1, other / safe);
      assertThat(made.gap()).isBetween(least, most);
    }

    assertThat(rows.made).anyMatch(made -> made.gap() == 0).anyMatch(made -> made.gap() > 0.9);
  }

  @Test
  void svm_inwardsFromDanger_elseOutwardsHalfTheWayAtMost() {
    VariantRows rows = rows(Smote.of(SmoteVariant.SVM));
    for (VariantRows.Made made : rows.made) {
      if (rows.isInDanger(made.base(), 10)) {
        assertThat(made.gap()).isGreaterThanOrEqualTo(0).isLessThan(1);
      } else {
        assertThat(made.gap()).isGreaterThan(-0.5).isLessThanOrEqualTo(0);
      }
    }

    assertThat(rows.made).anyMatch(made -> made.gap() < -0.4).anyMatch(made -> made.gap() > 0.9);
  }

  @Test
  void polynomStar_atEvenStepsToTheMeanOfTheClass_whateverTheSeed() {
    VariantRows rows =
        rows(Smote.of(SmoteVariant.POLYNOM_STAR).setSamplingStrategy("{\"1\": 360}"));
    double[] mean = new double[4];
    Arrays.setAll(
        mean,
        j -> Arrays.stream(rows.ofClass(1)).mapToDouble(row -> rows.values[row][j]).sum() / 90);
    assertThat(rows.uses(1).values()).hasSize(90).containsOnly(3L);
    for (int i : rows.ofClass(1)) {
      List<VariantRows.Made> made = rows.made.stream().filter(row -> row.base() == i).toList();
      assertThat(made).extracting(VariantRows.Made::gap).containsExactlyInAnyOrder(0.25, 0.5, 0.75);
      for (VariantRows.Made row : made) {
        for (int j = 0; j < 4; j++) {
          double expected = rows.values[i][j] + row.gap() * (mean[j] - rows.values[i][j]);
          assertThat(row.values()[j]).isEqualTo(expected, within(1e-12));
        }
      }
    }
  }

  @Test
  void polynomMesh_partnerIsAnyOtherRowOfTheClass() {
    VariantRows rows =
        rows(Smote.of(SmoteVariant.POLYNOM_MESH).setSamplingStrategy("{\"2\": 6060}"));
    long[] uses = new long[rows.labels.length];
    for (VariantRows.Made made : rows.made) {
      assertThat(made.partner()).isNotEqualTo(made.base());
      assertOnSegment(rows, made);
      uses[made.partner()]++;
    }

    // 6,000 draws of 60 rows: one outside 100 +- 50 has probability below 1e-6 (but the seed is
    // fixed).
    assertThat(Arrays.stream(rows.ofClass(2))).allMatch(row -> Math.abs(uses[row] - 100) < 50);
  }

  @Test
  void lee_keepsRowsWithFewEnemiesAround() {
    VariantRows rows = rows(Smote.of(SmoteVariant.LEE));
    VariantRows all = rows(new Smote());
    long kept = rows.made.stream().filter(made -> enemyShare(rows, made) < 0.5).count();
    long plain = all.made.stream().filter(made -> enemyShare(all, made) < 0.5).count();
    // Five attempts at level 0.5, then at 0.6 and so on: only bases among enemies end above 0.5.
    assertThat((double) kept / rows.made.size()).isGreaterThan(0.85);
    assertThat((double) plain / all.made.size()).isLessThan(0.7);
  }

  private static double enemyShare(VariantRows rows, VariantRows.Made made) {
    return Arrays.stream(rows.nearest(made.values(), 5, row -> true))
            .filter(row -> rows.labels[row] != made.label())
            .count()
        / 5.0;
  }

  @Test
  void smobd_aGapOfItsOwnForEveryFeature() {
    VariantRows rows = rows(Smote.of(SmoteVariant.SMOBD));
    for (VariantRows.Made made : rows.made) {
      assertThat(made.gap()).isNaN();
      double[] gaps = new double[4];
      double[] base = rows.values[made.base()];
      double[] partner = rows.values[made.partner()];
      Arrays.setAll(gaps, j -> (made.values()[j] - base[j]) / (partner[j] - base[j]));
      assertThat(Arrays.stream(gaps)).allMatch(gap -> gap >= -1e-9 && gap <= 1 + 1e-9);
      assertThat(gaps[0]).isNotEqualTo(gaps[1]);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0, -1, 0.5})
  void geometric_inABallThatReachesToTheNearer_cutOff(double truncation) {
    VariantRows rows = rows(Smote.of(SmoteVariant.GEOMETRIC).setTruncationFactor(truncation));
    double least = 1;
    double most = -1;
    for (VariantRows.Made made : rows.made) {
      double[] base = rows.values[made.base()];
      double radius = rows.distance(made.base(), made.partner());
      assertThat(VariantRows.distance(base, made.values())).isLessThanOrEqualTo(radius + 1e-12);
      double along = along(base, rows.values[made.partner()], made.values()) / (radius * radius);
      least = Math.min(least, along);
      most = Math.max(most, along);
      int enemy = rows.nearest(made.base(), 1, row -> rows.labels[row] != made.label())[0];
      int[] friends = rows.nearest(made.base(), 5, row -> rows.labels[row] == made.label());
      int[] allowed =
          isEnemy(rows, made)
              ? new int[] {enemy}
              : Arrays.stream(friends)
                  .filter(
                      row -> rows.distance(made.base(), row) <= rows.distance(made.base(), enemy))
                  .toArray();
      assertThat(allowed).contains(made.partner());
    }

    assertThat(least).isGreaterThanOrEqualTo(truncation > 0 ? truncation - 1 : -1);
    assertThat(most).isLessThanOrEqualTo(truncation < 0 ? truncation + 1 : 1);
    assertThat(most - least).isGreaterThan(truncation == 0 ? 1.2 : 0.6);
    assertThat(rows.made).anyMatch(made -> isEnemy(rows, made)).anyMatch(m -> !isEnemy(rows, m));
  }

  private static double along(double[] base, double[] partner, double[] made) {
    return IntStream.range(0, base.length)
        .mapToDouble(j -> (partner[j] - base[j]) * (made[j] - base[j]))
        .sum();
  }

  @Test
  void geometric_fullyDeformed_onTheLine() {
    VariantRows rows = rows(Smote.of(SmoteVariant.GEOMETRIC).setDeformationFactor(1));
    for (VariantRows.Made made : rows.made) {
      double[] base = rows.values[made.base()];
      double[] partner = rows.values[made.partner()];
      double gap = along(base, partner, made.values()) / along(base, partner, partner);
      assertThat(gap).isBetween(0.0, 1.0);
      for (int j = 0; j < 4; j++) {
        assertThat(made.values()[j])
            .isEqualTo(base[j] + gap * (partner[j] - base[j]), within(1e-9));
      }
    }
  }

  @Test
  void geometric_withMinmax_isRoundInTheScaledSpace() {
    Dataset<Row> stretched =
        Tables.of(
            Tables.SCHEMA,
            Tables.cloudRows(2, 80, 30).stream().map(VariantGeometryTest::stretched).toList());
    Smote smote =
        Smote.of(SmoteVariant.GEOMETRIC).setStandardize("minmax").setPartner("class_neighbors");
    VariantRows rows = VariantRows.of(smote, stretched);
    double[] range = new double[2];
    Arrays.setAll(
        range,
        j ->
            Arrays.stream(rows.values).mapToDouble(row -> row[j]).max().orElse(0)
                - Arrays.stream(rows.values).mapToDouble(row -> row[j]).min().orElse(0));
    for (VariantRows.Made made : rows.made) {
      double[] base = scaled(rows.values[made.base()], range);
      double radius = VariantRows.distance(base, scaled(rows.values[made.partner()], range));
      assertThat(VariantRows.distance(base, scaled(made.values(), range)))
          .isLessThanOrEqualTo(radius + 1e-12);
    }
  }

  private static Row stretched(Row row) {
    double[] values = ((Vector) row.get(0)).toArray();
    return Tables.row(Vectors.dense(values[0], 1000 * values[1]), row.get(1), row.getLong(2));
  }

  private static double[] scaled(double[] values, double[] range) {
    return new double[] {values[0] / range[0], values[1] / range[1]};
  }

  @Test
  void simplex_ofTwoNeighboursInThePlane_isATriangle() {
    Dataset<Row> plane = new Blobs(7).add(0, 200, 1, 0, 0).add(1, 20, 1, 0, 0).table();
    VariantRows rows = VariantRows.of(Smote.of(SmoteVariant.SIMPLEX).setKNeighbors(2), plane);
    for (VariantRows.Made made : rows.made) {
      int[] near = rows.nearest(made.base(), 2, row -> rows.labels[row] == 1);
      double[] a = rows.values[made.base()];
      double[] b = rows.values[near[0]];
      double[] c = rows.values[near[1]];
      double whole = area(a, b, c);
      assertThat(area(made.values(), b, c) / whole).isBetween(-1e-9, 1 + 1e-9);
      assertThat(area(a, made.values(), c) / whole).isBetween(-1e-9, 1 + 1e-9);
      assertThat(area(a, b, made.values()) / whole).isBetween(-1e-9, 1 + 1e-9);
      assertThat(made.partner()).isEqualTo(VariantRows.NOBODY);
    }
  }

  private static double area(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
  }
}

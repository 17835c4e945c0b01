// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.internal.variants.Geometry.BALL;
import static org.sparksmote.internal.variants.Geometry.EVEN_STEPS;
import static org.sparksmote.internal.variants.Geometry.FEATURE_GAPS;
import static org.sparksmote.internal.variants.Geometry.IN_OR_OUT;
import static org.sparksmote.internal.variants.Geometry.SAFE_SEGMENT;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.SmoteVariant;
import org.sparksmote.VariantContractTest;
import org.sparksmote.testing.Blobs;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.testing.VariantRows;

/** Parts set on their own: they make up every named variant, and go together in any way. */
class VariantPartsTest extends SparkTest {

  private static Dataset<Row> data;

  @BeforeAll
  static void makeData() {
    data = Tables.clouds(60, 25, 14).coalesce(2).cache();
  }

  private static Smote smote(SmoteVariant variant) {
    return Smote.of(variant)
        .setSeed(9)
        .setOnShortfall("fallback")
        .setSyntheticCol("synthetic")
        .setProvenanceCol("from")
        .setIdCol("id");
  }

  static Stream<SmoteVariant> numeric() {
    return VariantContractTest.numeric();
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void partsOfAVariant_setOneByOneBesideAnother_areTheVariant(SmoteVariant variant) {
    VariantParts parts = Recipes.of(Smote.of(variant)).parts();
    Smote smote = smote(variant == SmoteVariant.MWMOTE ? SmoteVariant.LEE : SmoteVariant.MWMOTE);
    smote.setBaseWeight(parts.baseWeight().label()).setPartner(parts.partner().label());
    smote.setGeometry(parts.geometry().label()).setAcceptance(parts.acceptance().label());
    assertThat(Rows.digest(smote.fitResample(data)))
        .isEqualTo(Rows.digest(smote(variant).fitResample(data)));
  }

  @Test
  void onePart_isEnoughForANeighbouringVariant() {
    assertThat(Rows.digest(smote(SmoteVariant.SMOTE).setBaseWeight("danger").fitResample(data)))
        .isEqualTo(Rows.digest(smote(SmoteVariant.BORDERLINE1).fitResample(data)))
        .isNotEqualTo(Rows.digest(smote(SmoteVariant.SMOTE).fitResample(data)));
  }

  @Test
  void ownCombination_followsEveryPart() {
    Smote smote = new Smote().setBaseWeight("danger").setGeometry("simplex").setSeed(9);
    smote.setAcceptance("enemy_share").setKNeighbors(3);
    VariantRows rows = VariantRows.of(smote, Tables.clouds(200, 90));
    assertThat(rows.made).hasSize(110);
    int amongEnemies = 0;
    for (VariantRows.Made made : rows.made) {
      assertThat(rows.isInDanger(made.base(), 10)).isTrue();
      assertThat(made.partner()).isEqualTo(VariantRows.NOBODY);
      int[] corners = rows.nearest(made.base(), 3, row -> rows.labels[row] == 1);
      for (int j = 0; j < 4; j++) {
        int column = j;
        double[] of =
            IntStream.concat(IntStream.of(made.base()), Arrays.stream(corners))
                .mapToDouble(row -> rows.values[row][column])
                .sorted()
                .toArray();
        assertThat(made.values()[j]).isBetween(of[0], of[3]);
      }

      int[] near = rows.nearest(made.values(), 3, row -> true);
      amongEnemies += Arrays.stream(near).filter(row -> rows.labels[row] == 0).count() > 1 ? 1 : 0;
    }

    assertThat(amongEnemies).isLessThan(20);
  }

  @Test
  void slGraph_keepsAGeometrySetBesideIt() {
    Smote smote = smote(SmoteVariant.SL_GRAPH).setGeometry("simplex");
    List<Row> made = smote.fitResample(data).filter("synthetic").collectAsList();
    assertThat(made).isNotEmpty().allMatch(row -> row.getStruct(4).isNullAt(2));
  }

  /** Geometries that a named variant does not use already, and that look at the partner. */
  static Stream<Arguments> partnersAndGeometries() {
    return Stream.of(SAFE_SEGMENT, IN_OR_OUT, EVEN_STEPS, FEATURE_GAPS, BALL)
        .flatMap(geometry -> Arrays.stream(Partner.values()).map(p -> Arguments.of(p, geometry)));
  }

  private static <P> int place(P[] all, P one) {
    return java.util.List.of(all).indexOf(one);
  }

  /** Every pair of parts meets; the other parts take turns, so that each is met many times. */
  @ParameterizedTest
  @MethodSource("partnersAndGeometries")
  void anyPartner_goesWithAnyGeometry(Partner partner, Geometry geometry) {
    BaseWeight[] rules = BaseWeight.values();
    int turn = 3 * place(Partner.values(), partner) + place(Geometry.values(), geometry);
    Smote smote =
        smote(SmoteVariant.SMOTE)
            .setSmallClass("shrinkK")
            .setBaseWeight(rules[turn % rules.length].label())
            .setPartner(partner.label())
            .setGeometry(geometry.label())
            .setAcceptance(turn % 3 == 0 ? "enemy_share" : "none");
    assertThat(smote.fitResample(data).filter("synthetic").collectAsList()).hasSize(35 + 46);
  }

  @Test
  void nearestEnemy_isFoundWhenTheOnlyOneSharesItsPlaceWithARow() {
    Blobs blobs = new Blobs(2).add(1, 1, 0, 5, 5).add(0, 1, 0, 5, 5).add(1, 11, 1, 0, 0);
    Smote smote = new Smote().setPartner("nearest_enemy").setSamplingStrategy("{\"1\": 60}");
    VariantRows rows = VariantRows.of(smote, blobs.table());
    assertThat(rows.made).hasSize(48).allMatch(made -> made.partner() == 1 && made.gap() <= 0.5);
  }

  @Test
  void allNeighbors_areKAlsoInASmallClass() {
    Smote smote = new Smote().setPartner("all_neighbors").setSamplingStrategy("{\"1\": 300}");
    Blobs blobs = new Blobs(2).add(1, 3, 1, 0, 0).add(0, 40, 1, 0, 0);
    VariantRows rows = VariantRows.of(smote, blobs.table());
    for (int row : rows.ofClass(1)) {
      assertThat(
              rows.made.stream()
                  .filter(made -> made.base() == row)
                  .map(VariantRows.Made::partner)
                  .distinct())
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(rows.nearest(row, 5, any -> true)).boxed().toList());
    }
  }
}

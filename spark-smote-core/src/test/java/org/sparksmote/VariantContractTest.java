// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** What every variant promises on numeric data, with small buckets and without. */
public class VariantContractTest extends SparkTest {

  /** Three overlapping clouds: every rule finds rows in danger, safe rows and some noise. */
  private static Dataset<Row> data() {
    return Tables.clouds(700, 240, 90);
  }

  public static Stream<SmoteVariant> numeric() {
    return Arrays.stream(SmoteVariant.values())
        .filter(variant -> variant.parts().nominal() == NominalRule.REFUSED || isCopying(variant));
  }

  private static boolean isCopying(SmoteVariant variant) {
    return variant.parts().nominal() == NominalRule.BASE;
  }

  private static Smote smote(SmoteVariant variant) {
    return new Smote()
        .setVariant(variant.label())
        .setSeed(3)
        .setClusterBalanceThreshold(0.05)
        .setSyntheticCol("synthetic")
        .setProvenanceCol("from")
        .setIdCol("id");
  }

  private static Smote inBuckets(SmoteVariant variant) {
    return smote(variant).setExactBelow(50).setBucketRows(100).setLeafSize(64);
  }

  private static Map<Integer, Long> counts(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> row.getInt(1), TreeMap::new, Collectors.counting()));
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void totals_areExact_andOriginalsUntouched(SmoteVariant variant) {
    Dataset<Row> data = data();
    for (Smote smote : List.of(smote(variant), inBuckets(variant))) {
      List<Row> rows = smote.fitResample(data).collectAsList();
      assertThat(counts(rows)).isEqualTo(Map.of(0, 700L, 1, 700L, 2, 700L));
      List<String> kept =
          rows.stream()
              .filter(row -> !row.getBoolean(3))
              .map(row -> Rows.text(Tables.row(row.get(0), row.get(1), row.getLong(2))))
              .sorted()
              .toList();
      assertThat(kept).isEqualTo(Rows.texts(data));
    }
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void newRows_areFiniteNumbersOfTheirBasesClass(SmoteVariant variant) {
    Map<Long, Integer> labelOf =
        data().collectAsList().stream()
            .collect(Collectors.toMap(row -> row.getLong(2), row -> row.getInt(1)));
    List<Row> made = smote(variant).fitResample(data()).filter("synthetic").collectAsList();
    assertThat(made).hasSize(460 + 610);
    for (Row row : made) {
      double[] values = ((Vector) row.get(0)).toArray();
      assertThat(values).hasSize(4);
      assertThat(Arrays.stream(values)).allMatch(Double::isFinite);
      assertThat(labelOf.get(row.getStruct(4).getLong(0))).isEqualTo(row.getInt(1));
      assertThat(row.isNullAt(2)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void partitionsAndOrder_doNotMatter(SmoteVariant variant) {
    String expected = digest(inBuckets(variant), data());
    assertThat(digest(inBuckets(variant), data().repartition(7))).isEqualTo(expected);
    assertThat(digest(inBuckets(variant), data().coalesce(1).sort("id"))).isEqualTo(expected);
  }

  private static String digest(Smote smote, Dataset<Row> data) {
    return Rows.digest(smote.fitResample(data).filter("synthetic"));
  }

  @ParameterizedTest
  @EnumSource
  void everyName_isItsLabel(SmoteVariant variant) {
    assertThat(SmoteVariant.of(variant.label())).isEqualTo(variant);
    assertThat(new Smote().setVariant(variant.label()).getGeometry())
        .isEqualTo(variant.parts().geometry().label());
    assertThat(variant.source()).isNotBlank();
    assertThat(variant.helps()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void summary_saysWhetherNeighboursAreSearched(SmoteVariant variant) {
    Set<SmoteVariant> without =
        Set.of(
            SmoteVariant.RANDOM,
            SmoteVariant.ROSE,
            SmoteVariant.RWO,
            SmoteVariant.POLYNOM_STAR,
            SmoteVariant.POLYNOM_MESH,
            SmoteVariant.CURE,
            SmoteVariant.CENTER_POINT);
    Smote smote = Smote.of(variant).setOnShortfall("fallback");
    SmoteSummary.ClassRows minority = smote.fit(Tables.clouds(60, 30)).summary().classes().get(1);
    boolean searched = !without.contains(variant);
    assertThat(minority.search()).isEqualTo(searched ? "exact" : "none");
    assertThat(minority.kNeighbors()).isEqualTo(searched ? 5 : 0);
  }
}

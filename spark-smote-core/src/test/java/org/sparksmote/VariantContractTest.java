// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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
  private static Dataset<Row> data;

  private static List<Row> original;

  /** The same in other partitions and another order. */
  private static List<Dataset<Row>> rearranged;

  /** What variants made, in one cell per class and in buckets: once for all tests here. */
  private static final Map<SmoteVariant, Run> RUNS = new EnumMap<>(SmoteVariant.class);

  private static final Map<SmoteVariant, Run> BUCKETED = new EnumMap<>(SmoteVariant.class);

  /** All rows after a resampling, and what the fit said of it. */
  private record Run(SmoteSummary summary, List<Row> rows) {

    static Run of(Smote smote) {
      SmoteModel model = smote.fit(data);
      return new Run(model.summary(), model.transform(data).collectAsList());
    }

    List<Row> made() {
      return rows.stream().filter(row -> row.getBoolean(3)).toList();
    }
  }

  @BeforeAll
  static void makeData() {
    data = Tables.clouds(700, 240, 90);
    original = data.collectAsList();
    rearranged =
        List.of(data.repartition(7).cache(), data.coalesce(1).sortWithinPartitions("id").cache());
  }

  @AfterAll
  static void release() {
    rearranged.forEach(Dataset::unpersist);
    RUNS.clear();
    BUCKETED.clear();
  }

  private static Run run(SmoteVariant variant) {
    return RUNS.computeIfAbsent(variant, any -> Run.of(smote(any)));
  }

  private static Run bucketed(SmoteVariant variant) {
    return BUCKETED.computeIfAbsent(variant, any -> Run.of(inBuckets(any)));
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
    for (Run run : List.of(run(variant), bucketed(variant))) {
      List<Row> rows = run.rows();
      assertThat(counts(rows)).isEqualTo(Map.of(0, 700L, 1, 700L, 2, 700L));
      List<String> kept =
          rows.stream()
              .filter(row -> !row.getBoolean(3))
              .map(row -> Rows.text(Tables.row(row.get(0), row.get(1), row.getLong(2))))
              .sorted()
              .toList();
      assertThat(kept).isEqualTo(Rows.texts(original));
    }
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void newRows_areFiniteNumbersOfTheirBasesClass(SmoteVariant variant) {
    Map<Long, Integer> labelOf =
        original.stream().collect(Collectors.toMap(row -> row.getLong(2), row -> row.getInt(1)));
    List<Row> made = run(variant).made();
    assertThat(made).hasSize(460 + 610);
    for (Row row : made) {
      double[] values = ((Vector) row.get(0)).toArray();
      assertThat(values).hasSize(4);
      assertThat(Arrays.stream(values)).allMatch(Double::isFinite);
      assertThat(labelOf.get(row.getStruct(4).getLong(0))).isEqualTo(row.getInt(1));
      assertThat(row.isNullAt(2)).isTrue();
    }
  }

  @Tag("any-serializer")
  @ParameterizedTest
  @MethodSource("numeric")
  void partitionsAndOrder_doNotMatter(SmoteVariant variant) {
    List<String> expected = Rows.texts(bucketed(variant).made());
    for (Dataset<Row> other : rearranged) {
      Dataset<Row> made = inBuckets(variant).fitResample(other).filter("synthetic");
      assertThat(Rows.texts(made)).isEqualTo(expected);
    }
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
    SmoteSummary.ClassRows minority = run(variant).summary().classes().get(1);
    boolean searched = !without.contains(variant);
    assertThat(minority.search()).isEqualTo(searched ? "exact" : "none");
    assertThat(minority.kNeighbors()).isEqualTo(searched ? 5 : 0);
  }
}

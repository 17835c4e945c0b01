// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.testing.WayOfCalling;

/** What every way of calling promises: originals, counts, geometry, even bases, schema. */
class SmoteContractTest extends SparkTest {

  private static final int K = 5;

  private static Dataset<Row> data;
  private static List<Row> originals;
  private static final Map<WayOfCalling, Recorder.Table> TABLES = new EnumMap<>(WayOfCalling.class);

  @BeforeAll
  static void resampleInEveryWay() {
    data = Tables.clouds(600, 150, 40).cache();
    originals = data.collectAsList();
    for (WayOfCalling way : WayOfCalling.values()) {
      Smote smote =
          new Smote().setKNeighbors(K).setSeed(7).setSyntheticCol("synthetic").setIdCol("id");
      TABLES.put(way, way.resample(smote.setProvenanceCol("from"), data));
    }

    data.unpersist();
  }

  private static Recorder.Table table(WayOfCalling way) {
    return Objects.requireNonNull(TABLES.get(way));
  }

  private static Row original(long id) {
    return originals.stream().filter(row -> row.getLong(2) == id).findFirst().orElseThrow();
  }

  private static List<Row> synthetic(WayOfCalling way) {
    return table(way).rows().stream().filter(row -> row.getBoolean(3)).toList();
  }

  private static Map<Integer, Long> countsByLabel(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> row.getInt(1), TreeMap::new, Collectors.counting()));
  }

  @ParameterizedTest
  @EnumSource
  void originals_areThereOnce_bitForBit(WayOfCalling way) {
    List<String> kept =
        table(way).rows().stream()
            .filter(row -> !row.getBoolean(3))
            .peek(row -> assertThat(row.isNullAt(4)).isTrue())
            .map(row -> Rows.text(Tables.row(row.get(0), row.get(1), row.getLong(2))))
            .sorted()
            .toList();
    assertThat(kept).isEqualTo(Rows.texts(originals));
  }

  @ParameterizedTest
  @EnumSource
  void counts_areExact(WayOfCalling way) {
    assertThat(countsByLabel(table(way).rows())).isEqualTo(Map.of(0, 600L, 1, 600L, 2, 600L));
    assertThat(countsByLabel(synthetic(way))).isEqualTo(Map.of(1, 450L, 2, 560L));
  }

  @ParameterizedTest
  @EnumSource
  void syntheticRows_lieBetweenTheirBaseAndATrueNeighbour(WayOfCalling way) {
    for (Row row : synthetic(way)) {
      Row from = row.getStruct(4);
      Row base = original(from.getLong(0));
      Row partner = original(from.getLong(1));
      assertThat(List.of(base.getInt(1), partner.getInt(1))).containsOnly(row.getInt(1));
      assertThat(base).isNotEqualTo(partner);
      assertThat(distance(base, partner)).isLessThanOrEqualTo(distanceOfNeighbour(base, K));
      double gap = from.getDouble(2);
      for (int j = 0; j < 4; j++) {
        double b = vector(base)[j];
        assertThat(vector(row)[j]).isEqualTo(b + gap * (vector(partner)[j] - b), within(1e-12));
      }
    }
  }

  private static double[] vector(Row row) {
    return ((Vector) row.get(0)).toArray();
  }

  private static double distance(Row a, Row b) {
    double sum = 0;
    for (int j = 0; j < 4; j++) {
      sum += Math.pow(vector(a)[j] - vector(b)[j], 2);
    }

    return Math.sqrt(sum);
  }

  private static double distanceOfNeighbour(Row base, int k) {
    return originals.stream()
        .filter(row -> row.getInt(1) == base.getInt(1) && row.getLong(2) != base.getLong(2))
        .mapToDouble(row -> distance(base, row))
        .sorted()
        .skip(k - 1L)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void partners_areEveryRankOfNeighbour(WayOfCalling way) {
    Map<Long, Long> partnersPerRank =
        synthetic(way).stream()
            .map(row -> row.getStruct(4))
            .collect(
                Collectors.groupingBy(
                    from -> rank(original(from.getLong(0)), original(from.getLong(1))),
                    TreeMap::new,
                    Collectors.counting()));
    // 1,010 draws of 5 ranks: a rank outside 202 +- 68 has probability below 1e-6.
    assertThat(partnersPerRank.keySet()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(partnersPerRank.values()).allMatch(count -> Math.abs(count - 202) < 68);
  }

  private static long rank(Row base, Row partner) {
    double limit = distance(base, partner);
    return originals.stream()
        .filter(row -> row.getInt(1) == base.getInt(1) && row.getLong(2) != base.getLong(2))
        .filter(row -> distance(base, row) <= limit)
        .count();
  }

  /** Kolmogorov-Smirnov: a good generator fails with probability 1e-6 (but the seed is fixed). */
  @ParameterizedTest
  @EnumSource
  void gaps_areUniform(WayOfCalling way) {
    double[] gaps =
        synthetic(way).stream()
            .mapToDouble(row -> row.getStruct(4).getDouble(2))
            .sorted()
            .toArray();
    double most = 0;
    for (int i = 0; i < gaps.length; i++) {
      double above = (i + 1.0) / gaps.length - gaps[i];
      most = Math.max(most, Math.max(above, gaps[i] - (double) i / gaps.length));
    }

    assertThat(most).isLessThan(2.694 / Math.sqrt(gaps.length)); // sqrt(ln(2 / 1e-6) / 2)
  }

  @ParameterizedTest
  @EnumSource
  void bases_areUsedEvenly(WayOfCalling way) {
    Map<Integer, List<Long>> uses =
        synthetic(way).stream()
            .collect(Collectors.groupingBy(row -> row.getStruct(4).getLong(0)))
            .values()
            .stream()
            .collect(
                Collectors.groupingBy(
                    rows -> rows.get(0).getInt(1),
                    Collectors.mapping(rows -> (long) rows.size(), Collectors.toList())));
    assertThat(uses.get(1)).hasSize(150).containsOnly(3L); // 450 / 150
    assertThat(uses.get(2)).hasSize(40).containsOnly(14L); // 560 / 40
  }

  @ParameterizedTest
  @EnumSource
  void schema_isTheInputsWithTheAddedColumnsAtItsEnd(WayOfCalling way) {
    StructType from =
        new StructType()
            .add("base", DataTypes.LongType, true)
            .add("partner", DataTypes.LongType, true)
            .add("gap", DataTypes.DoubleType, true);
    StructType expected =
        Tables.SCHEMA.add("synthetic", DataTypes.BooleanType, false).add("from", from, true);
    assertThat(table(way).schema()).isEqualTo(expected);
    assertThat(Arrays.stream(table(way).schema().fields()).map(StructField::name))
        .containsExactly("features", "label", "id", "synthetic", "from");
  }

  @ParameterizedTest
  @EnumSource
  void rows_areTheSameWhateverTheWay(WayOfCalling way) {
    assertThat(Rows.texts(table(way).rows()))
        .isEqualTo(Rows.texts(table(WayOfCalling.FIT_RESAMPLE).rows()));
  }

  private static Stream<Arguments> strategies() {
    Map<String, Map<Integer, Long>> expected =
        Map.of(
            "auto", Map.of(0, 60L, 1, 60L, 2, 60L),
            "minority", Map.of(0, 60L, 1, 21L, 2, 60L),
            "not minority", Map.of(0, 60L, 1, 60L, 2, 13L),
            "not majority", Map.of(0, 60L, 1, 60L, 2, 60L),
            "all", Map.of(0, 60L, 1, 60L, 2, 60L),
            "{\"2\": 100, \"0\": 61}", Map.of(0, 61L, 1, 21L, 2, 100L));
    return Arrays.stream(WayOfCalling.values())
        .flatMap(way -> expected.keySet().stream().map(s -> Arguments.of(way, s, expected.get(s))));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void counts_areExactForEveryStrategy(WayOfCalling way, String text, Map<Integer, Long> totals) {
    Smote smote = new Smote().setSamplingStrategy(text);
    List<Row> rows = way.resample(smote, Tables.clouds(60, 21, 13)).rows();
    assertThat(countsByLabel(rows)).isEqualTo(totals);
  }

  @ParameterizedTest
  @EnumSource
  void counts_areExactForARatio(WayOfCalling way) {
    Function<Double, Map<Integer, Long>> counts =
        ratio ->
            countsByLabel(
                way.resample(new Smote().setSamplingStrategy(ratio), Tables.clouds(90, 20)).rows());
    assertThat(counts.apply(0.5)).isEqualTo(Map.of(0, 90L, 1, 45L));
    assertThat(counts.apply(0.99)).isEqualTo(Map.of(0, 90L, 1, 89L));
  }
}

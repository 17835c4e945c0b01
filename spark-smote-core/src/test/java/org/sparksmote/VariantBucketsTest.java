// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.testing.TaskKiller;
import org.sparksmote.testing.VariantRows;
import org.sparksmote.testing.WayOfCalling;

/** Variants on a class that is split into several buckets, killed tasks, and ways of calling. */
class VariantBucketsTest extends SparkTest {

  private static Dataset<Row> data;
  private static final Map<SmoteVariant, String> EXPECTED = new EnumMap<>(SmoteVariant.class);

  @BeforeAll
  static void makeData() {
    data = Tables.clouds(3600, 3000).repartition(3).cache();
  }

  private static Smote smote(SmoteVariant variant) {
    Smote smote = Smote.of(variant).setSeed(3).setClusterBalanceThreshold(0.2);
    return smote.setExactBelow(500).setBucketRows(1200).setLeafSize(64);
  }

  private static Smote traced(SmoteVariant variant) {
    return smote(variant).setSyntheticCol("synthetic").setProvenanceCol("from").setIdCol("id");
  }

  private static String expected(SmoteVariant variant) {
    return EXPECTED.computeIfAbsent(
        variant, any -> Rows.digest(traced(any).fitResample(data).filter("synthetic")));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "SVM",
        "KMEANS",
        "ADASYN",
        "SL_GRAPH",
        "GEOMETRIC",
        "PROWSYN",
        "MWMOTE",
        "LEE",
        "SMOBD",
        "CURE",
        "ROSE",
        "POLYNOM_MESH"
      })
  void severalBuckets_keepTotalsExact(SmoteVariant variant) {
    SmoteModel model = traced(variant).fit(data);
    assertThat(model.summary().classes().get(1).buckets()).isGreaterThan(1);
    String made = Rows.digest(model.transform(data).filter("synthetic"));
    assertThat(made).startsWith("600 rows");
    EXPECTED.put(variant, made);
  }

  @Test
  void severalBuckets_basesAreNearlyThoseOfOne() {
    VariantRows rows = VariantRows.of(smote(SmoteVariant.BORDERLINE1), data);
    int[] bases = rows.uses(1).keySet().stream().mapToInt(row -> row).limit(150).toArray();
    assertThat(rows.made).hasSize(600);
    // A bucket knows nearly all neighbours of its rows: those beyond its halo are not seen.
    assertThat(Arrays.stream(bases).filter(row -> rows.isInDanger(row, 10)).count())
        .isGreaterThan(130);
    assertThat(rows.uses(1).values()).allMatch(uses -> uses <= 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"BORDERLINE1", "ROSE", "MWMOTE"})
  void killedTasks_doNotMatter(SmoteVariant variant) {
    String expected = expected(variant);
    try (TaskKiller killer = new TaskKiller(spark.sparkContext(), 0.4, 1)) {
      // Which tasks are killed depends on their numbers, and some end before: until one was.
      for (int turn = 0; turn == 0 || (turn < 10 && killer.killed() == 0); turn++) {
        SmoteModel model = traced(variant).fit(data);
        assertThat(Rows.digest(model.transform(data).filter("synthetic"))).isEqualTo(expected);
      }

      assertThat(killer.killed()).as("tasks killed").isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BORDERLINE1", "ROSE", "MWMOTE"})
  void wayOfCalling_doesNotMatter(SmoteVariant variant) {
    Dataset<Row> few = Tables.clouds(150, 60);
    String expected = Rows.digest(traced(variant).fitResample(few));
    for (WayOfCalling way : WayOfCalling.values()) {
      assertThat(Rows.digest(Rows.texts(way.resample(traced(variant), few).rows())))
          .as("%s", way)
          .isEqualTo(expected);
    }
  }
}

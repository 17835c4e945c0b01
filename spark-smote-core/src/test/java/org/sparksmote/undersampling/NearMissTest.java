// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Rows that stay are those of the smallest values, by brute force; sizes are exact. */
class NearMissTest extends SparkTest {

  private static Set<Long> ids(Dataset<Row> rows, int label) {
    return rows.filter("label = " + label).select("id").collectAsList().stream()
        .map(row -> row.getLong(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Rows whose values are below that of the last that stays must stay, of equal ones any may. */
  private static void assertLowest(
      NearMiss sampler, Dataset<Row> table, int label, int minority, int wanted) {
    BruteUnderSampling brute = new BruteUnderSampling(table);
    Map<Long, Double> values = new TreeMap<>();
    for (BruteUnderSampling.Point row : brute.of(label)) {
      double value =
          brute.value(
              row,
              minority,
              sampler.getVersion(),
              sampler.getKNeighbors(),
              sampler.getNNeighborsVer3());
      if (!Double.isNaN(value)) {
        values.put(row.id(), value);
      }
    }

    Set<Long> kept = ids(sampler.fitResample(table), label);
    assertThat(kept).hasSize(Math.min(wanted, values.size()));
    assertThat(values.keySet()).containsAll(kept);
    double[] lowest = values.values().stream().mapToDouble(x -> x).sorted().toArray();
    double[] found = kept.stream().mapToDouble(values::get).sorted().toArray();
    assertThat(found)
        .containsExactly(DoubleStream.of(lowest).limit(kept.size()).toArray(), within(1e-12));
  }

  private static Dataset<Row> scattered(int rows, int classes) {
    Random random = new Random(7);
    List<Row> all = new ArrayList<>();
    for (int id = 0; id < rows; id++) {
      int label = id < 20 ? 0 : 1 + random.nextInt(classes - 1);
      all.add(Tables.row(Vectors.dense(random.nextInt(9), random.nextInt(9)), label, id));
    }

    return Tables.of(Tables.SCHEMA, all);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void rowsThatStay_areThoseOfBruteForce(int version) {
    NearMiss sampler = new NearMiss().setVersion(version);
    assertLowest(sampler, Tables.clouds(150, 40), 0, 1, 40);
    assertLowest(
        sampler.setKNeighbors(1).setNNeighborsVer3(2), Tables.clouds(90, 30, 20), 1, 2, 20);
    assertLowest(sampler.setKNeighbors(2), Tables.duplicates(150, 50), 0, 1, 50);
    assertLowest(sampler.setKNeighbors(20), scattered(150, 3), 1, 0, 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void partitions_doNotMatter_andOtherClassesStayAsTheyWere(int version) {
    Dataset<Row> table = scattered(150, 3);
    NearMiss sampler = new NearMiss().setVersion(version).setSamplingStrategy(Map.of(2, 9));
    Dataset<Row> kept = sampler.fitResample(table.repartition(7));
    assertThat(Rows.digest(sampler.fitResample(table.repartition(1)))).isEqualTo(Rows.digest(kept));
    assertThat(kept.schema()).isEqualTo(table.schema());
    assertThat(kept.filter("label = 2").count()).isEqualTo(9);
    assertThat(Rows.texts(kept.filter("label <> 2")))
        .containsExactlyInAnyOrderElementsOf(Rows.texts(table.filter("label <> 2")));
  }

  /** What imbalanced-learn 0.14 leaves of 48 and 12 rows of which no two are equally far. */
  @Test
  void rowsThatStay_areThoseOfImbalancedLearn() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double x = Math.sin(i * 1.7) * 3 + (i % 5 == 0 ? 1 : 0);
      double y = Math.cos(i * 2.3) * 2 + i * 0.01;
      rows.add(Tables.row(Vectors.dense(x, y), i % 5 == 0 ? 1 : 0, i));
    }

    Dataset<Row> table = Tables.of(Tables.SCHEMA, rows);
    assertThat(ids(new NearMiss().fitResample(table), 0))
        .containsExactly(1L, 12L, 16L, 23L, 27L, 34L, 38L, 42L, 46L, 53L, 56L, 57L);
    assertThat(ids(new NearMiss().setVersion(2).fitResample(table), 0))
        .containsExactly(2L, 9L, 13L, 24L, 26L, 31L, 37L, 42L, 46L, 48L, 52L, 57L);
    assertThat(ids(new NearMiss().setVersion(3).fitResample(table), 0))
        .containsExactly(4L, 6L, 7L, 9L, 11L, 13L, 18L, 24L, 29L, 44L, 52L, 54L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0x1p520, 0x1p-545})
  void unit_doesNotMatter(double unit) {
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 70; id++) {
      double at = id < 10 ? id : 90 + id;
      rows.add(Tables.row(Vectors.dense(at * unit), id < 10 ? 0 : 1, id));
    }

    NearMiss sampler = new NearMiss();
    assertThat(ids(sampler.fitResample(Tables.of(Tables.SCHEMA, rows)), 1))
        .as("the nearest of a line")
        .containsExactlyElementsOf(LongStream.range(10, 20).boxed().toList());
  }

  @Test
  void equalRows_areChosenByTheSeed_andCopiesCount() {
    Dataset<Row> same =
        spark.range(60).selectExpr("1.5 as x", "int(id < 10) as label", "id").cache();
    NearMiss sampler = new NearMiss().setInputCols("x");
    Dataset<Row> kept = sampler.fitResample(same);
    assertThat(kept.filter("label = 0").count()).isEqualTo(10);
    assertThat(Rows.digest(new NearMiss().setInputCols("x").setSeed(1).fitResample(same)))
        .isNotEqualTo(Rows.digest(kept));
    // Rows that nothing tells apart: so many of them.
    Dataset<Row> alike = same.drop("id");
    assertThat(sampler.fitResample(alike).filter("label = 0").count()).isEqualTo(10);
    same.unpersist();
  }

  @Test
  void featuresCountByTheirRange_withMinmax() {
    Dataset<Row> rows =
        Tables.of(
            Tables.SCHEMA,
            Tables.row(Vectors.dense(0, 0), 1, 0),
            Tables.row(Vectors.dense(1000, 0), 0, 1),
            Tables.row(Vectors.dense(0, 3), 0, 2),
            Tables.row(Vectors.dense(5000, 3), 0, 3));
    NearMiss sampler = new NearMiss().setKNeighbors(1);
    assertThat(ids(sampler.fitResample(rows), 0)).containsExactly(2L);
    assertThat(ids(sampler.setStandardize("minmax").fitResample(rows), 0)).containsExactly(1L);
  }

  @Test
  void invalidRows_stayBeyondTheSize_orAreSkipped() {
    Dataset<Row> broken =
        Tables.clouds(50, 20)
            .unionByName(
                Tables.of(Tables.SCHEMA, Tables.row(Vectors.dense(Double.NaN, 0, 0, 0), 0, 99)));
    assertThat(Refusal.of(() -> new NearMiss().fitResample(broken))).startsWith("[SMOTE-023]");
    NearMiss sampler = new NearMiss().setHandleInvalid("keep");
    assertThat(sampler.fitResample(broken).filter("label = 0").count()).isEqualTo(21);
    assertThat(sampler.setHandleInvalid("skip").fitResample(broken).filter("label = 0").count())
        .isEqualTo(20);
  }

  @Test
  void whatCannotBe_isRefused() {
    Dataset<Row> table = Tables.clouds(50, 20);
    assertThat(Refusal.of(() -> new NearMiss().setKNeighbors(21).fitResample(table)))
        .startsWith("[SMOTE-134] Cannot find 21 neighbours of a row in class '1', which has 20");
    assertThat(
            Refusal.of(() -> new NearMiss().setSamplingStrategy(Map.of(1, 5)).fitResample(table)))
        .startsWith("[SMOTE-135] Cannot shrink class '1' by its distance to the smallest class");
    assertThat(Refusal.of(() -> new NearMiss().setSamplingStrategy("minority")))
        .startsWith("[SMOTE-101]");
    Dataset<Row> wide =
        Tables.of(
            Tables.SCHEMA,
            Tables.row(Vectors.sparse(70_000, new int[] {1}, new double[] {1}), 0, 0),
            Tables.row(Vectors.sparse(70_000, new int[] {2}, new double[] {1}), 0, 1),
            Tables.row(Vectors.sparse(70_000, new int[] {3}, new double[] {1}), 1, 2));
    assertThat(Refusal.of(() -> new NearMiss().setKNeighbors(1).fitResample(wide)))
        .startsWith("[SMOTE-133] Cannot compare rows of 70000 features");
  }
}

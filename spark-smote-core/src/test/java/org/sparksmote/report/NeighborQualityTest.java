// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.Smote;
import org.sparksmote.SmoteModel;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

class NeighborQualityTest extends SparkTest {

  private static final double[][] EXACT = {{1, 2, 3, 4, 5, 6}, {1, 1, 2, 2, 3, 3}};

  @Test
  void exactNeighbours_haveFullQuality() {
    NeighborQuality quality = NeighborQuality.of(new double[][] {{1, 2}, {1, 1}}, EXACT);
    assertThat(quality).isEqualTo(new NeighborQuality(2, 1, 1, 0, 2));
  }

  /** Found 1, 3 instead of 1, 2 in one of two rows: means of the first j are 1.25, 1.75, 2.125. */
  @Test
  void missedNeighbour_isMeasuredByHand() {
    NeighborQuality quality = NeighborQuality.of(new double[][] {{1, 3}, {1, 1}}, EXACT);
    assertThat(quality.sampled()).isEqualTo(2);
    assertThat(quality.recall()).isEqualTo(0.75);
    assertThat(quality.meanDistanceRatio()).isEqualTo((1.5 + 1) / 2);
    assertThat(quality.ks()).isEqualTo(0.25);
    // exact means at k = 2: (1.5 + 1) / 2, at 3: (2 + 4/3) / 2; found: (2 + 1) / 2
    double two = 1.25;
    double three = 5.0 / 3;
    assertThat(quality.effectiveK()).isEqualTo(2 + (1.5 - two) / (three - two), within(1e-12));
  }

  @Test
  void othersAsNear_areHits() {
    NeighborQuality quality =
        NeighborQuality.of(new double[][] {{2, 2}}, new double[][] {{1, 2, 2, 2, 2, 2}});
    assertThat(quality.recall()).isEqualTo(1);
  }

  @Test
  void approximateClass_isMeasured_exactOnesAreLeftOut() {
    Dataset<Row> data = Tables.clouds(7000, 6000, 100);
    Smote smote = new Smote().setExactBelow(200).setBucketRows(1500).setLeafSize(64);
    Map<String, NeighborQuality> quality = smote.fit(data).neighborQuality(data, 200, 4);
    assertThat(quality).containsOnlyKeys("1");
    NeighborQuality found = Objects.requireNonNull(quality.get("1"));
    assertThat(found.sampled()).isBetween(150L, 250L);
    assertThat(found.recall()).isBetween(0.8, 1.0);
    assertThat(found.meanDistanceRatio()).isBetween(1.0, 1.1);
    assertThat(found.effectiveK()).isBetween(5.0, 6.5);
    assertThat(new Smote().fit(data).neighborQuality(data, 200, 4)).isEmpty();
  }

  /** What a unit does to squares must not make every neighbour as near as any. */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p600, 0x1p-600})
  void unit_doesNotMatter(double unit) {
    List<Row> rows = new ArrayList<>();
    for (Row row : Tables.cloudRows(4, 4000, 3500)) {
      double[] values = row.<Vector>getAs(0).toArray();
      Vector scaled = Vectors.dense(Arrays.stream(values).map(x -> x * unit).toArray());
      rows.add(Tables.row(scaled, row.get(1), row.getLong(2)));
    }

    Dataset<Row> data = Tables.of(Tables.SCHEMA, rows);
    Smote smote = new Smote().setExactBelow(200).setBucketRows(1000).setLeafSize(64);
    NeighborQuality found =
        Objects.requireNonNull(smote.fit(data).neighborQuality(data, 200, 4).get("1"));
    assertThat(found.recall()).isBetween(0.8, 0.999);
    assertThat(found.meanDistanceRatio()).isBetween(1.0001, 1.1);
  }

  /** The ten rows that are counted to know the border are none of the five that are drawn. */
  @Tag("any-serializer")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "borderline1",
        "borderline2",
        "svm",
        "kmeans",
        "adasyn",
        "safe_level",
        "geometric",
        "lee"
      })
  void variantThatLooksAtOtherClasses_isJudgedByItsFivePartners(String variant) {
    Dataset<Row> data = Tables.clouds(7000, 6000);
    Smote smote =
        new Smote().setVariant(variant).setExactBelow(200).setBucketRows(1500).setLeafSize(64);
    NeighborQuality found = smote.fit(data).neighborQuality(data, 200, 4).get("1");
    assertThat(Objects.requireNonNull(found).effectiveK()).isBetween(5.0, 6.5);
    assertThat(found.recall()).isBetween(0.8, 1.0);
  }

  /** A stand-in that is nearly as near will do for a partner, but may be of another class. */
  @Test
  void rowsThatAreCounted_areFound_evenWhereAnyPartnerWouldDo() {
    Dataset<Row> data = Tables.of(Tables.SCHEMA, Tables.cloudRows(12, 7000, 6000));
    Smote loose = new Smote().setExactBelow(200).setLeafSize(64).setTargetQuality(5);
    Map<String, NeighborQuality> partners = loose.fit(data).neighborQuality(data, 300, 1);
    Map<String, NeighborQuality> counted =
        loose.setVariant("borderline2").fit(data).neighborQuality(data, 300, 1);
    assertThat(Objects.requireNonNull(partners.get("1")).recall()).isLessThan(0.95);
    assertThat(Objects.requireNonNull(counted.get("1")).recall()).isGreaterThan(0.97);
  }

  /** A border would cut off most neighbours of such rows; the search itself misses a few. */
  @Test
  void wideSparseRowsInSeveralTasks_findNeighboursInAllOfThem() {
    Random random = new Random(5);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 6_100; i++) {
      int[] columns = random.ints(0, 5_000).distinct().limit(8).sorted().toArray();
      double[] values = random.doubles(8, 1, 2).toArray();
      rows.add(Tables.row(Vectors.sparse(5_000, columns, values), i < 100 ? 0 : 1, i));
    }

    Dataset<Row> data = Tables.of(Tables.SCHEMA, rows);
    Smote smote =
        new Smote()
            .setSamplingStrategy(Map.of("1", 9_000L))
            .setExactBelow(200)
            .setBucketRows(2_000)
            .setLeafSize(64);
    NeighborQuality found = smote.fit(data).neighborQuality(data, 200, 4).get("1");
    assertThat(Objects.requireNonNull(found).recall()).isGreaterThan(0.95);
  }

  @Test
  void qualityIsTheSame_whateverThePartitions() {
    Dataset<Row> data = Tables.clouds(3000, 2500);
    Dataset<Row> parts = data.repartition(5);
    Smote smote = new Smote().setExactBelow(200).setBucketRows(1000).setLeafSize(64);
    assertThat(smote.fit(parts).neighborQuality(parts, 100, 2))
        .isEqualTo(smote.fit(data).neighborQuality(data, 100, 2));
  }

  @Test
  void anotherDataset_isRefused() {
    Dataset<Row> data = Tables.clouds(30, 20);
    SmoteModel model = new Smote("mine").fit(data);
    assertThat(Refusal.withoutJob(() -> model.neighborQuality(data.toDF(), 10, 1)))
        .isEqualTo(
            "[SMOTE-045] Cannot check the neighbours of mine on this dataset: it was not fitted on"
                + " this Dataset object. Call fit with it first.");
  }
}

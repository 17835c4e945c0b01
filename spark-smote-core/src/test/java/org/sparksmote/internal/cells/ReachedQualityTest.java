// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.Smote;
import org.sparksmote.SmoteModel;
import org.sparksmote.SmoteVariant;
import org.sparksmote.internal.knn.SearchQuality;
import org.sparksmote.report.NeighborQuality;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** The summary says what the search reached, once rows were made. */
class ReachedQualityTest extends SparkTest {

  private final Dataset<Row> data = Tables.clouds(7000, 6000, 100);

  @Test
  void summary_approximateClass_saysWhatWasReached_onceRowsWereMade() {
    SmoteModel model = smote().fit(data);
    assertThat(grown(model).effectiveK()).isZero();
    Dataset<Row> resampled = model.transform(data);
    assertThat(grown(model).effectiveK()).isZero();
    resampled.count();
    double reached = grown(model).effectiveK();
    assertThat(reached).isBetween(5.0, 6.0);
    assertThat(model.summary().toString()).contains("eff. k", " %.2f".formatted(reached));
    resampled.count();
    assertThat(grown(model).effectiveK()).isEqualTo(reached);
    assertThat(model.copy(new org.apache.spark.ml.param.ParamMap()).summary().toJson())
        .isEqualTo(model.summary().toJson());
  }

  /** In one cloud borders cut off neighbours, of which the search within a bucket cannot know. */
  @Test
  void summary_classCutIntoManyBuckets_countsWhatBordersCutOff() {
    Smote smote = new Smote().setExactBelow(200).setBucketRows(1000).setHalo(0);
    SmoteModel model = smote.setTargetQuality(0.1).fit(data);
    model.transform(data).count();
    NeighborQuality all = model.neighborQuality(data, 500, 20).get("1");
    assertThat(Objects.requireNonNull(all).effectiveK()).isGreaterThan(5.5);
    assertThat(grown(model).effectiveK()).isCloseTo(all.effectiveK(), withinPercentage(20));
  }

  @Test
  void summary_strictTarget_isMet_butForWhatBordersCutOff() {
    SmoteModel model = smote().setTargetQuality(0.1).fit(data);
    model.transform(data).count();
    assertThat(grown(model).effectiveK()).isBetween(5.0, 5.3);
  }

  @Test
  void summary_exactClass_reachesK() {
    SmoteModel model = new Smote().setKNeighbors(3).fit(data);
    model.transform(data).count();
    assertThat(grown(model).effectiveK()).isEqualTo(3);
  }

  /** RowNeighbors are five of the rows of all classes that are searched to know the border. */
  @Test
  void summary_partnersAmongAllRows_reachK() {
    SmoteModel model = Smote.of(SmoteVariant.BORDERLINE2).fit(data);
    model.transform(data).count();
    assertThat(grown(model).effectiveK()).isBetween(5.0, 5.2);
  }

  @Test
  void savedSummary_saysWhatWasReachedSinceTheFit(@TempDir Path dir) throws IOException {
    SmoteModel model = smote().fit(data);
    model.transform(data).count();
    String path = dir.resolve("model").toString();
    model.write().save(path);
    assertThat(SmoteModel.load(path).summary().toJson()).isEqualTo(model.summary().toJson());
    assertThat(grown(SmoteModel.load(path)).effectiveK()).isGreaterThan(4.9);
  }

  @Test
  void summary_variantThatSearchesNothing_saysNothing() {
    SmoteModel model = new Smote().setVariant("random").fit(data);
    model.transform(data).count();
    assertThat(grown(model).effectiveK()).isZero();
  }

  @Test
  void merge_ofTheSameCellTwice_countsItOnce() {
    ReachedQuality reached = new ReachedQuality();
    reached.add(Map.of(3, new SearchQuality(5.5)));
    ReachedQuality other = reached.copy();
    other.add(Map.of(4, new SearchQuality(5)));
    reached.merge(other);
    assertThat(reached.value())
        .containsExactly(Map.entry(3, new SearchQuality(5.5)), Map.entry(4, new SearchQuality(5)));
    reached.reset();
    assertThat(reached.isZero()).isTrue();
  }

  private static Smote smote() {
    return new Smote().setExactBelow(200).setBucketRows(1500).setLeafSize(64);
  }

  private static SmoteSummary.ClassRows grown(SmoteModel model) {
    return model.summary().classes().get(1);
  }
}

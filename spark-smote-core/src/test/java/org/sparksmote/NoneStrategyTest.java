// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.RecordingClassifier;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.testing.WayOfCalling;

/** Strategy none asks, as a point of a grid, whether to resample at all. */
class NoneStrategyTest extends SparkTest {

  private static Smote none() {
    return new Smote().setSamplingStrategy("none").setSyntheticCol("synthetic");
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsMade_underTheSameSchema(WayOfCalling way) {
    Dataset<Row> data = Tables.clouds(50, 20);
    Recorder.Table out = way.resample(none(), data);
    assertThat(out.rows()).hasSize(70).noneMatch(row -> row.getBoolean(3));
    assertThat(out.schema())
        .isEqualTo(way.resample(none().setSamplingStrategy("auto"), data).schema());
  }

  @Test
  void smallAndSingleClasses_areNotRefused() {
    for (Dataset<Row> data : List.of(Tables.clouds(50, 1), Tables.clouds(40))) {
      assertThat(none().fitResample(data).count()).isEqualTo(data.count());
    }
  }

  @Test
  void summary_saysWhatIsThere() {
    SmoteSummary summary = none().fit(Tables.clouds(50, 20)).summary();
    assertThat(summary.classes()).allMatch(rows -> rows.made() == 0);
  }

  @Test
  void grid_canAskWhetherToResample() {
    Smote smote = new Smote();
    RecordingClassifier classifier = new RecordingClassifier();
    ResamplingPipeline pipeline =
        new ResamplingPipeline().setStages(new PipelineStage[] {smote, classifier});
    Dataset<Row> data = Tables.clouds(50, 20);
    for (String strategy : new String[] {"none", "auto"}) {
      pipeline.fit(data, new ParamMap().put(smote.samplingStrategy(), strategy));
    }

    pipeline.release();
    assertThat(classifier.trainings())
        .containsExactly(Map.of(0, 50L, 1, 20L), Map.of(0, 50L, 1, 50L));
  }
}

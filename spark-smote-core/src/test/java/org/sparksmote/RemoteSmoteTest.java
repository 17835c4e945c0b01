// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.connect.ml.AskedByClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.internal.saving.LibraryVersion;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** What a server of Spark Connect does for the package for Python, and for others. */
class RemoteSmoteTest extends SparkTest {

  private static final int MAJORITY = 30;
  private static final int ROWS = 40;

  private static Dataset<Row> data() {
    return Tables.clouds(MAJORITY, ROWS - MAJORITY);
  }

  private static RemoteSmoteModel fitted() {
    return AskedByClient.answer(() -> new RemoteSmote("remote_1").setSeed(7).fit(data()));
  }

  private static RemoteSmoteModel asked(RemoteSmoteModel model) {
    return model.copy(new ParamMap().put(model.resample(), true));
  }

  @Test
  void smoteOfAClientWithoutThePackage_isRefused() {
    assertThat(Refusal.of(() -> AskedByClient.answer(() -> new Smote("smote_1").fit(data()))))
        .isEqualTo(
            "[SMOTE-069] Cannot resample with the Smote smote_1 over Spark Connect: every call of a"
                + " client makes a Dataset object of its own, so that the fitted model would pass"
                + " all data through. Use the Smote of the sparksmote package for Python, or"
                + " SmoteResampler.");
  }

  @Test
  void pipelinesOnTheServersSide_andResamplers_workAsEverywhere() {
    Dataset<Row> data = data();
    PipelineStage[] stages = {new Smote()};
    assertThat(AskedByClient.answer(() -> new Pipeline().setStages(stages).fit(data)).stages())
        .hasSize(1);
    assertThat(AskedByClient.answer(() -> new SmoteResampler().transform(data)).count())
        .isEqualTo(2 * MAJORITY);
  }

  @Test
  void model_resamplesWhatItsClientSaysIsTheTrainingData_howeverOften() {
    RemoteSmoteModel model = fitted();
    assertThat(model.transform(data()).count()).isEqualTo(ROWS);
    assertThat(asked(model).transform(data()).count()).isEqualTo(2 * MAJORITY);
    assertThat(asked(model).transform(data()).count()).isEqualTo(2 * MAJORITY);
    assertThat(model.transformSchema(data().schema())).isEqualTo(data().schema());
  }

  @Test
  void text_isTheSummaryAsJson_andTheSizeIsThatOfIt() {
    RemoteSmoteModel model = fitted();
    assertThat(model.toString()).startsWith("{\"invalidRows\":0,\"classes\":[");
    assertThat(model.estimatedSize()).isEqualTo(2L * model.toString().length());
  }

  @Test
  void savedModel_isASmoteModel_andOneThatWasPutAwayHasNoPlan(@TempDir Path dir) throws Exception {
    String path = dir.resolve("model").toString();
    RemoteSmoteModel model = fitted();
    model.write().save(path);
    assertThat(SmoteModel.load(path).uid()).isEqualTo("remote_1");
    RemoteSmoteModel loaded = RemoteSmoteModel.read().load(path);
    assertThat(loaded.transform(data()).count()).isEqualTo(ROWS);
    assertThat(Refusal.of(() -> asked(loaded).transform(data())))
        .startsWith("[SMOTE-070] Cannot resample with the fitted remote_1: the server");
  }

  @Test
  void versions_areFourWords() {
    assertThat(RemoteSmote.versions().split(" ")).hasSize(4).startsWith(LibraryVersion.own());
  }
}

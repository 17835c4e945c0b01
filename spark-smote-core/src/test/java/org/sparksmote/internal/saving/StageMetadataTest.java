// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Binarizer;
import org.apache.spark.ml.feature.Bucketizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

class StageMetadataTest extends SparkTest {

  private final Path folder;

  StageMetadataTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private StageMetadata saved(String name) {
    String path = folder.resolve(name).toString();
    StageMetadata.save(new Binarizer("b_1").setInputCol("x").setThreshold(2), path, spark);
    return StageMetadata.load(path, spark);
  }

  @Test
  void restoredStage_hasTheParamsThatWereSaved() {
    Binarizer stage = new Binarizer("b_1");
    saved("params").ofClass(Binarizer.class).ofKnownVersion().restore(stage);
    assertThat(stage.getInputCol()).isEqualTo("x");
    assertThat(stage.getThreshold()).isEqualTo(2);
    assertThat(stage.isSet(stage.outputCol())).isFalse();
  }

  @Test
  void metadata_tellClassAndUid() {
    StageMetadata metadata = saved("uid");
    assertThat(metadata.className()).isEqualTo(Binarizer.class.getName());
    assertThat(metadata.uid()).isEqualTo("b_1");
    assertThat(metadata.ofUid("b_1")).isSameAs(metadata);
    assertThat(metadata.hasStageUids()).isFalse();
  }

  @Test
  void metadataOfAnotherStage_areRefused() {
    StageMetadata metadata = saved("other");
    assertThat(Refusal.of(() -> metadata.ofClass(Bucketizer.class))).contains("Bucketizer");
    assertThat(Refusal.of(() -> metadata.ofUid("b_2"))).contains("b_1", "b_2");
  }

  @Test
  void paramThatTheStageLacks_isRefused() {
    StageMetadata metadata = saved("lacking");
    assertThat(Refusal.of(() -> metadata.restore(new Pipeline()))).contains("which this one lacks");
  }

  @Test
  void pipeline_tellsTheOrderOfItsStages() {
    String path = folder.resolve("pipeline").toString();
    Pipeline pipeline = new Pipeline("p_1").setStages(new PipelineStage[0]);
    StageMetadata.save(pipeline, List.of("b_2", "a_1"), path, spark);
    StageMetadata metadata = StageMetadata.load(path, spark);
    assertThat(metadata.hasStageUids()).isTrue();
    assertThat(metadata.stageUids()).containsExactly("b_2", "a_1");
  }

  @Test
  void stageTwice_isRefused() {
    String path = folder.resolve("twice").toString();
    StageMetadata.save(new Pipeline("p_1"), List.of("a_1", "a_1"), path, spark);
    assertThat(Refusal.of(() -> StageMetadata.load(path, spark).stageUids()))
        .contains("a_1", "twice");
  }
}

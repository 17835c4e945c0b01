// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.Binarizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Damage;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/** A saved pipeline with something wrong in it, or in its stages, ends in one error (G9). */
class SavedPipelinesTest extends SparkTest {

  private static Path saved = Path.of("");

  private final Path pipeline;
  private final Path stages;

  SavedPipelinesTest(@TempDir Path dir) throws IOException {
    pipeline = dir.resolve("pipeline");
    stages = pipeline;
    try (Stream<Path> files = Files.walk(saved.resolve("pipeline"))) {
      for (Path file : files.filter(file -> !file.toString().endsWith(".crc")).toList()) {
        Files.copy(file, dir.resolve(saved.relativize(file)));
      }
    }
  }

  @BeforeAll
  static void save(@TempDir Path dir) throws IOException {
    saved = dir;
    PipelineStage inner =
        new Pipeline("inner").setStages(new PipelineStage[] {new Binarizer("b"), new Smote("s")});
    PipelineStage[] stages = {inner, new LogisticRegression("classifier")};
    new ResamplingPipeline("outer").setStages(stages).save(saved.resolve("pipeline").toString());
  }

  private String refusal() {
    return Refusal.of(() -> ResamplingPipeline.load(pipeline.toString()));
  }

  private void assertRefused(Path at, String reason) {
    assertThat(refusal())
        .isEqualTo(
            "[SMOTE-054] Cannot load %s: in its metadata %s. Check the path, or build the stage again"
                + " and save it.",
            at, reason);
  }

  private static void setUids(Path at, String uids) {
    Damage.fields(at, json -> Damage.put((ObjectNode) json.get("paramMap"), "stageUids", uids));
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void undamagedPipeline_isLoaded() {
    PipelineStage[] loaded = ResamplingPipeline.load(pipeline.toString()).getStages();
    assertThat(Stream.of(loaded).map(PipelineStage::uid)).containsExactly("inner", "classifier");
  }

  @Test
  void itsOwnMetadata_isCheckedAsThatOfAnyStage() {
    Damage.fields(pipeline, json -> Damage.put(json, "uid", "\"../evil\""));
    assertThat(refusal()).startsWith("[SMOTE-054]").contains("uid is \"../evil\"");
    Damage.fields(pipeline, json -> Damage.put(json, "smoteVersion", "\"99\""));
    assertThat(refusal()).startsWith("[SMOTE-056]");
    Damage.fields(pipeline, json -> Damage.put(json, "class", "null"));
    assertThat(refusal()).startsWith("[SMOTE-043]").contains("does not describe a Resampling");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "055 | intermediateStorageLevel | \"RAM\"",
        "055 | intermediateStorageLevel | 7",
        "055 | shareResampling | \"true\"",
        "055 | cacheInput | null",
        "056 | stages | []",
        "056 | stages | \"evil\""
      })
  void itsOwnParams_areChecked(String code, String param, String value) {
    Damage.fields(pipeline, json -> Damage.put((ObjectNode) json.get("paramMap"), param, value));
    assertThat(refusal()).startsWith("[SMOTE-" + code + "]").contains(param);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | stageUids is null and not a list",
        "\"inner\" | stageUids is \"inner\" and not a list",
        "[\"inner\",null] | stageUids[1] is null and not a text",
        "[\"inner\",7] | stageUids[1] is 7 and not a text",
        "[\"inner\",\"../../../evil\"] | stageUids[1] is \"../../../evil\" and not a plain name",
        "[\"inner\",\" \"] | stageUids[1] is \" \" and not a plain name",
        "[\"inner\",\"inner\"] | stageUids has \"inner\" twice"
      })
  void damagedListOfStages_isRefused(String uids, String reason) {
    setUids(stages, uids);
    assertRefused(stages, "paramMap." + reason);
    setUids(stages, "[\"inner\",\"classifier\"]");
    Path inner = stages.resolve("stages/0_inner");
    setUids(inner, uids);
    assertRefused(inner, "paramMap." + reason);
  }

  @Test
  void pipelineWithoutAListOfStages_isReadAsTheFirstLayout() {
    setUids(pipeline, "");
    assertThat(refusal())
        .startsWith("[SMOTE-054] Cannot load " + pipeline + "/pipeline: it has no metadata.");
    setUids(pipeline, "[\"inner\",\"classifier\"]");
    Path inner = stages.resolve("stages/0_inner");
    setUids(inner, "");
    assertRefused(inner, "paramMap.stageUids is missing");
  }

  @Test
  void layout_isThatOfSparksOwnPipelines() throws IOException {
    PipelineStage[] read = Pipeline.load(stages.resolve("stages/0_inner").toString()).getStages();
    assertThat(Stream.of(read).map(PipelineStage::uid)).containsExactly("b", "s");
    try (Stream<Path> files = Files.list(pipeline)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("metadata", "stages");
    }
  }

  @Test
  void stageWithoutItsDirectory_isRefused() {
    setUids(stages, "[\"classifier\",\"inner\"]");
    assertThat(refusal())
        .startsWith(
            "[SMOTE-054] Cannot load " + stages + "/stages/0_classifier: it has no metadata.");
    setUids(stages, "[\"inner\",\"classifier\"]");
    delete(stages.resolve("stages/1_classifier"));
    assertThat(refusal())
        .startsWith(
            "[SMOTE-054] Cannot load " + stages + "/stages/1_classifier: it has no metadata.");
    delete(stages);
    assertThat(refusal()).startsWith("[SMOTE-054] Cannot load " + stages + ": it has no metadata.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1_classifier", "0_inner", "0_inner/stages/0_b", "0_inner/stages/1_s"})
  void metadataOfEveryStage_isChecked_alsoOfSparksOwn(String at) {
    Path stage = stages.resolve("stages/" + at);
    String uid = at.substring(at.lastIndexOf('_') + 1);
    Damage.fields(stage, json -> Damage.put(json, "uid", "\"other\""));
    assertRefused(
        stage, "uid is \"other\" and not \"" + uid + "\", by which its pipeline calls it");
    Damage.fields(stage, json -> Damage.put(json, "uid", '"' + uid + '"'));
    Damage.fields(stage, json -> Damage.put(json, "class", "null"));
    assertRefused(stage, "class is null and not a text");
    Damage.text(stage, text -> "");
    assertThat(refusal())
        .startsWith("[SMOTE-054] Cannot load " + stage + ": its metadata is empty.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no.such.Class",
        "java.lang.String",
        "org.apache.spark.ml.PipelineStage",
        "org.apache.spark.ml.evaluation.BinaryClassificationEvaluator"
      })
  void stageThatSparkCannotLoad_isRefusedWithTheCause(String type) {
    Path classifier = stages.resolve("stages/1_classifier");
    Damage.fields(
        classifier,
        json -> {
          Damage.put(json, "class", '"' + type + '"');
          Damage.put(json, "paramMap", "{}");
          Damage.put(json, "defaultParamMap", "{}");
        });
    assertThat(refusal())
        .matches(
            "\\[SMOTE-057] Cannot load the stages of \\S+/pipeline: one of them ends in"
                + " [A-Z]\\w+Exception \\(\".+\\)\\. Build the pipeline again and save it, or add"
                + " the library that has the stage\\.");
    assertThatThrownBy(() -> ResamplingPipeline.load(pipeline.toString()))
        .hasCauseInstanceOf(Exception.class);
  }

  @Test
  void damagedSmoteWithin_isRefusedAsItIsAlone() {
    Path smote = stages.resolve("stages/0_inner/stages/1_s");
    Damage.fields(
        smote, json -> Damage.put((ObjectNode) json.get("paramMap"), "kNeighbors", "3.7"));
    assertThat(refusal()).startsWith("[SMOTE-055] Cannot load " + smote + ": its param kNeighbors");
  }

  @Test
  void pipelineOfAnotherClass_isRefused() {
    Damage.fields(stages, json -> Damage.put(json, "class", "\"org.sparksmote.Smote\""));
    assertThat(refusal())
        .startsWith("[SMOTE-043] Cannot load " + stages + ": its metadata does not describe a Res");
  }

  @Test
  void loadedPipeline_isSavedAgainAsItWas() throws IOException {
    ResamplingPipeline loaded = ResamplingPipeline.load(pipeline.toString());
    loaded.write().overwrite().save(pipeline.toString());
    assertThat(List.of(ResamplingPipeline.load(pipeline.toString()).getStages())).hasSize(2);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.Binarizer;
import org.apache.spark.ml.param.ParamMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.ResamplingPipeline;
import org.sparksmote.Smote;
import org.sparksmote.SmoteModel;
import org.sparksmote.SmoteResampler;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/** A uid names a directory, so it is a plain name or it is refused (H4). */
class StageUidTest extends SparkTest {

  private static final List<Class<? extends PipelineStage>> STAGES =
      List.of(Smote.class, SmoteModel.class, SmoteResampler.class, ResamplingPipeline.class);

  private static PipelineStage make(Class<? extends PipelineStage> type, @Nullable String uid)
      throws Throwable {
    Constructor<? extends PipelineStage> constructor = type.getConstructor(String.class);
    try {
      return constructor.newInstance(new @Nullable Object[] {uid});
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static Stream<String> tricks() {
    return Stream.of(
        "",
        " ",
        "\t",
        ".",
        "..",
        "../x",
        "../../../../evil",
        "a/b",
        "/etc/passwd",
        "a\\b",
        "C:x",
        "file:///x",
        "a\u0000b",
        "a\nb",
        "a\u2028b",
        "a\u202eb",
        " a",
        "a ",
        "a.",
        ".hidden",
        "-option",
        "a*b",
        "a?b",
        "[ab]",
        "{a,b}",
        "a,b",
        "a%2fb",
        "$HOME",
        "~",
        "x".repeat(201),
        "\u00fc".repeat(101));
  }

  @ParameterizedTest
  @MethodSource("tricks")
  @DisplayName("H4 uids that are paths, patterns or nothing")
  void uidThatIsNoPlainName_isRefusedByEveryStage_withoutAJob(String uid) {
    for (Class<? extends PipelineStage> type : STAGES) {
      assertThat(Refusal.withoutJob(() -> make(type, uid)))
          .startsWith("[SMOTE-067] Cannot use the uid ")
          .hasSizeLessThan(300);
    }
  }

  @Test
  void refusal_saysWhatAUidMayBe() {
    assertThat(Refusal.of(() -> new Smote("../x")))
        .isEqualTo(
            "[SMOTE-067] Cannot use the uid \"../x\": it names a directory when a pipeline is saved."
                + " Choose letters, digits, '_' and '-', with '.' and blanks inside, 200 bytes at"
                + " most, or leave it out.");
    assertThat(Refusal.of(() -> make(Smote.class, null))).startsWith("[SMOTE-067]");
    assertThat(Refusal.of(() -> new Smote("a\nb"))).contains("the uid \"a\\nb\":");
    assertThat(Refusal.of(() -> new Smote("a\u202eb"))).contains("the uid \"a\\u202eb\":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smote_4f1c2a",
        "a",
        "_",
        "7",
        "my smote",
        "v1.2-b",
        "gr\u00f6\u00dfe",
        "\u0939\u093f\u0902\u0926\u0940",
        "\u6837\u672c"
      })
  void plainName_isTaken_andSavedInAPipeline(String uid, @TempDir Path dir) throws Throwable {
    for (Class<? extends PipelineStage> type : STAGES) {
      assertThat(make(type, uid).uid()).isEqualTo(uid);
    }

    Path path = dir.resolve("pipeline");
    Smote smote = new Smote(uid).setKNeighbors(3);
    new Pipeline().setStages(new PipelineStage[] {smote}).save(path.toString());
    PipelineStage loaded = Pipeline.load(path.toString()).getStages()[0];
    assertThat(loaded.uid()).isEqualTo(uid);
    assertThat(((Smote) loaded.copy(new ParamMap())).getKNeighbors()).isEqualTo(3);
  }

  @Test
  void stagesOfOthers_areCheckedBeforeAPipelineIsSaved(@TempDir Path dir) throws IOException {
    PipelineStage evil = new Binarizer("../../../evil");
    PipelineStage[] inner = {new Smote("s"), new LogisticRegression("c")};
    for (PipelineStage stage :
        new PipelineStage[] {
          evil,
          new Pipeline("inner").setStages(new PipelineStage[] {evil}),
          new ResamplingPipeline("inner").setStages(new PipelineStage[] {evil})
        }) {
      PipelineStage[] stages = {stage, inner[0], inner[1]};
      ResamplingPipeline pipeline = new ResamplingPipeline("p").setStages(stages);
      assertThat(Refusal.withoutJob(() -> pipeline.save(dir.resolve("a/b/c/d").toString())))
          .startsWith("[SMOTE-067] Cannot use the uid \"../../../evil\"");
    }

    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void stagesOfOneUid_areRefusedWhenTheirPipelineIsSaved(@TempDir Path dir) {
    PipelineStage[] stages = {new Binarizer("a"), new Smote("b"), new LogisticRegression("a")};
    ResamplingPipeline pipeline = new ResamplingPipeline("p").setStages(stages);
    assertThat(Refusal.withoutJob(() -> pipeline.save(dir.resolve("p").toString())))
        .isEqualTo(
            "[SMOTE-068] Cannot save the pipeline p: two of its stages have the uid 'a', so that no"
                + " param map could tell them apart. Choose another uid for one of them.");
    assertThat(dir).isEmptyDirectory();
  }
}

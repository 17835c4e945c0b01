// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Damage;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Everything that can be saved comes back as it was, alone and inside Spark's own stages (H1). */
class PersistenceTest extends SparkTest {

  private final Path dir;

  PersistenceTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private String path() {
    return dir.resolve("stage").toString();
  }

  private <T extends MLWritable> void save(T stage) {
    try {
      stage.write().overwrite().save(path());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertSameParams(Params loaded, Params saved) {
    assertThat(loaded.getClass()).isEqualTo(saved.getClass());
    assertThat(loaded.uid()).isEqualTo(saved.uid());
    for (Param<?> param : saved.params()) {
      Param<?> same = loaded.getParam(param.name());
      assertThat(loaded.isSet(same)).as("%s is set", param.name()).isEqualTo(saved.isSet(param));
      if (saved.isDefined(param)) {
        boolean isSummary = saved instanceof SmoteModel && param.name().equals("summaryJson");
        // The summary also has what was reached since the fit.
        Object value =
            isSummary ? ((SmoteModel) saved).summary().toJson() : saved.getOrDefault(param);
        assertThat((Object) loaded.getOrDefault(same)).as(param.name()).isEqualTo(value);
      }
    }
  }

  @Test
  void stages_comeBackWithEveryParam() {
    Smote smote = ParamsTest.withEverythingSet(new Smote());
    save(smote);
    assertSameParams(Smote.load(path()), smote);
    SmoteResampler resampler = ParamsTest.withEverythingSet(new SmoteResampler());
    save(resampler);
    assertSameParams(SmoteResampler.load(path()), resampler);
  }

  @Test
  void unsetParams_stayUnset() {
    for (Smote smote : List.of(new Smote(), new Smote("mine").setKNeighbors(3))) {
      save(smote);
      assertSameParams(Smote.load(path()), smote);
    }
  }

  @Test
  void model_keepsItsSummary_andPassesAllDataThrough() {
    Dataset<Row> data = Tables.clouds(30, 10);
    SmoteModel model = new Smote().setSyntheticCol("synthetic").fit(data);
    save(model);
    SmoteModel loaded = SmoteModel.load(path());
    assertSameParams(loaded, model);
    assertThat(loaded.summary().toString()).isEqualTo(model.summary().toString());
    assertThat(loaded.summary().classes()).isEqualTo(model.summary().classes());
    assertThat(loaded.transform(data).filter("not synthetic").count()).isEqualTo(40);
    assertThat(loaded.transform(data).schema()).isEqualTo(loaded.transformSchema(data.schema()));
  }

  @Test
  void secondSave_withoutOverwrite_fails() throws IOException {
    Smote first = new Smote().setKNeighbors(1);
    first.save(path());
    assertThatThrownBy(() -> new Smote().save(path()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("overwrite");
    assertThat(Smote.load(path()).getKNeighbors()).isEqualTo(1);
    save(new Smote().setKNeighbors(2));
    assertThat(Smote.load(path()).getKNeighbors()).isEqualTo(2);
  }

  private static PipelineStage[] stages() {
    return new PipelineStage[] {
      new Smote().setKNeighbors(3), new LogisticRegression().setMaxIter(1)
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DISK_ONLY"})
  void resamplingPipeline_comesBack_withStagesAndStorageLevel(String level) throws IOException {
    ResamplingPipeline pipeline = new ResamplingPipeline().setStages(stages());
    if (!level.isEmpty()) {
      pipeline.setIntermediateStorageLevel(level);
    }

    pipeline.save(path());
    assertThatThrownBy(() -> pipeline.save(path())).isInstanceOf(IOException.class);
    pipeline.write().overwrite().save(path());
    ResamplingPipeline loaded = ResamplingPipeline.load(path());
    assertThat(loaded.uid()).isEqualTo(pipeline.uid());
    assertThat(loaded.isSet(loaded.intermediateStorageLevel())).isEqualTo(!level.isEmpty());
    assertThat(loaded.getIntermediateStorageLevel())
        .isEqualTo(pipeline.getIntermediateStorageLevel());
    assertThat(loaded.getStages()).hasSize(2);
    assertSameParams(loaded.getStages()[0], pipeline.getStages()[0]);
  }

  @Test
  void insidePipelines_everythingComesBack() throws IOException {
    Dataset<Row> data = Tables.clouds(40, 15);
    ResamplingPipeline inner = new ResamplingPipeline().setStages(stages());
    new Pipeline().setStages(new PipelineStage[] {inner}).save(path());
    PipelineStage loaded = Pipeline.load(path()).getStages()[0];
    assertThat(loaded).isInstanceOf(ResamplingPipeline.class);
    assertThat(((ResamplingPipeline) loaded).fit(data).stages()).hasSize(1);
    PipelineModel model = new Pipeline().setStages(stages()).fit(data);
    save(model);
    PipelineModel again = PipelineModel.load(path());
    assertSameParams(again.stages()[0], model.stages()[0]);
    assertThat(again.transform(data).count()).isEqualTo(55);
    save(inner.fit(data));
    assertThat(PipelineModel.load(path()).transform(data).count()).isEqualTo(55);
  }

  @Test
  void insideModelSelection_everythingComesBack() throws IOException {
    Dataset<Row> data = Tables.clouds(40, 15);
    PipelineStage[] stages = stages();
    ResamplingPipeline pipeline = new ResamplingPipeline().setStages(stages);
    Smote smote = (Smote) stages[0];
    ParamMap[] grid = new ParamGridBuilder().addGrid(smote.kNeighbors(), new int[] {2}).build();
    CrossValidator validator =
        new CrossValidator()
            .setEstimator(pipeline)
            .setEstimatorParamMaps(grid)
            .setEvaluator(new BinaryClassificationEvaluator())
            .setNumFolds(2);
    validator.save(path());
    CrossValidator loaded = CrossValidator.load(path());
    assertThat(loaded.getEstimator()).isInstanceOf(ResamplingPipeline.class);
    assertThat(loaded.getEstimatorParamMaps()[0].get(smote.kNeighbors()).get()).isEqualTo(2);
    save(loaded.fit(data));
    CrossValidatorModel model = CrossValidatorModel.load(path());
    assertThat(model.transform(data).count()).isEqualTo(55);
    assertThat(((PipelineModel) model.bestModel()).stages()).hasSize(1);
    save(
        new TrainValidationSplit()
            .setEstimator(pipeline)
            .setEstimatorParamMaps(grid)
            .setEvaluator(new BinaryClassificationEvaluator()));
    assertThat(TrainValidationSplit.load(path()).getEstimator())
        .isInstanceOf(ResamplingPipeline.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.FileOutputStream",
        "java.lang.ProcessBuilder",
        "org.sparksmote.SmoteResampler",
        "no.such.Class",
        ""
      })
  @DisplayName("H1, M12 metadata that names another class")
  void foreignClass_isRefusedBeforeAnythingIsMadeOfIt(String name) throws IOException {
    Path victim = Files.writeString(dir.resolve("victim"), "untouched");
    save(new Smote());
    Damage.fields(
        dir.resolve("stage"), json -> json.put("uid", victim.toString()).put("class", name));
    assertThat(Refusal.of(() -> Smote.load(path())))
        .isEqualTo(
            "[SMOTE-043] Cannot load "
                + path()
                + ": its metadata does not describe a Smote. Check the path, or load it with the"
                + " class that saved it.");
    assertThat(victim).hasContent("untouched");
  }

  @Test
  void numbersOfOtherTypes_areSavedAsThoseOfTheParam() {
    Smote smote = new Smote();
    smote.set(smote.getParam("kNeighbors"), 3L);
    smote.set(smote.getParam("seed"), 7);
    smote.set(smote.getParam("shrinkage"), 2);
    save(smote);
    Smote loaded = Smote.load(path());
    assertThat(loaded.getOrDefault(loaded.kNeighbors())).isEqualTo(3);
    assertThat(loaded.getOrDefault(loaded.seed())).isEqualTo(7L);
    assertThat(loaded.getOrDefault(loaded.shrinkage())).isEqualTo(2.0);
  }

  @Test
  void stages_comeBackFromTheLocalFiles_toWhichConnectMovesThem() throws IOException {
    SmoteModel model = new Smote().fit(Tables.clouds(30, 10));
    model.write().saveToLocal(path());
    SmoteModel loaded = SmoteModel.read().loadFromLocal(path());
    assertSameParams(loaded, model);
    assertThat(dir.resolve("stage/metadata")).isRegularFile();
    Path pipeline = dir.resolve("pipeline");
    new ResamplingPipeline().setStages(stages()).write().saveToLocal(pipeline.toString());
    Pipeline again = ResamplingPipeline.read().loadFromLocal(pipeline.toString());
    assertThat(again.getStages()).hasSize(2);
    assertThat(Refusal.of(() -> SmoteModel.read().loadFromLocal(path() + "/no")))
        .startsWith("[SMOTE-054] Cannot load " + path() + "/no: its metadata cannot be read (NoS");
  }

  @Test
  void loadingAnotherKindOfStage_isRefused() {
    save(new SmoteResampler());
    assertThat(Refusal.of(() -> Smote.load(path()))).startsWith("[SMOTE-043]");
    assertThat(Refusal.of(() -> ResamplingPipeline.load(path()))).startsWith("[SMOTE-043]");
    save(new Smote().fit(Tables.clouds(20, 10)));
    assertThat(Refusal.of(() -> Smote.load(path()))).startsWith("[SMOTE-043]");
  }

  @Test
  void missingSummary_isSaidClearly() {
    assertThat(Refusal.of(() -> new SmoteModel("mine").summary()))
        .isEqualTo(
            "[SMOTE-042] Cannot show the summary of mine: it was not fitted. Call fit first, or"
                + " load a fitted model.");
  }

  @ParameterizedTest
  @EnumSource(SmoteVariant.class)
  @DisplayName("G9 summaries of all variants")
  void summaryOfEveryVariant_isSavedAndLoaded(SmoteVariant variant, @TempDir Path folder)
      throws IOException {
    String[] inputs =
        switch (variant) {
          case SMOTEN -> new String[] {"t"};
          case SMOTENC -> new String[] {"x", "t"};
          default -> new String[] {"x"};
        };
    Dataset<Row> data =
        Tables.clouds(60, 30)
            .selectExpr("label", "double(id * 7 % 11) as x", "string(id % 3) as t");
    SmoteModel model = Smote.of(variant).setOnShortfall("fallback").setInputCols(inputs).fit(data);
    String path = folder.resolve("model").toString();
    model.write().save(path);
    assertThat(SmoteModel.load(path).summary().classes()).isEqualTo(model.summary().classes());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Model selection scores on original rows only: no synthetic row is in any validation fold. */
class ValidationFoldsTest extends SparkTest {

  private static final List<List<Long>> FOLDS = Collections.synchronizedList(new ArrayList<>());

  /** Remembers the ids of the rows that are scored; a synthetic row has none. */
  static final class FoldReader extends Evaluator {

    private static final long serialVersionUID = 1L;

    @Override
    public String uid() {
      return "foldReader";
    }

    @Override
    public double evaluate(Dataset<?> scored) {
      List<Row> rows = scored.select("id").toDF().collectAsList();
      FOLDS.add(rows.stream().map(row -> row.isNullAt(0) ? -1 : row.getLong(0)).toList());
      return FOLDS.size();
    }

    @Override
    public FoldReader copy(ParamMap extra) {
      return this;
    }
  }

  @BeforeEach
  void forgetFolds() {
    FOLDS.clear();
  }

  private static PipelineStage[] stages(Smote smote) {
    StandardScaler scaler = new StandardScaler().setInputCol("features").setOutputCol("scaled");
    smote.setFeaturesCol("scaled");
    LogisticRegression classifier = new LogisticRegression().setFeaturesCol("scaled");
    return new PipelineStage[] {scaler, smote, classifier.setMaxIter(1)};
  }

  private static CrossValidator validator(Pipeline pipeline, ParamMap[] grid) {
    return new CrossValidator()
        .setEstimator(pipeline)
        .setEstimatorParamMaps(grid)
        .setEvaluator(new FoldReader())
        .setNumFolds(2)
        .setSeed(4);
  }

  private static void assertOriginalsOnly(long rows, int foldsPerRow) {
    List<Long> scored = FOLDS.stream().flatMap(List::stream).toList();
    assertThat(scored).doesNotContain(-1L);
    assertThat(scored).hasSize((int) (rows * foldsPerRow));
    Set<Long> times =
        scored.stream()
            .collect(Collectors.groupingBy(id -> id, Collectors.counting()))
            .values()
            .stream()
            .collect(Collectors.toSet());
    assertThat(times).containsExactly((long) foldsPerRow);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void crossValidator_scoresEveryOriginalOncePerSetting(boolean safePipeline) {
    Dataset<Row> data = Tables.clouds(150, 30);
    Smote smote = new Smote();
    Pipeline pipeline = safePipeline ? new ResamplingPipeline() : new Pipeline();
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(smote.samplingStrategy(), texts("auto", "0.5"))
            .addGrid(smote.kNeighbors(), new int[] {2})
            .build();
    CrossValidatorModel model = validator(pipeline.setStages(stages(smote)), grid).fit(data);
    assertThat(FOLDS).hasSize(2 * 2);
    assertOriginalsOnly(180, 2);
    assertThat(model.transform(data).count()).isEqualTo(180);
  }

  private static scala.collection.Iterable<String> texts(String... values) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(values));
  }

  @Test
  void settingsOfTheGrid_reachTheSampler() {
    Dataset<Row> data = Tables.clouds(150, 30);
    Smote smote = new Smote();
    Recorder recorder = new Recorder();
    ResamplingPipeline pipeline =
        new ResamplingPipeline().setStages(new PipelineStage[] {smote, recorder});
    ParamMap half = new ParamMap().put(smote.samplingStrategy(), "0.5");
    pipeline.fit(data, half);
    assertThat(recorder.seen().rows()).hasSize(225);
    assertThat(smote.getSamplingStrategy()).isEqualTo("auto");
    pipeline.fit(data);
    assertThat(recorder.seen().rows()).hasSize(300);
  }

  @Test
  void crossValidator_inParallel_scoresOriginalsOnly() {
    Smote smote = new Smote();
    ParamMap[] grid =
        new ParamGridBuilder().addGrid(smote.kNeighbors(), new int[] {1, 2, 3}).build();
    validator(new ResamplingPipeline().setStages(stages(smote)), grid)
        .setParallelism(4)
        .fit(Tables.clouds(150, 30));
    assertOriginalsOnly(180, 3);
  }

  @Test
  void trainValidationSplit_scoresOriginalsOnly() {
    Smote smote = new Smote();
    ParamMap[] grid = new ParamGridBuilder().addGrid(smote.kNeighbors(), new int[] {1, 3}).build();
    new TrainValidationSplit()
        .setEstimator(new ResamplingPipeline().setStages(stages(smote)))
        .setEstimatorParamMaps(grid)
        .setEvaluator(new FoldReader())
        .setTrainRatio(0.7)
        .setSeed(4)
        .fit(Tables.clouds(150, 30));
    assertThat(FOLDS).hasSize(2);
    assertThat(FOLDS.get(0)).isNotEmpty().doesNotContain(-1L).doesNotHaveDuplicates();
    assertThat(FOLDS.get(1)).containsExactlyInAnyOrderElementsOf(FOLDS.get(0));
  }
}

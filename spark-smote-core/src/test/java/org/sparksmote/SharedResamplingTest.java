// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Fits of one dataset with several settings resample once; nothing is kept that was not asked for.
 */
class SharedResamplingTest extends SparkTest {

  /** The resamplings that were planned, by the job that each of them starts with. */
  private static long plansIn(Runnable body) {
    return Jobs.describedBy(body).stream().filter(job -> job.contains("count classes")).count();
  }

  private final StandardScaler scaler =
      new StandardScaler().setInputCol("features").setOutputCol("scaled");
  private final Smote smote = new Smote().setFeaturesCol("scaled");
  private final LogisticRegression classifier =
      new LogisticRegression().setFeaturesCol("scaled").setMaxIter(3);
  private final ResamplingPipeline pipeline =
      new ResamplingPipeline().setStages(new PipelineStage[] {scaler, smote, classifier});
  private Set<Object> persistedBefore = Set.of();

  private static Set<Object> persisted() {
    return Set.copyOf(
        CollectionConverters.asJava(spark.sparkContext().getPersistentRDDs()).keySet());
  }

  @BeforeEach
  void lookAtStorage() {
    persistedBefore = persisted();
  }

  @AfterEach
  void nothingIsLeft_onceReleased() {
    pipeline.release();
    assertThat(persisted()).isEqualTo(persistedBefore);
  }

  private ParamMap[] fourPenalties() {
    return new ParamGridBuilder()
        .addGrid(classifier.regParam(), new double[] {0.0, 0.01, 0.1, 1.0})
        .build();
  }

  private CrossValidator threeFolds(ParamMap[] grid) {
    return new CrossValidator()
        .setEstimator(pipeline)
        .setEstimatorParamMaps(grid)
        .setEvaluator(new BinaryClassificationEvaluator())
        .setNumFolds(3)
        .setSeed(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void crossValidator_resamplesOncePerFold_andForTheRefit(int threads) {
    Dataset<Row> data = Tables.clouds(150, 30);
    CrossValidator folds = threeFolds(fourPenalties()).setParallelism(threads);
    assertThat(plansIn(() -> folds.fit(data))).isEqualTo(3 + 1);
    assertThat(persisted()).hasSize(persistedBefore.size() + 1); // of the refit
    pipeline.setShareResampling(false);
    pipeline.release();
    assertThat(plansIn(() -> folds.fit(data))).isEqualTo(3 * 4 + 1);
  }

  @Test
  void settingsOfTheSampler_areResampledEach() {
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(classifier.regParam(), new double[] {0.0, 0.1})
            .addGrid(smote.kNeighbors(), new int[] {2, 3})
            .build();
    CrossValidator folds = threeFolds(grid).setParallelism(2);
    assertThat(plansIn(() -> folds.fit(Tables.clouds(150, 30)))).isEqualTo(3 * 2 + 1);
  }

  @Test
  void models_areThoseOfFitsThatShareNothing() {
    Dataset<Row> data = Tables.clouds(150, 30);
    for (ParamMap settings : fourPenalties()) {
      PipelineModel shared = pipeline.fit(data, settings);
      PipelineModel alone = pipeline.copy(settings).fit(data);
      assertThat(Rows.digest(shared.transform(data).drop("features", "scaled")))
          .isEqualTo(Rows.digest(alone.transform(data).drop("features", "scaled")));
      assertThat(shared.stages()).hasSize(2);
      LogisticRegressionModel trained = (LogisticRegressionModel) shared.stages()[1];
      assertThat(trained.getRegParam())
          .isEqualTo(((LogisticRegressionModel) alone.stages()[1]).getRegParam());
    }

    assertThat(threeFolds(fourPenalties()).fit(data).avgMetrics())
        .isEqualTo(
            threeFolds(fourPenalties())
                .setEstimator(pipeline.copy(new ParamMap()).setShareResampling(false))
                .fit(data)
                .avgMetrics());
  }

  @Test
  void plainFit_keepsNothing_andUsesNothing() {
    Dataset<Row> data = Tables.clouds(150, 30);
    pipeline.fit(data);
    assertThat(persisted()).isEqualTo(persistedBefore);
    pipeline.fit(data, new ParamMap());
    assertThat(plansIn(() -> pipeline.fit(data))).isOne();
    assertThat(plansIn(() -> pipeline.fit(data, new ParamMap()))).isZero();
  }

  @Test
  void anotherDataset_replacesWhatIsKept_alsoIfItHasTheSameRows() {
    Dataset<Row> data = Tables.clouds(150, 30);
    Dataset<Row> same = data.toDF();
    assertThat(plansIn(() -> pipeline.fit(data, new ParamMap()))).isOne();
    assertThat(plansIn(() -> pipeline.fit(same, new ParamMap()))).isOne();
    assertThat(persisted()).hasSize(persistedBefore.size() + 1);
    assertThat(plansIn(() -> pipeline.fit(same, new ParamMap()))).isZero();
    assertThat(plansIn(() -> pipeline.fit(data, new ParamMap()))).isOne();
  }

  @Test
  void settingsThatChange_betweenFits_areNotMissed() {
    Dataset<Row> data = Tables.clouds(150, 30);
    pipeline.fit(data, new ParamMap());
    smote.setSeed(99);
    assertThat(plansIn(() -> pipeline.fit(data, new ParamMap()))).isOne();
    scaler.setWithMean(true); // before the sampler, which then sees other rows
    assertThat(plansIn(() -> pipeline.fit(data, new ParamMap()))).isOne();
    pipeline.setStages(new PipelineStage[] {scaler.fit(data), smote, classifier});
    assertThat(plansIn(() -> pipeline.fit(data, new ParamMap()))).isOne();
    pipeline.setStages(new PipelineStage[] {scaler.fit(Tables.clouds(9, 9)), smote, classifier});
    assertThat(plansIn(() -> pipeline.fit(data, new ParamMap()))).isOne(); // another fitted model
  }

  @Test
  void stagesBehindTheSampler_areSharedUpToTheFirstDifference() {
    PCA first = new PCA().setInputCol("scaled").setOutputCol("less").setK(2);
    pipeline.setStages(
        new PipelineStage[] {scaler, smote, first, classifier.setFeaturesCol("less")});
    Dataset<Row> data = Tables.clouds(150, 30);
    ParamMap[] grid = fourPenalties();
    PipelineModel one = pipeline.fit(data, grid[0]);
    PipelineModel other = pipeline.fit(data, grid[1]);
    assertThat(other.stages()[1]).isSameAs(one.stages()[1]); // the fitted PCA
    assertThat(other.stages()[2]).isNotSameAs(one.stages()[2]);
    PipelineModel wider = pipeline.fit(data, new ParamMap().put(first.k(), 3));
    assertThat(wider.stages()[0]).isSameAs(one.stages()[0]);
    assertThat(wider.stages()[1]).isNotSameAs(one.stages()[1]);
  }

  @Test
  void failedFit_keepsNothing() {
    PipelineStage[] broken = {scaler, smote, new TrainingOnlyTest.Broken()};
    pipeline.setStages(broken);
    Dataset<Row> data = Tables.clouds(150, 30);
    assertThatThrownBy(() -> pipeline.fit(data, new ParamMap())).hasMessageContaining("broken");
    assertThat(persisted()).isEqualTo(persistedBefore);
  }

  /** Every row of the input is counted when it is read. */
  @Test
  void cacheInput_readsTheInputOnce() {
    LongAccumulator reads = spark.sparkContext().longAccumulator();
    UserDefinedFunction counted =
        functions
            .udf(
                (Long id) -> {
                  reads.add(1);
                  return id;
                },
                DataTypes.LongType)
            .asNondeterministic();
    Dataset<Row> data = Tables.clouds(150, 30);
    Dataset<Row> counting = data.withColumn("id", counted.apply(data.col("id")));
    pipeline.setStages(new PipelineStage[] {smote.setFeaturesCol("features"), new Recorder()});
    pipeline.fit(counting);
    assertThat(reads.value()).isEqualTo(3 * 180); // counted, passed through, and routed
    reads.reset();
    pipeline.setCacheInput(true).fit(counting);
    assertThat(reads.value()).isEqualTo(180);
    assertThat(persisted()).isEqualTo(persistedBefore);
  }
}

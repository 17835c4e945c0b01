// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;

/** Pipelines whose first stage hands on the watched rows, as a sampler does. */
class ReaderWatchTest extends SparkTest {

  private static final Dataset<Row> ROWS =
      new VectorAssembler()
          .setInputCols(new String[] {"x"})
          .setOutputCol("features")
          .transform(spark.range(8).selectExpr("double(id) as x", "double(id % 2) as label"));

  private final ReaderWatch watch = new ReaderWatch("mySampler");

  /** Stands where a sampler would; public, as Spark wants stages to be. */
  public static final class Watched extends Transformer {

    private static final long serialVersionUID = 1L;

    private final transient ReaderWatch watch;

    Watched(ReaderWatch watch) {
      this.watch = watch;
    }

    @Override
    public String uid() {
      return "watched";
    }

    @Override
    public Dataset<Row> transform(Dataset<?> data) {
      return watch.beside(data.toDF());
    }

    @Override
    public StructType transformSchema(StructType schema) {
      return schema;
    }

    @Override
    public Transformer copy(ParamMap extra) {
      return this;
    }
  }

  private void fit(PipelineStage last) {
    new Pipeline().setStages(new PipelineStage[] {new Watched(watch), last}).fit(ROWS);
  }

  private static LogisticRegression predictor() {
    return new LogisticRegression().setMaxIter(1);
  }

  @Test
  void rows_areTheSame_withTheTableBeside() {
    Dataset<Row> beside = watch.beside(ROWS);
    assertThat(beside.schema()).isEqualTo(ROWS.schema());
    assertThat(Rows.texts(beside)).isEqualTo(Rows.texts(ROWS));
  }

  @Test
  void predictorIsMissed_onlyWhereRowsAreWatched() {
    assertThat(watch.missesPredictor()).isFalse();
    watch.beside(ROWS);
    assertThat(watch.missesPredictor()).isTrue();
  }

  @Test
  void predictorThatLearnsInThePipeline_isSeen() {
    fit(predictor());
    assertThat(watch.missesPredictor()).isFalse();
  }

  @Test
  void stageThatPredictsNothing_isNoPredictor() {
    fit(new StandardScaler().setInputCol("features").setOutputCol("scaled"));
    assertThat(watch.missesPredictor()).isTrue();
  }

  @Test
  void readersOutsideOfThePipeline_doNotCount() {
    Dataset<Row> beside = watch.beside(ROWS);
    predictor().fit(beside);
    assertThat(watch.missesPredictor()).isTrue();
  }

  @Test
  void stageThatSplitsResampledRows_isRefused_withTheSampler() {
    CrossValidator folds =
        new CrossValidator()
            .setEstimator(predictor())
            .setEvaluator(new BinaryClassificationEvaluator())
            .setEstimatorParamMaps(new ParamMap[] {new ParamMap()})
            .setNumFolds(2);
    assertThat(Refusal.inCausesOf(() -> fit(folds)))
        .startsWith("[SMOTE-066]")
        .contains("a stage", "mySampler");
  }
}

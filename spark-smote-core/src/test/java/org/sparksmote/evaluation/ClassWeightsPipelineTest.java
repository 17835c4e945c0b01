// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.ResamplingPipeline;
import org.sparksmote.Smote;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Weights of classes before a learner; Spark's own classes need more of Kryo than ours. */
class ClassWeightsPipelineTest extends SparkTest {

  @TempDir private Path dir = Path.of("");

  @Test
  void pipelines_learnWithTheWeights_andScoreDataWithoutLabels() throws IOException {
    Dataset<Row> train = Tables.clouds(180, 20).withColumnRenamed("label", "y");
    ClassWeights weights = new ClassWeights().setLabelCol("y").setOutputCol("w");
    Dataset<Row> plain =
        train.withColumnRenamed("y", "label").selectExpr("*", "if(label = 1, 5.0D, 5D / 9) as w");
    LogisticRegression learner = new LogisticRegression().setMaxIter(5).setWeightCol("w");
    String expected = Rows.digest(learner.fit(plain).transform(plain).select("probability"));
    Pipeline pipeline =
        new Pipeline()
            .setStages(
                new PipelineStage[] {weights, learner.copy(new ParamMap()).setLabelCol("y")});
    String path = dir.resolve("pipeline").toString();
    pipeline.write().save(path);
    PipelineModel model = Pipeline.load(path).fit(train);
    assertThat(Rows.digest(model.transform(train).select("probability"))).isEqualTo(expected);
    String fitted = dir.resolve("fitted").toString();
    model.write().save(fitted);
    PipelineModel loaded = PipelineModel.load(fitted);
    assertThat(((ClassWeightsModel) loaded.stages()[0]).weights())
        .isEqualTo(Map.of("0", 200 / 360.0, "1", 5.0));
    Dataset<Row> scored = loaded.transform(train.select("features"));
    assertThat(Rows.digest(scored.select("probability"))).isEqualTo(expected);
    assertThat(scored.filter("w is not null").count()).isZero();
    Transformer first = loaded.stages()[0];
    assertThat(first.transform(train).schema()).isEqualTo(first.transformSchema(train.schema()));
  }

  @Test
  void resamplingPipelines_takeItToo() {
    Dataset<Row> train = Tables.clouds(180, 20);
    PipelineStage[] stages = {
      new Smote().setSamplingStrategy(0.5),
      new ClassWeights().setOutputCol("w"),
      new LogisticRegression().setMaxIter(2).setWeightCol("w")
    };
    PipelineModel model = new ResamplingPipeline().setStages(stages).fit(train);
    // 180 rows of the one and 90 of the other.
    assertThat(((ClassWeightsModel) model.stages()[0]).weights())
        .isEqualTo(Map.of("0", 0.75, "1", 1.5));
  }
}

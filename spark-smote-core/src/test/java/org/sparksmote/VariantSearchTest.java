// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import scala.jdk.javaapi.CollectionConverters;

/** Variants as a setting that Spark's model selection searches, saves and loads. */
class VariantSearchTest extends SparkTest {

  private static final List<String> VARIANTS = List.of("smote", "borderline1", "rose", "adasyn");

  private static CrossValidator validator() {
    Smote smote = new Smote("sampler").setOnShortfall("fallback").setSeed(2);
    PipelineStage[] stages = {smote, new LogisticRegression().setMaxIter(2)};
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(smote.variant(), CollectionConverters.asScala(VARIANTS))
            .build();
    return new CrossValidator()
        .setEstimator(new ResamplingPipeline().setStages(stages))
        .setEstimatorParamMaps(grid)
        .setEvaluator(new BinaryClassificationEvaluator())
        .setNumFolds(2)
        .setSeed(4);
  }

  @Test
  void aGridOfVariants_givesEachItsOwnScore_andSavesAndLoads(@TempDir Path directory)
      throws Exception {
    Dataset<Row> data = Tables.clouds(90, 24).cache();
    CrossValidator validator = validator();
    CrossValidatorModel model = validator.fit(data);
    assertThat(Arrays.stream(model.avgMetrics()).distinct()).hasSizeGreaterThan(2);

    String saved = directory.resolve("validator").toString();
    validator.write().save(saved);
    CrossValidator loaded = CrossValidator.load(saved);
    assertThat(Arrays.stream(loaded.getEstimatorParamMaps()).map(VariantSearchTest::variant))
        .containsExactlyElementsOf(VARIANTS);
    assertThat(loaded.fit(data).avgMetrics()).containsExactly(model.avgMetrics());

    String savedModel = directory.resolve("model").toString();
    model.write().save(savedModel);
    CrossValidatorModel again = CrossValidatorModel.load(savedModel);
    assertThat(again.avgMetrics()).containsExactly(model.avgMetrics());
    assertThat(Rows.digest(again.transform(data).select("id", "prediction")))
        .isEqualTo(Rows.digest(model.transform(data).select("id", "prediction")))
        .startsWith("114 rows");
  }

  private static Object variant(ParamMap settings) {
    return settings.toSeq().apply(0).value();
  }

  @Test
  void variantsOfTheGrid_makeTheRowsThatTheyMakeAlone() {
    Dataset<Row> data = Tables.clouds(60, 24);
    Smote smote = new Smote().setSeed(2);
    for (String variant : VARIANTS) {
      Recorder recorder = new Recorder();
      ResamplingPipeline pipeline =
          new ResamplingPipeline().setStages(new PipelineStage[] {smote, recorder});
      pipeline.fit(data, new ParamMap().put(smote.variant(), variant));
      assertThat(Rows.texts(recorder.seen().rows()))
          .isEqualTo(Rows.texts(new Smote().setVariant(variant).setSeed(2).fitResample(data)));
    }
  }
}

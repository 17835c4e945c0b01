// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** A saved evaluator measures as before; Spark's own classifiers cannot be sent by strict Kryo. */
class ImbalanceEvaluatorSavingTest extends SparkTest {

  @TempDir private Path dir = Path.of("");

  @Test
  void saved_isAsBefore_alsoInsideACrossValidator() throws IOException {
    ImbalanceEvaluator evaluator =
        new ImbalanceEvaluator().setMetricName("averagePrecision").setTopShare(0.01);
    String path = dir.resolve("evaluator").toString();
    evaluator.save(path);
    ImbalanceEvaluator loaded = ImbalanceEvaluator.load(path);
    assertThat(loaded.uid()).isEqualTo(evaluator.uid());
    assertThat(loaded.explainParams()).isEqualTo(evaluator.explainParams());

    LogisticRegression regression = new LogisticRegression().setMaxIter(5);
    Dataset<Row> train = Tables.clouds(60, 20);
    CrossValidator validator =
        new CrossValidator()
            .setEstimator(regression)
            .setEvaluator(evaluator)
            .setNumFolds(2)
            .setSeed(1)
            .setEstimatorParamMaps(
                new ParamGridBuilder()
                    .addGrid(regression.regParam(), new double[] {0.0, 1.0})
                    .build());
    String saved = dir.resolve("validator").toString();
    validator.save(saved);
    CrossValidator again = CrossValidator.load(saved);
    assertThat(again.getEvaluator()).isInstanceOf(ImbalanceEvaluator.class);
    assertThat(again.fit(train).avgMetrics()).isEqualTo(validator.fit(train).avgMetrics());
  }
}

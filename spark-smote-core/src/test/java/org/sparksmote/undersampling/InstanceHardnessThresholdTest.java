// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.ml.classification.NaiveBayesModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Rows that a classifier is sure of stay, exactly so many. */
class InstanceHardnessThresholdTest extends SparkTest {

  /** A classifier of somebody who did not think of saving. */
  private static final class Unsaved
      extends ProbabilisticClassifier<Vector, Unsaved, NaiveBayesModel> {

    private static final long serialVersionUID = 1L;

    @Override
    public String uid() {
      return "unsaved";
    }

    @Override
    public Unsaved copy(ParamMap extra) {
      return this;
    }

    @Override
    public NaiveBayesModel train(Dataset<?> rows) {
      throw new UnsupportedOperationException();
    }
  }

  @TempDir private Path dir = Path.of("");

  private static InstanceHardnessThreshold sampler() {
    return new InstanceHardnessThreshold()
        .setEstimator(new DecisionTreeClassifier().setMaxDepth(3))
        .setCv(2);
  }

  @Test
  void rowsAmongTheOtherClass_goFirst() {
    // Of the class 0, 40 rows lie at 0 and 20 at 10, where the class 1 has its 30 rows.
    Dataset<Row> table =
        spark
            .range(90)
            .selectExpr(
                "if(id < 40, 0, 10) + sin(id) as x", "if(id < 60, 'many', 'few') as label", "id");
    Dataset<Row> kept = sampler().setInputCols("x").fitResample(table);
    assertThat(kept.schema()).isEqualTo(table.schema());
    assertThat(kept.filter("label = 'few'").count()).isEqualTo(30);
    assertThat(kept.filter("label = 'many'").count()).isEqualTo(30);
    assertThat(kept.filter("label = 'many' and id >= 40").count()).isZero();
  }

  @Test
  void estimatorsThatCannotJudge_areRefused() {
    Dataset<Row> table = Tables.clouds(20, 10, 3);
    InstanceHardnessThreshold weighing =
        new InstanceHardnessThreshold()
            .setEstimator(new DecisionTreeClassifier().setWeightCol("id"));
    assertThat(Refusal.withoutJob(() -> weighing.fitResample(table)))
        .startsWith("[SMOTE-141] Cannot judge rows by a DecisionTreeClassifier that reads weights");
    InstanceHardnessThreshold two =
        new InstanceHardnessThreshold().setEstimator(new GBTClassifier()).setCv(2);
    assertThat(Refusal.of(() -> two.fitResample(table)))
        .startsWith("[SMOTE-142] Cannot judge rows of 3 classes by a GBTClassifier");
    InstanceHardnessThreshold folds = sampler().setCv(4).setSamplingStrategy(Map.of(2, 1));
    assertThat(Refusal.of(() -> folds.fitResample(table)))
        .startsWith("[SMOTE-143] Cannot judge the rows of class '2', which has 3, in 4 folds");
  }

  @Test
  void sizesAreExact_whateverThePartitions() {
    Dataset<Row> table = Tables.clouds(70, 40, 20);
    InstanceHardnessThreshold sampler = sampler().setSamplingStrategy(Map.of(0, 33, 1, 0));
    Dataset<Row> kept = sampler.fitResample(table.repartition(7));
    assertThat(kept.filter("label = 0").count()).isEqualTo(33);
    assertThat(kept.filter("label = 1").count()).isZero();
    assertThat(kept.filter("label = 2").count()).isEqualTo(20);
    assertThat(Rows.digest(sampler.fitResample(table.repartition(1)))).isEqualTo(Rows.digest(kept));
    // Of few contents, probabilities are equal everywhere.
    Dataset<Row> alike = Tables.duplicates(90, 30);
    assertThat(sampler().fitResample(alike).filter("label = 0").count()).isEqualTo(30);
  }

  @Test
  void estimator_isSavedToo() throws IOException {
    Dataset<Row> table = Tables.clouds(50, 20);
    String path = dir.resolve("hardness").toString();
    InstanceHardnessThreshold sampler = sampler().setSeed(3);
    sampler.write().save(path);
    InstanceHardnessThreshold loaded = InstanceHardnessThreshold.load(path);
    assertThat(((DecisionTreeClassifier) loaded.getEstimator()).getMaxDepth()).isEqualTo(3);
    assertThat(Rows.digest(loaded.fitResample(table)))
        .isEqualTo(Rows.digest(sampler.copy(new ParamMap()).fitResample(table)));
    new InstanceHardnessThreshold("plain").write().overwrite().save(path);
    assertThat(InstanceHardnessThreshold.load(path).uid()).isEqualTo("plain");
  }

  @Test
  void estimatorThatCannotBeSaved_isRefusedAtOnce() {
    ProbabilisticClassifier<?, ?, ?> other = new Unsaved();
    assertThat(Refusal.of(() -> sampler().setEstimator(other).write()))
        .startsWith("[SMOTE-155] Cannot save ");
  }

  @Test
  void everyClassifierOfSparksThatSaysProbabilities_willDo() {
    Dataset<Row> table =
        spark.range(60).selectExpr("double(id % 11) as x", "int(id % 3 = 0) as label", "id");
    for (ProbabilisticClassifier<?, ?, ?> classifier : List.of(new NaiveBayes())) {
      Dataset<Row> kept = sampler().setInputCols("x").setEstimator(classifier).fitResample(table);
      assertThat(kept.filter("label = 0").count()).isEqualTo(20);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.Smote;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.undersampling.RandomUnderSampler;

/** What ensembles refuse, and when. */
class EnsembleErrorsTest extends SparkTest {

  private static final Dataset<Row> TRAIN = Tables.clouds(20, 12, 8);

  private static BalancedBaggingClassifier bagging() {
    return new BalancedBaggingClassifier().setNumEstimators(2);
  }

  private static Dataset<Row> labelled(String label) {
    return TRAIN.selectExpr("features", label + " as label");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label + 0.5 | 40 are such as 0.5, and not",
        "if(label = 2, -1, label) | 8 are such as -1.0, and not",
        "if(label = 2, null, label) | 8 are null or NaN, and not",
        "if(label = 2, null, label + 0.5) | 40 are such as 0.5, and not",
        "label + 99 | 20 are such as 100.0, and not"
      })
  void labelsThatAreNoIndices(String label, String reason) {
    assertThat(Refusal.of(() -> bagging().fit(labelled(label))))
        .startsWith("[SMOTE-150] Cannot train on the labels in 'label': " + reason);
  }

  @Test
  void labelsOfAnotherType_areRefusedBeforeAnyJob() {
    assertThat(Refusal.withoutJob(() -> bagging().fit(labelled("string(label)"))))
        .contains("[SMOTE-150]", "they are of type string", "StringIndexer");
  }

  @Test
  void classWithoutRows() {
    assertThat(Refusal.of(() -> bagging().fit(labelled("if(label = 1, 0, label)"))))
        .startsWith("[SMOTE-151] Cannot train on this dataset: class 1 of 'label' has no rows");
    assertThat(Refusal.of(() -> bagging().fit(labelled("0"))))
        .startsWith("[SMOTE-151] Cannot train on this dataset: class 1");
    assertThat(Refusal.of(() -> bagging().setSamplingStrategy(Map.of(0, 0)).fit(TRAIN)))
        .startsWith("[SMOTE-151] Cannot train on bags: class 0");
    RandomUnderSampler sampler = new RandomUnderSampler().setSamplingStrategy(Map.of(2, 0));
    assertThat(Refusal.of(() -> bagging().setSampler(sampler).fit(TRAIN)))
        .startsWith("[SMOTE-151] Cannot train on a bag: class 2");
  }

  @Test
  void noRows() {
    assertThat(Refusal.of(() -> bagging().fit(TRAIN.filter("label > 9"))))
        .startsWith("[SMOTE-156] Cannot train on a dataset without rows.");
  }

  @Test
  void columnsThatAreNotThere_orAreSpelledOtherwise_areRefusedBeforeAnyJob() {
    assertThat(Refusal.withoutJob(() -> bagging().setLabelCol("lable").fit(TRAIN)))
        .startsWith("[SMOTE-001] Cannot find the column 'lable' of labelCol. The nearest")
        .contains("label");
    assertThat(Refusal.withoutJob(() -> bagging().setLabelCol("Label").fit(TRAIN)))
        .startsWith("[SMOTE-001] Cannot find the column 'Label' of labelCol.");
    assertThat(Refusal.withoutJob(() -> bagging().setFeaturesCol("x").fit(TRAIN)))
        .startsWith("[SMOTE-001] Cannot find the column 'x' of featuresCol.");
    assertThat(Refusal.withoutJob(() -> bagging().setWeightCol("w").fit(TRAIN)))
        .startsWith("[SMOTE-001] Cannot find the column 'w' of weightCol.");
    Dataset<Row> dotted = TRAIN.withColumnRenamed("features", "all.features");
    assertThat(Refusal.withoutJob(() -> bagging().setFeaturesCol("all.features").fit(dotted)))
        .startsWith("[SMOTE-159] Cannot learn from the column 'all.features' of featuresCol");
  }

  @ParameterizedTest
  @CsvSource({"null", "double('NaN')", "-1.0", "double('Infinity')"})
  void weightsThatAreNone(String weight) {
    Dataset<Row> weighted = TRAIN.selectExpr("*", "if(label = 2, " + weight + ", 1.0D) as weight");
    assertThat(Refusal.of(() -> bagging().setWeightCol("weight").fit(weighted)))
        .startsWith("[SMOTE-158] Cannot train with the weights in 'weight': 8 of them are null");
  }

  @Test
  void weightsThatTheEstimatorCannotRead() {
    BalancedBaggingClassifier ensemble =
        bagging().setEstimator(new UnsavedClassifier()).setWeightCol("id");
    assertThat(Refusal.withoutJob(() -> ensemble.fit(TRAIN)))
        .startsWith(
            "[SMOTE-152] Cannot use weightCol 'id': the estimator UnsavedClassifier has no");
  }

  @Test
  void strategyBesideAnOwnSampler() {
    assertThat(
            Refusal.withoutJob(
                () -> bagging().setSampler(new Smote()).setSamplingStrategy("all").fit(TRAIN)))
        .startsWith("[SMOTE-153] Cannot use samplingStrategy beside the sampler Smote");
    assertThat(
            Refusal.withoutJob(
                () -> bagging().setSampler(new Smote()).setWithReplacement(true).fit(TRAIN)))
        .startsWith("[SMOTE-153] Cannot use withReplacement beside");
  }

  @Test
  void schemasThatSamplerOrEstimatorRefuse_areRefusedBeforeAnyJob() {
    BalancedBaggingClassifier ensemble = bagging().setSampler(new Smote().setInputCols("missing"));
    assertThat(Refusal.withoutJob(() -> ensemble.transformSchema(TRAIN.schema())))
        .contains("missing");
    assertThatThrownBy(() -> bagging().setFeaturesCol("id").fit(TRAIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("id");
  }

  @Test
  void threeClasses_andAnEstimatorForTwo() {
    assertThat(Refusal.of(() -> new EasyEnsembleClassifier().fit(TRAIN)))
        .startsWith("[SMOTE-154] Cannot train GBTClassifier on 3 classes: it is for two.");
    EasyEnsembleClassificationModel model =
        new EasyEnsembleClassifier()
            .setEstimator(new DecisionTreeClassifier().setMaxDepth(1))
            .setNumEstimators(1)
            .fit(TRAIN);
    assertThat(model.numClasses()).isEqualTo(3);
  }

  @Test
  void streams() {
    Dataset<Row> stream =
        spark.readStream().format("rate").load().selectExpr("double(value) as label");
    assertThat(Refusal.of(() -> new Training(bagging(), stream).members()))
        .startsWith("[SMOTE-008]");
  }

  @Test
  void ratioThatCannotBe_isRefusedBeforeBagsAreMade() {
    Dataset<Row> two = TRAIN.filter("label < 2");
    assertThat(Refusal.of(() -> bagging().setSamplingStrategy(0.1).fit(two)))
        .startsWith("[SMOTE-102]");
  }

  @Test
  void estimatorOfAForest_isAForest() {
    assertThat(
            Refusal.of(
                () ->
                    new BalancedRandomForestClassifier()
                        .setEstimator(new DecisionTreeClassifier())))
        .startsWith(
            "[SMOTE-160] Cannot use a DecisionTreeClassifier as estimator: a RandomForestClassifier"
                + " is needed.");
  }
}

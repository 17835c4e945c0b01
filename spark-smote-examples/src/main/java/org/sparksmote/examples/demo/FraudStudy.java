// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.demo;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.functions$;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.sparksmote.ResamplingPipeline;
import org.sparksmote.Smote;
import org.sparksmote.SmoteVariant;
import org.sparksmote.evaluation.ImbalanceEvaluator;
import org.sparksmote.evaluation.ImbalanceMetrics;

/**
 * Logistic regression on the fraud table, trained in three ways and judged by the same rule. The
 * rows of the test are never resampled, and the threshold is chosen on the training rows.
 */
final class FraudStudy {

  private static final int ITERATIONS = 20;

  private static final String FEATURES = "features";

  private static final String SCALED = "scaled";

  private static final String WEIGHT = "weight";

  private static final String BALANCE = "balance";

  private final Dataset<Row> train;
  private final Dataset<Row> test;
  private final double weightOfFraud;
  private final long seed;

  /**
   * A study.
   *
   * @param weightOfFraud how many genuine rows there are per fraud
   */
  FraudStudy(Dataset<Row> train, Dataset<Row> test, double weightOfFraud, long seed) {
    this.train = train;
    this.test = test;
    this.weightOfFraud = weightOfFraud;
    this.seed = seed;
  }

  /** The table with its features as one vector, which is what stages read. */
  static Dataset<Row> assembled(Dataset<Row> payments) {
    return new VectorAssembler()
        .setInputCols(Payment.FEATURES.toArray(new String[0]))
        .setOutputCol(FEATURES)
        .transform(payments)
        .select(FEATURES, FraudTable.LABEL, FraudTable.TEST);
  }

  /**
   * Recall and precision when everything from a threshold on is called fraud.
   *
   * @param recall share of the frauds that are found
   * @param precision share of what is called fraud that is
   */
  record AtThreshold(double recall, double precision) {}

  /**
   * What one way of training leads to, on the test rows.
   *
   * @param atThreshold with the threshold that suits the training rows best
   * @param atHalf with the threshold that classifiers come with
   * @param ratio of the mean probability of fraud to the share of frauds; 1 is right
   * @param seconds time to train
   */
  record Outcome(
      double prAuc,
      AtThreshold atThreshold,
      AtThreshold atHalf,
      double threshold,
      double ratio,
      double seconds) {}

  /** Trained on the rows as they are. */
  Outcome plain() {
    return judge(new ResamplingPipeline().setStages(stages(List.of(), regression())));
  }

  /** Trained on balanced classes. */
  Outcome with(SmoteVariant variant) {
    return judge(new ResamplingPipeline().setStages(stages(List.of(smote(variant)), regression())));
  }

  /** Trained on balanced classes, each of which weighs what it weighed before. */
  Outcome withBalanceWeights(SmoteVariant variant) {
    Smote smote = smote(variant).setBalanceWeightCol(BALANCE);
    LogisticRegression weighted = regression().setWeightCol(BALANCE);
    return judge(new ResamplingPipeline().setStages(stages(List.of(smote), weighted)));
  }

  private Smote smote(SmoteVariant variant) {
    return new Smote()
        .setVariant(variant.label())
        .setFeaturesCol(SCALED)
        .setLabelCol(FraudTable.LABEL)
        .setSeed(seed);
  }

  /** Trained on the rows as they are, with frauds counted as often as genuine rows. */
  Outcome withClassWeights() {
    LogisticRegression weighted = regression().setWeightCol(WEIGHT);
    return judge(new ResamplingPipeline().setStages(stages(List.of(), weighted)));
  }

  private static LogisticRegression regression() {
    // Features are scaled before, for the distances of the sampler.
    return new LogisticRegression()
        .setFeaturesCol(SCALED)
        .setLabelCol(FraudTable.LABEL)
        .setStandardization(false)
        .setMaxIter(ITERATIONS);
  }

  private static PipelineStage[] stages(List<Smote> samplers, LogisticRegression regression) {
    List<PipelineStage> stages = new ArrayList<>();
    stages.add(new StandardScaler().setInputCol(FEATURES).setOutputCol(SCALED).setWithMean(true));
    stages.addAll(samplers);
    stages.add(regression);
    return stages.toArray(new PipelineStage[0]);
  }

  private Outcome judge(ResamplingPipeline pipeline) {
    long start = System.nanoTime();
    PipelineModel model =
        pipeline.fit(
            train.withColumn(
                WEIGHT,
                functions
                    .when(functions.col(FraudTable.LABEL).equalTo(1), weightOfFraud)
                    .otherwise(1.0)));
    double seconds = (System.nanoTime() - start) / 1e9;

    ImbalanceEvaluator evaluator =
        new ImbalanceEvaluator().setLabelCol(FraudTable.LABEL).setMetricLabel(1);
    double threshold = evaluator.curves(model.transform(train)).best("fBeta").threshold();
    Dataset<Row> said = model.transform(test);
    ImbalanceMetrics half = evaluator.metrics(said);
    Column probability =
        functions$.MODULE$.vector_to_array(functions.col("probability"), "float64");
    Column called = probability.getItem(1).geq(threshold).cast(DataTypes.DoubleType);
    ImbalanceMetrics tuned = evaluator.metrics(said.withColumn("prediction", called));
    return new Outcome(
        half.get("averagePrecision"),
        at(tuned),
        at(half),
        threshold,
        half.get("meanProbabilityRatio"),
        seconds);
  }

  private static AtThreshold at(ImbalanceMetrics metrics) {
    return new AtThreshold(metrics.get("recall"), metrics.get("precision"));
  }
}

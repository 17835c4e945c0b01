// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.counterexamples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.ResamplingPipeline;
import org.sparksmote.Smote;
import org.sparksmote.evaluation.CalibratedClassifier;
import org.sparksmote.evaluation.ClassWeights;
import org.sparksmote.evaluation.TunedThresholdClassifier;
import org.sparksmote.examples.workloads.Draws;

/** One counter-example: rows to learn from, rows that stay untouched, and ways to learn. */
final class Arms {

  private static final StructType SCHEMA =
      new StructType()
          .add("x", DataTypes.DoubleType, false)
          .add("features", SQLDataTypes.VectorType(), false)
          .add("label", DataTypes.DoubleType, false);

  private static final int NEIGHBORS = 5;

  private static final String WEIGHT = "weight";

  /** Rare rows that a threshold, or a calibration in five folds, is learned from at least. */
  private static final int FOR_THRESHOLD = 50;

  private static final int FOR_FOLDS = 40;

  /**
   * A way to learn.
   *
   * @param name what it is called
   * @param scores adds a probability and a prediction to rows
   */
  record Arm(String name, UnaryOperator<Dataset<Row>> scores) {}

  private final Counterexample example;
  private final SparkSession spark;
  private final long seed;
  private final Dataset<Row> train;
  private final Dataset<Row> resampled;

  Arms(Counterexample example, SparkSession spark, int rows, long seed) {
    this.example = example;
    this.spark = spark;
    this.seed = seed;
    train = table(rows, 0);
    resampled = smote().setSyntheticCol("synthetic").fitResample(train.drop("x"));
  }

  /** Rows of the law; another part, other rows. */
  Dataset<Row> table(int rows, int part) {
    List<Row> drawn = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double[] cells = example.draw(Draws.of(seed + part, row), row, rows);
      drawn.add(RowFactory.create(cells[0], Vectors.dense(cells[0]), cells[1]));
    }

    return spark.createDataFrame(drawn, SCHEMA);
  }

  /** Rows without labels at some places. */
  Dataset<Row> at(double[] places) {
    List<Row> rows = new ArrayList<>();
    for (double x : places) {
      rows.add(RowFactory.create(x, Vectors.dense(x), 0.0));
    }

    return spark.createDataFrame(rows, SCHEMA);
  }

  /** The new rows that lie where the truth says that the rare class never is, as a share. */
  double misplaced() {
    Dataset<Row> made = resampled.filter(functions.col("synthetic"));
    Counterexample law = example;
    long wrong =
        made.select("features")
            .filter(
                (org.apache.spark.api.java.function.FilterFunction<Row>)
                    row -> law.truth(row.<Vector>getAs(0).apply(0)) == 0)
            .count();
    return (double) wrong / made.count();
  }

  /** All ways to learn, each by itself and with what mends it, as far as there are rows for it. */
  List<Arm> all() {
    long rare = train.filter("label = 1").count();
    List<Arm> arms = new ArrayList<>();
    arms.add(fitted("as it is", example.learner()));
    if (rare >= FOR_THRESHOLD) {
      arms.add(
          fitted(
              "as it is, own threshold",
              new TunedThresholdClassifier()
                  .setEstimator(example.learner())
                  .setMetricName("gMean")
                  .setSeed(seed)));
    }

    ClassWeights balanced = new ClassWeights().setOutputCol(WEIGHT);
    arms.add(fitted("class weights", new Pipeline().setStages(stages(balanced, weighted()))));
    arms.add(fitted("SMOTE", smoted(smote(), example.learner())));
    arms.add(
        fitted("SMOTE, weights restored", smoted(smote().setBalanceWeightCol(WEIGHT), weighted())));
    if (rare >= FOR_FOLDS) {
      arms.add(
          fitted(
              "SMOTE, calibrated",
              new CalibratedClassifier()
                  .setEstimator(smoted(smote(), example.learner()))
                  .setSeed(seed)));
    }

    return arms;
  }

  private Smote smote() {
    return new Smote().setKNeighbors(NEIGHBORS).setSeed(seed);
  }

  private ProbabilisticClassifier<Vector, ?, ?> weighted() {
    ProbabilisticClassifier<Vector, ?, ?> learner = example.learner();
    learner.set(learner.getParam("weightCol"), WEIGHT);
    return learner;
  }

  private static ResamplingPipeline smoted(Smote smote, PipelineStage learner) {
    return new ResamplingPipeline().setStages(stages(smote, learner));
  }

  private static PipelineStage[] stages(PipelineStage... stages) {
    return stages;
  }

  private Arm fitted(String name, Estimator<?> estimator) {
    Transformer model = (Transformer) estimator.fit(train.drop("x"));
    return new Arm(name, model::transform);
  }
}

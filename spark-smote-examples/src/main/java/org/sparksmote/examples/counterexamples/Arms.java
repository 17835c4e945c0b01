// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.counterexamples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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
import org.sparksmote.Smote;
import org.sparksmote.examples.workloads.Draws;

/** One counter-example: rows to learn from, rows that stay untouched, and ways to learn. */
final class Arms {

  private static final StructType SCHEMA =
      new StructType()
          .add("x", DataTypes.DoubleType, false)
          .add("features", SQLDataTypes.VectorType(), false)
          .add("label", DataTypes.DoubleType, false);

  private static final int NEIGHBORS = 5;

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
  private final Dataset<Row> untouched;
  private final Dataset<Row> resampled;

  Arms(Counterexample example, SparkSession spark, int rows, long seed) {
    this.example = example;
    this.spark = spark;
    this.seed = seed;
    train = table(rows, 0);
    untouched = table(rows, 1);
    resampled =
        new Smote()
            .setKNeighbors(NEIGHBORS)
            .setSyntheticCol("synthetic")
            .setPassengerColumns("null")
            .setSeed(seed)
            .fitResample(train.drop("x"));
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

  /** All ways to learn, each by itself and with what mends it. */
  List<Arm> all() {
    UnaryOperator<Dataset<Row>> plain = fit(train, false);
    UnaryOperator<Dataset<Row>> smote = fit(resampled, false);
    double threshold = Remedies.threshold(plain.apply(untouched));
    UnaryOperator<Dataset<Row>> sigmoid = Remedies.calibration(smote.apply(untouched));
    return List.of(
        new Arm("as it is", plain),
        new Arm("as it is, own threshold", rows -> Remedies.decided(plain.apply(rows), threshold)),
        new Arm("class weights", fit(Remedies.balanced(train), true)),
        new Arm("SMOTE", smote),
        new Arm("SMOTE, weights restored", fit(Remedies.restored(resampled, train), true)),
        new Arm("SMOTE, calibrated", rows -> sigmoid.apply(smote.apply(rows))));
  }

  private UnaryOperator<Dataset<Row>> fit(Dataset<Row> rows, boolean weighted) {
    ProbabilisticClassifier<Vector, ?, ?> learner = example.learner();
    if (weighted) {
      learner.set(learner.getParam("weightCol"), Remedies.WEIGHT);
    }

    Transformer model = learner.fit(rows);
    return model::transform;
  }
}

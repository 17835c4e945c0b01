// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.examples;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** How well predicted probabilities find the rare class; holds them in memory until closed. */
final class Scores implements AutoCloseable {

  private static final int CURVE_POINTS = 1000;

  private final JavaRDD<Tuple2<Object, Object>> scored;

  /** Takes the columns {@code probability} and {@code label} of a classifier's output. */
  Scores(Dataset<Row> predictions) {
    this.scored =
        predictions.select("probability", FraudTable.LABEL).javaRDD().map(Scores::pair).cache();
  }

  private static Tuple2<Object, Object> pair(Row row) {
    return new Tuple2<>(((Vector) row.get(0)).apply(1), row.getDouble(1));
  }

  /**
   * Recall and precision when everything above a threshold is called the rare class.
   *
   * @param recall share of the rare class that is found
   * @param precision share of what is called rare that is
   */
  record AtThreshold(double recall, double precision) {}

  /** The threshold with the best F1, the harmonic mean of recall and precision. */
  double bestF1Threshold() {
    return metrics().fMeasureByThreshold().toJavaRDD().collect().stream()
        .max((a, b) -> Double.compare((Double) a._2(), (Double) b._2()))
        .map(best -> (Double) best._1())
        .orElse(0.5);
  }

  /** Area under the precision-recall curve. */
  double prAuc() {
    return metrics().areaUnderPR();
  }

  private BinaryClassificationMetrics metrics() {
    return new BinaryClassificationMetrics(scored.rdd(), CURVE_POINTS);
  }

  AtThreshold at(double threshold) {
    JavaRDD<Tuple2<Object, Object>> called = scored.filter(row -> (Double) row._1() >= threshold);
    double rare = scored.filter(row -> (Double) row._2() == 1).count();
    double found = called.filter(row -> (Double) row._2() == 1).count();
    return new AtThreshold(found / rare, found / called.count());
  }

  @Override
  public void close() {
    scored.unpersist(false);
  }
}

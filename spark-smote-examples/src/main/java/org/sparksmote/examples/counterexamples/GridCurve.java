// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.counterexamples;

import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a model says along x. */
final class GridCurve {

  private static final int POINTS = 241;

  private GridCurve() {}

  static double[] places(double from, double to) {
    return IntStream.range(0, POINTS)
        .mapToDouble(i -> from + (to - from) * i / (POINTS - 1))
        .toArray();
  }

  /** The probabilities of the rare class, in the order of x. */
  static double[] of(Dataset<Row> scored) {
    return scored.orderBy("x").select("probability").collectAsList().stream()
        .mapToDouble(row -> row.<Vector>getAs(0).apply(1))
        .toArray();
  }
}

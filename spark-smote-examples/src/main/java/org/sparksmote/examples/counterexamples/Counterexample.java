// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.counterexamples;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.sparksmote.examples.workloads.Draws;

/** A law by which rows of one feature are drawn, so that what is right is known. */
enum Counterexample {
  /** X ~ N(4.5, 4), and the chance of the rare class grows with x: 4.5 % of all rows. */
  PROBABILITIES(
      "the truth is a logistic curve: over-sampling ruins the probabilities of a model that was right",
      -2,
      14),
  /**
   * The rare class lies on both sides, in islands with fewer rows than neighbours are asked for.
   */
  SMALL_ISLANDS(
      "islands of 4 rows at |x| > 3, and k = 5: new rows join them across the common class", -6, 6),
  /** The same with larger islands. */
  LARGE_ISLANDS("the same islands with 40 rows each: new rows stay in them", -6, 6),
  /** The classes meet at x = 2, and nothing else is between them. */
  BOUNDARY("a hard boundary at x = 2 and few rare rows: over-sampling sharpens it", -4, 4);

  /** Where the logistic curve is one half; it gives 4.5 % of the rare class. */
  private static final double CENTRE = 9.06;

  /** Where islands begin, on both sides. */
  private static final double SHORE = 3;

  private static final double EDGE = 2;

  private final String says;
  private final double from;
  private final double to;

  Counterexample(String says, double from, double to) {
    this.says = says;
    this.from = from;
    this.to = to;
  }

  /** Its name on the command line. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Counterexample::label).toList();
  }

  String says() {
    return says;
  }

  double from() {
    return from;
  }

  double to() {
    return to;
  }

  /** The true chance of the rare class at a place. */
  double truth(double x) {
    return switch (this) {
      case PROBABILITIES -> 1 / (1 + Math.exp(CENTRE - x));
      case SMALL_ISLANDS, LARGE_ISLANDS -> Math.abs(x) > SHORE ? 1 : 0;
      case BOUNDARY -> x > EDGE ? 1 : 0;
    };
  }

  /** A row: x and the label. */
  double[] draw(Draws draws, long row, long rows) {
    return switch (this) {
      case PROBABILITIES -> {
        double x = 4.5 + 2 * draws.gaussian();
        yield new double[] {x, draws.chance(truth(x)) ? 1 : 0};
      }
      case SMALL_ISLANDS -> islands(draws, row, 4);
      case LARGE_ISLANDS -> islands(draws, row, 40);
      case BOUNDARY -> {
        boolean rare = row < rows / 50;
        yield rare
            ? new double[] {EDGE + 2 * draws.uniform(), 1}
            : new double[] {EDGE - 6 * draws.uniform(), 0};
      }
    };
  }

  /** Two islands of some rows each; all other rows are between them. */
  private static double[] islands(Draws draws, long row, int size) {
    if (row >= 2L * size) {
      return new double[] {SHORE * (2 * draws.uniform() - 1), 0};
    }

    double side = row < size ? 1 : -1;
    return new double[] {side * (SHORE + 0.1 + 2 * draws.uniform()), 1};
  }

  /** What learns it. */
  ProbabilisticClassifier<Vector, ?, ?> learner() {
    return switch (this) {
      case PROBABILITIES -> new LogisticRegression();
      case BOUNDARY -> new LogisticRegression().setRegParam(0.001);
      // With the 32 bins of the default, an island can be in one bin with rows beside it.
      case SMALL_ISLANDS, LARGE_ISLANDS -> new DecisionTreeClassifier().setMaxBins(1000);
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearMarginTest {

  /** Rows of two normal clouds; columns of very different scale and offset. */
  private static double[][] clouds(Random random, boolean[] own, double apart) {
    double[][] rows = new double[own.length][];
    for (int i = 0; i < rows.length; i++) {
      own[i] = i % 4 == 0;
      double x = random.nextGaussian() + (own[i] ? apart : 0);
      double y = random.nextGaussian() - (own[i] ? apart : 0);
      rows[i] = new double[] {x, 1e6 + 1000 * y, 7};
    }

    return rows;
  }

  private static double value(double[] plane, double[] row) {
    return plane[0] * row[0] + plane[1] * row[1] + plane[2] * row[2] + plane[3];
  }

  @Test
  void cloudsApart_areSeparated() {
    boolean[] own = new boolean[400];
    double[][] rows = clouds(new Random(1), own, 8);
    double[] plane = LinearMargin.fit(rows, own, 3);
    for (int i = 0; i < rows.length; i++) {
      assertThat(value(plane, rows[i]) * (own[i] ? 1 : -1)).isPositive();
    }
  }

  /** The regularised loss, convex, is not smaller anywhere near the plane found. */
  @Test
  void cloudsThatOverlap_theLossIsLeast() {
    Random random = new Random(2);
    boolean[] own = new boolean[300];
    double[][] rows = clouds(random, own, 1);
    double[] plane = LinearMargin.fit(rows, own, 3);
    double least = loss(plane, rows, own);
    for (int i = 0; i < 500; i++) {
      double[] other = plane.clone();
      double step = Math.pow(10, -4 * random.nextDouble());
      other[0] += step * random.nextGaussian();
      other[1] += step * random.nextGaussian() / 1000;
      other[3] -= (other[1] - plane[1]) * 1e6 - step * random.nextGaussian();
      assertThat(loss(other, rows, own)).isGreaterThan(least - 1e-3);
    }
  }

  /** As if columns had deviation 1 and mean 0, to a few percent. */
  private static double loss(double[] plane, double[][] rows, boolean[] own) {
    double sum = 0;
    double meanX = 0;
    double meanY = 0;
    double squareX = 0;
    double squareY = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += Math.max(0, 1 - value(plane, rows[i]) * (own[i] ? 1 : -1)) / rows.length;
      meanX += rows[i][0] / rows.length;
      meanY += rows[i][1] / rows.length;
    }

    for (double[] row : rows) {
      squareX += Math.pow(row[0] - meanX, 2) / rows.length;
      squareY += Math.pow(row[1] - meanY, 2) / rows.length;
    }

    double intercept = plane[3] + plane[0] * meanX + plane[1] * meanY;
    double norm =
        plane[0] * plane[0] * squareX + plane[1] * plane[1] * squareY + intercept * intercept;
    return sum + LinearMargin.REGULARIZATION / 2 * norm;
  }

  @Test
  void scaleAndOffsetOfColumns_doNotMatter() {
    boolean[] own = new boolean[200];
    double[][] rows = clouds(new Random(3), own, 2);
    double[] plane = LinearMargin.fit(rows, own, 3);
    double[][] moved = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      moved[i] = new double[] {rows[i][0] * 1024 - 5, rows[i][1] / 1024, 7};
    }

    double[] other = LinearMargin.fit(moved, own, 3);
    for (int i = 0; i < rows.length; i++) {
      assertThat(value(other, moved[i])).isEqualTo(value(plane, rows[i]), within(1e-6));
    }
  }

  @Test
  void withoutDifferences_thePlaneIsFlat() {
    double[][] same = {{1, 2, 3}, {1, 2, 3}};
    assertThat(LinearMargin.fit(same, new boolean[] {true, false}, 3)).startsWith(0, 0, 0);
    assertThat(LinearMargin.fit(new double[0][], new boolean[0], 2)).containsExactly(0, 0, 0);
    double[] one = LinearMargin.fit(new double[][] {{1}, {2}}, new boolean[] {true, true}, 1);
    assertThat(one[0] * 1.5 + one[1]).isPositive();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecalibrationTest {

  private static Recalibration find(double[] scores, double[] ones, double[] zeros) {
    ScoreGroups groups = new ScoreGroups(scores, ones, zeros);
    return Recalibration.find(
        at -> {
          Recalibration.Sums sums = new Recalibration.Sums();
          sums.add(groups, at);
          return Recalibration.Sums.of(sums.toBytes());
        });
  }

  /** Two scores are fitted exactly: by the line through the log odds of their shares. */
  @Test
  void twoScores_areFittedExactly() {
    Recalibration found = find(new double[] {0.8, 0.2}, new double[] {90, 1}, new double[] {10, 9});
    double slope = (Math.log(9) + Math.log(9)) / (Math.log(4) + Math.log(4));
    assertThat(found.slope()).isCloseTo(slope, within(1e-12));
    assertThat(found.intercept()).isCloseTo(0, within(1e-12));
  }

  @Test
  void rightProbabilities_needNothing() {
    Recalibration found =
        find(new double[] {0.75, 0.5, 0.1}, new double[] {75, 50, 10}, new double[] {25, 50, 90});
    assertThat(found.slope()).isCloseTo(1, within(1e-12));
    assertThat(found.intercept()).isCloseTo(0, within(1e-12));
  }

  @Test
  void equalOrSeparatingPredictions_haveNoBestFit() {
    assertThat(find(new double[] {0.5}, new double[] {5}, new double[] {45}).slope()).isNaN();
    assertThat(find(new double[] {0.9, 0.1}, new double[] {5, 0}, new double[] {0, 45}).intercept())
        .isNaN();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;

/** What scores mean, on a few numbers. */
class CalibratorTest {

  private static final double EXACT = 1e-15;

  @Test
  void sigmoid() {
    Calibrator sigmoid = new Calibrator.Sigmoid(2, -1);
    assertThat(sigmoid.probability(0.5)).isEqualTo(0.5);
    assertThat(sigmoid.probability(1)).isCloseTo(Math.E / (1 + Math.E), within(EXACT));
    assertThat(sigmoid.probability(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(sigmoid.probability(Double.NEGATIVE_INFINITY)).isZero();
  }

  @Test
  void isotonic_isStraightBetweenItsPoints_andLevelBeyondThem() {
    Calibrator isotonic = new Calibrator.Isotonic(new double[] {0.2, 0.4, 0.8, 0.1, 0.3, 0.9});
    assertThat(isotonic.probability(0)).isEqualTo(0.1);
    assertThat(isotonic.probability(0.2)).isEqualTo(0.1);
    assertThat(isotonic.probability(0.3)).isCloseTo(0.2, within(EXACT));
    assertThat(isotonic.probability(0.4)).isEqualTo(0.3);
    assertThat(isotonic.probability(0.5)).isCloseTo(0.45, within(EXACT));
    assertThat(isotonic.probability(1)).isEqualTo(0.9);
  }

  @Test
  void twoClasses_haveOneCalibrator() {
    Vector share =
        ScoreScale.SAID.share(
            List.of(new Calibrator.Isotonic(new double[] {0, 1, 0, 0.5})),
            Vectors.dense(0.5, 0.5),
            1);
    assertThat(share.toArray()).containsExactly(0.75, 0.25);
  }

  @Test
  void moreClasses_areBroughtToTheSumOne() {
    List<Calibrator> calibrators =
        List.of(
            new Calibrator.Isotonic(new double[] {0, 1, 0, 1}),
            new Calibrator.Isotonic(new double[] {0, 1, 0, 0.5}),
            new Calibrator.Isotonic(new double[] {0, 1, 0, 0.5}));
    Vector said = Vectors.dense(0.5, 0.25, 0.25);
    assertThat(ScoreScale.SAID.share(calibrators, said, 1).toArray())
        .containsExactly(0.5 / 0.75, 0.125 / 0.75, 0.125 / 0.75);
    assertThat(ScoreScale.SAID.share(calibrators, said, 2).toArray())
        .containsExactly(0.25 / 0.75, 0.0625 / 0.75, 0.0625 / 0.75);
    assertThat(ScoreScale.SAID.share(calibrators, Vectors.dense(0, 0, 0), 1).toArray())
        .containsOnly(1.0 / 3);
  }

  @Test
  void logOdds_ofWhatTreesSay_areFinite() {
    assertThat(ScoreScale.LOG_ODDS.of(0.75)).isCloseTo(Math.log(3), within(EXACT));
    assertThat(ScoreScale.LOG_ODDS.of(0)).isCloseTo(-Math.log(999), within(1e-12));
    assertThat(ScoreScale.LOG_ODDS.of(1)).isCloseTo(Math.log(999), within(1e-12));
  }
}

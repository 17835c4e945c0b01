// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

  private static final Offset<Double> TIGHT = within(1e-15);

  /** Recalls 6/10, 3/4 and 1/2; precisions 6/7, 3/5 and 1/4. */
  private static final ConfusionMatrix MATRIX =
      new ConfusionMatrix(new double[][] {{6, 2, 2}, {0, 3, 1}, {1, 0, 1}});

  private static double average(CountMeasure measure, Averaging averaging) {
    return MATRIX.average(measure, averaging, MeasureSettings.DEFAULT);
  }

  @Test
  void oneClass_isCountedAgainstAllOthers() {
    assertThat(MATRIX.counts(0)).isEqualTo(new BinaryCounts(6, 1, 4, 5));
    assertThat(MATRIX.counts(2)).isEqualTo(new BinaryCounts(1, 3, 1, 11));
    assertThat(MATRIX.total()).isEqualTo(16);
  }

  @Test
  void averages_areThoseWorkedOutByHand() {
    assertThat(average(CountMeasure.RECALL, Averaging.MACRO)).isCloseTo(1.85 / 3, TIGHT);
    assertThat(average(CountMeasure.RECALL, Averaging.MICRO)).isEqualTo(10 / 16.0);
    assertThat(average(CountMeasure.RECALL, Averaging.WEIGHTED)).isCloseTo(10 / 16.0, TIGHT);
    assertThat(average(CountMeasure.PRECISION, Averaging.MACRO))
        .isCloseTo((6 / 7.0 + 0.6 + 0.25) / 3, TIGHT);
    assertThat(average(CountMeasure.SPECIFICITY, Averaging.MICRO)).isEqualTo(26 / 32.0);
    assertThat(average(CountMeasure.ACCURACY, Averaging.MACRO)).isEqualTo(10 / 16.0);
    assertThat(average(CountMeasure.BALANCED_ACCURACY, Averaging.MICRO)).isCloseTo(1.85 / 3, TIGHT);
  }

  @Test
  void gMean_isARootOfAllRecalls_orOfAveragedSensitivityAndSpecificity() {
    assertThat(average(CountMeasure.G_MEAN, Averaging.MULTICLASS))
        .isCloseTo(Math.cbrt(0.6 * 0.75 * 0.5), TIGHT);
    assertThat(average(CountMeasure.G_MEAN, Averaging.MICRO))
        .isCloseTo(Math.sqrt(10 / 16.0 * 26 / 32.0), TIGHT);
    double specificity = (5 / 6.0 + 10 / 12.0 + 11 / 14.0) / 3;
    assertThat(average(CountMeasure.G_MEAN, Averaging.MACRO))
        .isCloseTo(Math.sqrt(1.85 / 3 * specificity), TIGHT);
  }

  @Test
  void mccOfTwoClasses_isThatOfTheCounts() {
    ConfusionMatrix two = new ConfusionMatrix(new double[][] {{81, 9}, {4, 6}});
    assertThat(two.average(CountMeasure.MCC, Averaging.MACRO, MeasureSettings.DEFAULT))
        .isCloseTo(new BinaryCounts(6, 9, 4, 81).mcc(), TIGHT);
  }

  @Test
  void aClassThatIsOnlyPredicted_hasNoRecall_butDoesNotCountAsBalanced() {
    ConfusionMatrix matrix = new ConfusionMatrix(new double[][] {{3, 1}, {0, 0}});
    assertThat(matrix.average(CountMeasure.RECALL, Averaging.MACRO, MeasureSettings.DEFAULT))
        .isEqualTo(0.375);
    assertThat(
            matrix.average(
                CountMeasure.BALANCED_ACCURACY, Averaging.MACRO, MeasureSettings.DEFAULT))
        .isEqualTo(0.75);
  }
}

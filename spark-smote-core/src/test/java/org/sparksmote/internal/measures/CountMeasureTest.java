// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CountMeasureTest {

  private static final Offset<Double> TIGHT = within(1e-15);

  /** Ten rows of the class, of which 6 were found, and 90 others, of which 9 were called so. */
  private static final BinaryCounts COUNTS = new BinaryCounts(6, 9, 4, 81);

  private static final MeasureSettings SETTINGS = new MeasureSettings(2, 0.5, 3, 20);

  @ParameterizedTest
  @CsvSource({
    "sensitivity, 0.6",
    "recall, 0.6",
    "specificity, 0.9",
    "precision, 0.4",
    "accuracy, 0.87",
    "balancedAccuracy, 0.75",
    "gMean, 0.7348469228349535", // sqrt(0.54)
    "iba, 0.459", // (1 + 0.5 (0.6 - 0.9)) 0.54
    "fBeta, 0.5454545454545454", // 5 * 6 / (5 * 6 + 4 * 4 + 9)
    "mcc, 0.4200840252084029", // (6 * 81 - 9 * 4) / sqrt(15 * 10 * 90 * 85)
    "cost, 1.07" // (3 * 9 + 20 * 4) / 100
  })
  void measures_areThoseWorkedOutByHand(String name, double expected) {
    assertThat(CountMeasure.of(name).of(COUNTS, SETTINGS)).isCloseTo(expected, TIGHT);
  }

  @Test
  void weights_countInAllFourPlaces() {
    BinaryCounts weighted = new BinaryCounts(0.5, 1.5, 0.25, 3);
    assertThat(weighted.sensitivity()).isEqualTo(0.5 / 0.75);
    assertThat(weighted.specificity()).isEqualTo(3 / 4.5);
    assertThat(weighted.precision()).isEqualTo(0.25);
    assertThat(weighted.total()).isEqualTo(5.25);
  }

  @ParameterizedTest
  @EnumSource
  void sharesOfNothing_areZero(CountMeasure measure) {
    assertThat(measure.of(new BinaryCounts(0, 0, 0, 0), MeasureSettings.DEFAULT)).isZero();
  }

  @Test
  void aClassThatIsNeverCalled_hasNoPrecision_andNoCorrelation() {
    BinaryCounts never = new BinaryCounts(0, 0, 10, 90);
    assertThat(never.precision()).isZero();
    assertThat(CountMeasure.F_BETA.of(never, MeasureSettings.DEFAULT)).isZero();
    assertThat(CountMeasure.MCC.of(never, MeasureSettings.DEFAULT)).isZero();
    assertThat(CountMeasure.G_MEAN.of(never, MeasureSettings.DEFAULT)).isZero();
    assertThat(CountMeasure.ACCURACY.of(never, MeasureSettings.DEFAULT)).isEqualTo(0.9);
  }

  @Test
  void onlyLittleCost_isBetter() {
    assertThat(CountMeasure.COST.isBetter(1, 2)).isTrue();
    assertThat(CountMeasure.COST.isBetter(2, 1)).isFalse();
    assertThat(CountMeasure.MCC.isBetter(0.2, 0.1)).isTrue();
    assertThat(CountMeasure.MCC.isBetter(0.1, 0.1)).isFalse();
  }

  @Test
  void names_areThoseOfAllMeasures_andNoOther() {
    assertThat(CountMeasure.names())
        .containsExactly(
            "gMean",
            "balancedAccuracy",
            "sensitivity",
            "specificity",
            "precision",
            "recall",
            "fBeta",
            "mcc",
            "iba",
            "accuracy",
            "cost");
    assertThat(CountMeasure.isName("gMean")).isTrue();
    assertThat(CountMeasure.isName("gmean")).isFalse();
    assertThatThrownBy(() -> CountMeasure.of("gmean")).hasMessageContaining("balancedAccuracy");
  }
}

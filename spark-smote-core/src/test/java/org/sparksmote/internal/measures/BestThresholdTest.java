// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class BestThresholdTest {

  /** Scores .9 +, .7 -, .6 +, .6 -, .3 -, .2 +: how many of each are above, of three and three. */
  private static void offerAll(BestThreshold search) {
    search.offer(0.9, BinaryCounts.above(1, 0, 3, 3));
    search.offer(0.7, BinaryCounts.above(1, 1, 3, 3));
    search.offer(0.6, BinaryCounts.above(2, 2, 3, 3));
    search.offer(0.3, BinaryCounts.above(2, 3, 3, 3));
    search.offer(0.2, BinaryCounts.above(3, 3, 3, 3));
  }

  private static BestThreshold.Found best(CountMeasure measure, MeasureSettings settings) {
    BestThreshold search = new BestThreshold(measure, settings);
    offerAll(search);
    return Objects.requireNonNull(search.best());
  }

  @Test
  void theBest_isThatWorkedOutByHand() {
    BestThreshold.Found found = best(CountMeasure.G_MEAN, MeasureSettings.DEFAULT);
    assertThat(found.threshold()).isEqualTo(0.9); // sqrt(1/3), against sqrt(2)/3
    assertThat(found.value()).isEqualTo(Math.sqrt(1 / 3.0));
    assertThat(found.counts()).isEqualTo(new BinaryCounts(1, 0, 2, 3));
    assertThat(best(CountMeasure.F_BETA, MeasureSettings.DEFAULT).threshold()).isEqualTo(0.2);
  }

  @Test
  void costs_areMadeSmall() {
    MeasureSettings missesAreDear = new MeasureSettings(1, 0.1, 1, 10);
    assertThat(best(CountMeasure.COST, missesAreDear).threshold()).isEqualTo(0.2);
    MeasureSettings alarmsAreDear = new MeasureSettings(1, 0.1, 10, 1);
    assertThat(best(CountMeasure.COST, alarmsAreDear).threshold()).isEqualTo(0.9);
  }

  @Test
  void ofEquallyGoodThresholds_theLowestIsBest_inWhateverOrder() {
    for (double first : new double[] {0.4, 0.6}) {
      BestThreshold search = new BestThreshold(CountMeasure.MCC, MeasureSettings.DEFAULT);
      search.offer(first, new BinaryCounts(1, 1, 1, 1));
      search.offer(1 - first, new BinaryCounts(1, 1, 1, 1));
      assertThat(Objects.requireNonNull(search.best()).threshold()).isEqualTo(0.4);
    }
  }

  @Test
  void withoutThresholds_thereIsNoBest() {
    assertThat(new BestThreshold(CountMeasure.MCC, MeasureSettings.DEFAULT).best()).isNull();
  }
}

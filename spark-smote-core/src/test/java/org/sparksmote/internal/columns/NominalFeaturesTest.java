// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.testing.Refusal;

/** Features 1 and 3 of four are nominal. */
class NominalFeaturesTest {

  private static NominalFeatures features(NominalRule rule, boolean measured) {
    return new NominalFeatures(
        rule,
        new int[] {1, 3},
        new String[] {"color", "shop"},
        new int[0],
        OneHotGroups.NONE,
        4,
        measured);
  }

  private final NominalFeatures voted = features(NominalRule.VOTE, true);

  @Test
  void nominalOnes_areToldFromNumbers() {
    assertThat(voted.isEmpty()).isFalse();
    assertThat(voted.contains(1)).isTrue();
    assertThat(voted.contains(2)).isFalse();
    assertThat(voted.name(3)).isEqualTo("shop");
    assertThat(voted.flags(4)).containsExactly(false, true, false, true);
    assertThat(NominalFeatures.NONE.isEmpty()).isTrue();
    assertThat(NominalFeatures.NONE.flags(2)).containsExactly(false, false);
  }

  @Test
  void rule_saysWhatIsNeeded() {
    assertThat(voted.isVoted()).isTrue();
    assertThat(voted.needsDeviations()).isTrue();
    NominalFeatures ofBase = features(NominalRule.BASE, false);
    assertThat(ofBase.isVoted()).isFalse();
    assertThat(ofBase.needsDeviations()).as("no distance is asked for").isFalse();
    NominalFeatures byValues = features(NominalRule.VALUE_DIFFERENCE, true);
    assertThat(byValues.isVoted()).isTrue();
    assertThat(byValues.needsDeviations()).as("there are no numbers").isFalse();
    assertThat(NominalFeatures.NONE.isVoted()).isFalse();
  }

  @Test
  void imageWidth_isEightNumbersForEach_ifDistancesAreAskedFor() {
    assertThat(voted.imageWidth()).isEqualTo(16);
    assertThat(features(NominalRule.BASE, false).imageWidth()).isZero();
  }

  @Test
  void unscaled_takesThemOutOfTheScaling() {
    ColumnValues weights = ColumnValues.full(new double[] {2, 3, 4, 5});
    ColumnValues left = voted.unscaled(weights);
    assertThat(left.at(0)).isEqualTo(2);
    assertThat(left.at(1)).isEqualTo(left.at(3)).isNotIn(3.0, 5.0);
    assertThat(left.at(2)).isEqualTo(4);
    assertThat(NominalFeatures.NONE.unscaled(weights)).isSameAs(weights);
  }

  @Test
  void vectorsOfAnotherSize_areRefused() {
    assertThat(Refusal.of(() -> voted.check("features", 5))).contains("'features'", "5");
    voted.check("features", 4);
    NominalFeatures.NONE.check("features", 5);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;

class ChainedSetterTest {

  private final Smote stage = new Smote();

  @Test
  void set_isOfThatStage_whichComesBack() {
    Smote same = ChainedSetter.set(stage, stage.kNeighbors(), 7);
    assertThat(same).isSameAs(stage);
    assertThat(stage.getKNeighbors()).isEqualTo(7);
  }

  @Test
  void valueThatTheParamDoesNotTake_isRefused_andNothingIsSet() {
    assertThatThrownBy(() -> ChainedSetter.<Smote, Object>set(stage, stage.kNeighbors(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(stage.isSet(stage.kNeighbors())).isFalse();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sparksmote.internal.routing.CellNeeds.Enemies;

class CellNeedsTest {

  private static CellNeeds needs(boolean neighbors, int reach, Enemies enemies) {
    return new CellNeeds(true, neighbors, reach, enemies, false, false, 0);
  }

  @Test
  void rowsOfOtherClasses_travel_nearOrAll() {
    assertThat(needs(true, 1, Enemies.NONE).takesEnemies()).isFalse();
    assertThat(needs(true, 1, Enemies.NEAR).takesEnemies()).isTrue();
    assertThat(needs(true, 1, Enemies.ALL).takesEnemies()).isTrue();
  }

  @Test
  void searched_isWhereNeighborsOrOtherClassesAreAskedFor() {
    assertThat(needs(false, 1, Enemies.NONE).isSearched()).isFalse();
    assertThat(needs(true, 1, Enemies.NONE).isSearched()).isTrue();
    assertThat(needs(false, 1, Enemies.NEAR).isSearched()).isTrue();
  }

  @Test
  void asked_isReachTimesK_orWhatIsCountedAmongAll() {
    assertThat(needs(true, 4, Enemies.NONE).asked(5, 99)).isEqualTo(20);
    assertThat(needs(true, 1, Enemies.NEAR).asked(5, 10)).isEqualTo(10);
    assertThat(needs(true, 4, Enemies.NEAR).asked(5, 10)).isEqualTo(20);
  }

  @Test
  void asked_isNeverMoreThanALongCanHold() {
    assertThat(needs(true, 4, Enemies.NONE).asked(Integer.MAX_VALUE, 0))
        .isEqualTo(4L * Integer.MAX_VALUE);
  }
}

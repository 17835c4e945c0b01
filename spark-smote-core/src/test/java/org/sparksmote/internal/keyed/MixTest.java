// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixTest {

  /** The published first outputs of SplitMix64 with seed 1234567 (Rosetta Code, Vigna's C code). */
  @Test
  void mix_followsThePublishedSequence() {
    String[] published = {
      "6457827717110365317", "3203168211198807973", "9817491932198370423", "4593380528125082431"
    };
    long state = 1234567;
    for (String expected : published) {
      state += Mix.GOLDEN;
      assertThat(Mix.mix(state)).isEqualTo(Long.parseUnsignedLong(expected));
    }
  }

  @Test
  void mix_agreesWithTheGeneratorOfTheJdk() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      long bits = random.nextLong();
      assertThat(Mix.mix(bits + Mix.GOLDEN)).isEqualTo(new SplittableRandom(bits).nextLong());
    }
  }

  @Test
  void mixOfTwo_isNotSymmetric_andTellsNeighbouringPairsApart() {
    Set<Long> seen = new HashSet<>();
    for (long a = -50; a < 50; a++) {
      for (long b = -50; b < 50; b++) {
        assertThat(seen.add(Mix.mix(a, b))).as("(%s, %s)", a, b).isTrue();
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NominalCodeTest {

  @Test
  void texts_getWholeNumbersThatADoubleHolds() {
    for (String text : new String[] {"", " ", "a", "A", "Aa", "BB", "\u0000", "Ünïcødé 🎲"}) {
      double code = NominalCode.ofText(text);
      assertThat(code).isBetween(1.0, 0x1p52).isEqualTo(Math.rint(code));
    }

    assertThat(NominalCode.MISSING).isNegative();
  }

  @Test
  void codes_areTheSameInEveryJvm() {
    assertThat(NominalCode.ofText("red")).isEqualTo(2_782_307_764_028_093.0);
  }

  @Test
  void manyTexts_haveManyCodes() {
    DoubleStream codes = IntStream.range(0, 200_000).mapToDouble(i -> NominalCode.ofText("v" + i));
    assertThat(codes.distinct().count()).isEqualTo(200_000);
    // String.hashCode takes these for one.
    assertThat(NominalCode.ofText("Aa")).isNotEqualTo(NominalCode.ofText("BB"));
  }
}

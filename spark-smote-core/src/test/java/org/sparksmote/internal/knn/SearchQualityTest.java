// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchQualityTest {

  @Test
  void exactSearch_isAsGoodAsItsK() {
    assertThat(SearchQuality.exact(5).effectiveK()).isEqualTo(5);
  }

  @Test
  void fewOfAll_haveTheirShare() {
    SearchQuality quality = new SearchQuality(12);
    assertThat(quality.ofFirst(5, 10).effectiveK()).isEqualTo(6);
    assertThat(quality.ofFirst(10, 10)).isEqualTo(quality);
  }

  @Test
  void noneOfNone_areNothing() {
    assertThat(new SearchQuality(0).ofFirst(0, 0).effectiveK()).isZero();
  }
}

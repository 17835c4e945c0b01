// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.testing.FeatureRows.dense;
import static org.sparksmote.testing.FeatureRows.sparse;

import org.junit.jupiter.api.Test;

class RowBlendTest {

  @Test
  void quarterOfTheWay_isAQuarterOfEveryDifference() {
    FeatureRow made = RowBlend.between(dense(0, 8, 1), dense(4, 4, 1), 0.25, false);
    assertThat(made.values).containsExactly(1, 7, 1);
    assertThat(made.sparse).isFalse();
  }

  @Test
  void ends_areBaseAndPartner() {
    FeatureRow base = dense(0.1, -7);
    FeatureRow partner = dense(0.3, 1e300);
    assertThat(RowBlend.between(base, partner, 0, false).values).containsExactly(0.1, -7);
    assertThat(RowBlend.between(base, partner, 1, false).values).containsExactly(0.3, 1e300);
  }

  @Test
  void negativeGap_liesBeyondTheBase() {
    assertThat(RowBlend.between(dense(2, 5), dense(6, 5), -0.5, false).values)
        .containsExactly(0, 5);
  }

  @Test
  void negativeGapBeyondAllNumbers_staysAtTheBase() {
    double most = Double.MAX_VALUE;
    assertThat(RowBlend.between(dense(most), dense(-most), -1, false).values).containsExactly(most);
  }

  @Test
  void sparseRows_getValuesOnlyWhereOneEndHasOne() {
    FeatureRow base = sparse(9, new int[] {1, 4}, 2, 8);
    FeatureRow partner = sparse(9, new int[] {4, 7}, 4, 6);
    FeatureRow made = RowBlend.between(base, partner, 0.5, true);
    assertThat(made.sparse).isTrue();
    assertThat(made.size).isEqualTo(9);
    assertThat(made.indices).containsExactly(1, 4, 7);
    assertThat(made.values).containsExactly(1, 6, 3);
  }

  @Test
  void valuesThatBecomeZero_areNotStored() {
    FeatureRow base = sparse(3, new int[] {0, 2}, 1, -3);
    FeatureRow partner = sparse(3, new int[] {0, 2}, 1, 3);
    FeatureRow made = RowBlend.between(base, partner, 0.5, true);
    assertThat(made.indices).containsExactly(0);
    assertThat(made.values).containsExactly(1);
  }

  @Test
  void form_isTheOneAskedFor_whateverTheEndsHave() {
    FeatureRow sparse = RowBlend.between(dense(0, 2), dense(0, 4), 0.5, true);
    assertThat(sparse.indices).containsExactly(1);
    assertThat(sparse.values).containsExactly(3);
    FeatureRow ends = sparse(2, new int[] {1}, 2);
    FeatureRow dense = RowBlend.between(ends, ends, 0.5, false);
    assertThat(dense.sparse).isFalse();
    assertThat(dense.values).containsExactly(0, 2);
  }

  @Test
  void compressed_leavesOutStoredZeros() {
    FeatureRow made = RowBlend.compressed(sparse(8, new int[] {0, 3, 5}, 1, 0, 2));
    assertThat(made.size).isEqualTo(8);
    assertThat(made.indices).containsExactly(0, 5);
    assertThat(made.values).containsExactly(1, 2);
  }

  @Test
  void columns_areThoseOfAnyRow_ascendingAndOnce() {
    FeatureRow base = sparse(9, new int[] {5, 8}, 1, 1);
    FeatureRow other = sparse(9, new int[] {2, 5}, 1, 1);
    assertThat(RowBlend.columns(base, other)).containsExactly(2, 5, 8);
    assertThat(RowBlend.columns(base)).containsExactly(5, 8);
    assertThat(RowBlend.columns(dense(0, 0), other)).containsExactly(0, 1, 2, 5);
  }
}

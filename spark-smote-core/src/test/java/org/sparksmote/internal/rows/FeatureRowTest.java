// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.testing.FeatureRows.dense;
import static org.sparksmote.testing.FeatureRows.sparse;

import org.junit.jupiter.api.Test;

/** The vector (0, 3, 0, -2) in both forms, and others like it. */
class FeatureRowTest {

  private static final FeatureRow DENSE = dense(0, 3, 0, -2);
  private static final FeatureRow SPARSE = sparse(4, new int[] {1, 3}, 3, -2);

  @Test
  void bothForms_haveOneIdentity() {
    assertThat(SPARSE.key()).isEqualTo(DENSE.key());
    assertThat(SPARSE.secondKey()).isEqualTo(DENSE.secondKey());
    assertThat(FeatureRow.compareContent(SPARSE, DENSE)).isZero();
    assertThat(dense(-0.0, 3, -0.0, -2).key()).isEqualTo(DENSE.key());
  }

  @Test
  void otherValueColumnOrSize_isAnotherIdentity() {
    assertThat(DENSE.key())
        .isNotEqualTo(dense(0, 3, 0, -2.5).key())
        .isNotEqualTo(dense(3, 0, 0, -2).key())
        .isNotEqualTo(dense(0, 3, 0, -2, 0).key());
  }

  @Test
  void secondKey_hashesColumnAndBitsOfEveryNonZero() {
    long one = Double.doubleToLongBits(1.0);
    assertThat(dense(0, 1).secondKey()).isEqualTo((2 * 31 + 1) * 31 + one);
    assertThat(dense(0, 0).secondKey()).isEqualTo(2);
  }

  @Test
  void check_namesTheFirstFeatureThatIsNoFiniteNumber() {
    FeatureRow invalid = dense(1, Double.NaN, Double.POSITIVE_INFINITY);
    invalid.check();
    assertThat(invalid.invalid).isEqualTo(1);
    FeatureRow wide = sparse(100, new int[] {7, 70}, 1, Double.NEGATIVE_INFINITY);
    wide.check();
    assertThat(wide.invalid).isEqualTo(70);
    DENSE.check();
    assertThat(DENSE.invalid).isEqualTo(FeatureRow.VALID);
  }

  @Test
  void refill_forgetsWhatWasWrong() {
    FeatureRow row = new FeatureRow();
    row.setMissing(FeatureRow.MISSING);
    assertThat(row.invalid).isEqualTo(FeatureRow.MISSING);
    row.setDense(new double[] {1});
    assertThat(row.invalid).isEqualTo(FeatureRow.VALID);
  }

  @Test
  void copyTo_writesFromAPlaceOn() {
    for (FeatureRow row : new FeatureRow[] {DENSE, SPARSE}) {
      double[] out = new double[6];
      row.copyTo(out, 1);
      assertThat(out).containsExactly(0, 0, 3, 0, -2, 0);
    }
  }

  @Test
  void at_givesZeroWhereNothingIsStored() {
    assertThat(DENSE.at(new int[] {0, 1, 3})).containsExactly(0, 3, -2);
    assertThat(SPARSE.at(new int[] {0, 1, 3})).containsExactly(0, 3, -2);
    assertThat(SPARSE.at(new int[] {2})).containsExactly(0);
    assertThat(SPARSE.at(new int[0])).isEmpty();
  }

  @Test
  void compareContent_isByColumnThenValueThenLength() {
    assertThat(FeatureRow.compareContent(dense(5, 0), dense(0, 1))).isNegative();
    assertThat(FeatureRow.compareContent(dense(1, 0), dense(2, 0))).isNegative();
    assertThat(FeatureRow.compareContent(dense(1, 0), dense(1, -4))).isNegative();
    assertThat(FeatureRow.compareContent(dense(1, -4), dense(1, 0))).isPositive();
  }

  @Test
  void copy_staysAsItIs_whenTheRowIsRefilled() {
    FeatureRow row = sparse(4, new int[] {1, 3}, 3, -2);
    FeatureRow copy = row.copy();
    row.setDense(new double[] {9});
    assertThat(copy.sparse).isTrue();
    assertThat(copy.size).isEqualTo(4);
    assertThat(copy.indices).containsExactly(1, 3);
    assertThat(copy.values).containsExactly(3, -2);
  }
}

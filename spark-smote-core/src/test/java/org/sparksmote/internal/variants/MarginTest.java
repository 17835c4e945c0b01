// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.testing.FeatureRows.dense;

import org.junit.jupiter.api.Test;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;

/** The plane 2x - 3y + 0z + 1. */
class MarginTest {

  private static final Margin MARGIN = new Margin(ColumnValues.full(new double[] {2, -3, 0}), 1);

  @Test
  void side_isTheProductAndTheIntercept() {
    assertThat(MARGIN.side(dense(1, 0.5, 9))).isEqualTo(2 - 1.5 + 1);
    assertThat(MARGIN.side(dense(0, 0, 0))).isEqualTo(1);
  }

  @Test
  void side_isNegativeBeyondThePlane_andZeroOnIt() {
    assertThat(MARGIN.side(dense(0, 2, 0))).isEqualTo(-5);
    assertThat(MARGIN.side(dense(1, 1, 0))).isZero();
  }

  @Test
  void side_isTheSameForSparseRows() {
    FeatureRow sparse = new FeatureRow();
    sparse.setSparse(3, new int[] {1}, new double[] {2});
    assertThat(MARGIN.side(sparse)).isEqualTo(-5);
  }

  @Test
  void columnsWithoutCoefficient_playNoPart() {
    ColumnValues some = ColumnValues.of(5000, 0, new int[] {4000}, new double[] {2});
    FeatureRow sparse = new FeatureRow();
    sparse.setSparse(5000, new int[] {7, 4000}, new double[] {100, 3});
    assertThat(new Margin(some, -1).side(sparse)).isEqualTo(5);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.testing.FeatureRows.dense;
import static org.sparksmote.testing.FeatureRows.sparse;

import org.junit.jupiter.api.Test;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;

/** Ranges of columns, computed by hand. */
class FeatureRangesTest {

  private static final int WIDTH = 1 << 30;

  private static FeatureRanges of(FeatureRow... rows) {
    FeatureRanges ranges = new FeatureRanges();
    for (FeatureRow row : rows) {
      ranges.add(row);
    }

    return ranges;
  }

  /** Columns 0 and last are in every row; 7 in one, of positive values; 9 in two, of negative. */
  @Test
  void columnsThatARowLacks_haveZeroInTheirRange() {
    int last = WIDTH - 1;
    FeatureRanges ranges =
        of(
            sparse(WIDTH, new int[] {0, 7, last}, 4, 8, -1),
            sparse(WIDTH, new int[] {0, 9, last}, 2, -5, -3),
            sparse(WIDTH, new int[] {0, 9, last}, 3, -4, -1.5));
    ColumnValues weights = ranges.weights(WIDTH);
    assertThat(weights.at(0)).as("from 2 to 4").isEqualTo(1 / 2.0);
    assertThat(weights.at(7)).as("from 0 to 8").isEqualTo(1 / 8.0);
    assertThat(weights.at(9)).as("from -5 to 0").isEqualTo(1 / 5.0);
    assertThat(weights.at(last)).as("from -3 to -1, negative only").isEqualTo(1 / 2.0);
    assertThat(weights.at(8)).as("nowhere").isEqualTo(1);
    assertThat(weights.size()).isEqualTo(WIDTH);
    assertThat(ranges.size()).isEqualTo(4);
  }

  @Test
  void storedZeros_areZeros() {
    FeatureRanges ranges =
        of(
            sparse(WIDTH, new int[] {5, 6}, 0, 0),
            sparse(WIDTH, new int[] {5, 6}, 4, 0),
            sparse(WIDTH, new int[] {5}, -1));
    assertThat(ranges.weights(WIDTH).at(5)).isEqualTo(1 / 5.0);
    assertThat(ranges.weights(WIDTH).at(6)).as("constant").isEqualTo(1);
  }

  @Test
  void constantColumns_andThoseWhoseRangeIsTooSmallOrTooLarge_areNotScaled() {
    ColumnValues weights =
        of(
                sparse(WIDTH, new int[] {1, 2, 3}, 9, 4.9e-324, Double.MAX_VALUE),
                sparse(WIDTH, new int[] {1, 3}, 9, -Double.MAX_VALUE))
            .weights(WIDTH);
    assertThat(weights.at(1)).isEqualTo(1);
    assertThat(weights.at(2)).as("one over it is infinite").isEqualTo(1);
    assertThat(weights.at(3)).as("twice the largest number").isEqualTo(0.5 / Double.MAX_VALUE);
  }

  @Test
  void denseAndSparseRows_countAlike_inAnyOrder() {
    FeatureRow[] dense = {dense(1, 0, -2, 5), dense(3, 0, 0, 5), dense(2, 7, -1, 0)};
    FeatureRow[] sparse = {
      sparse(4, new int[] {0, 2, 3}, 1, -2, 5),
      sparse(4, new int[] {0, 3}, 3, 5),
      sparse(4, new int[] {0, 1, 2}, 2, 7, -1)
    };
    double[] expected = {1 / 2.0, 1 / 7.0, 1 / 2.0, 1 / 5.0};
    assertThat(of(dense).weights(4).toArray()).isEqualTo(expected);
    assertThat(of(sparse).weights(4).toArray()).isEqualTo(expected);
    for (FeatureRow[] mixed :
        new FeatureRow[][] {
          {dense[0], sparse[1], dense[2]},
          {sparse[2], dense[0], sparse[1]},
          {sparse[1], sparse[2], dense[0]}
        }) {
      assertThat(of(mixed).weights(4).toArray()).isEqualTo(expected);
    }
  }

  @Test
  void parts_giveTheRangesOfTheWhole() {
    FeatureRow first = sparse(WIDTH, new int[] {3, 40}, 6, -1);
    FeatureRow second = sparse(WIDTH, new int[] {1, 40}, 2, -9);
    FeatureRow third = sparse(WIDTH, new int[] {40}, -5);
    FeatureRanges merged = new FeatureRanges();
    merged.add(of(second, third).toRow());
    merged.add(new FeatureRanges().toRow());
    merged.add(of(first).toRow());
    ColumnValues whole = of(first, second, third).weights(WIDTH);
    for (int column : new int[] {0, 1, 3, 40, 41}) {
      assertThat(merged.weights(WIDTH).at(column)).isEqualTo(whole.at(column));
    }

    assertThat(whole.at(40)).isEqualTo(1 / 8.0);
    assertThat(whole.at(3)).isEqualTo(1 / 6.0);
  }

  @Test
  void noRow_meansNoScaling() {
    assertThat(new FeatureRanges().weights(3).toArray()).containsOnly(1);
    assertThat(new FeatureRanges().weights(WIDTH).at(77)).isEqualTo(1);
  }
}

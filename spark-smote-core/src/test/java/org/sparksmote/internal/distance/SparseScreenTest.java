// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.testing.FeatureRows.dense;
import static org.sparksmote.testing.FeatureRows.weights;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.testing.FeatureRows;

class SparseScreenTest {

  private static final int COLUMNS = 8;
  private static final RowDistance DISTANCE =
      RowDistance.ofNumbers(weights(1, 2, 0.5, 1, 1, 3, 1, 1));

  private static FeatureRow sparse(int[] columns, double... values) {
    return FeatureRows.sparse(COLUMNS, columns, values);
  }

  /** (0 4 0 0 ...), weighted, and (0 2 6 0 ...): 2² + 6² = 40. */
  @Test
  void saysWhoIsBeyond_butNotAtTheLimit() {
    FeatureRow sample = sparse(new int[] {1}, 2);
    SparseScreen screen = new SparseScreen(DISTANCE, new FeatureRow[] {sample});
    screen.look(sparse(new int[] {1, 2}, 1, 12));
    assertThat(screen.isBeyond(0, Math.sqrt(39.99))).isTrue();
    assertThat(screen.isBeyond(0, Math.sqrt(40))).isFalse();
    screen.look(sparse(new int[] {1}, 2));
    assertThat(screen.isBeyond(0, 0)).as("the row itself").isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-170, 1e170, 1e308})
  void neverSaysSoOfRowsWithinTheLimit(double unit) {
    SplittableRandom random = new SplittableRandom(5);
    FeatureRow[] samples =
        IntStream.range(0, 30).mapToObj(i -> random(random, unit)).toArray(FeatureRow[]::new);
    SparseScreen screen = new SparseScreen(DISTANCE, samples);
    int beyond = 0;
    for (int i = 0; i < 300; i++) {
      FeatureRow row = i < 30 ? nearly(samples[i]) : random(random, unit);
      screen.look(row);
      for (int s = 0; s < samples.length; s++) {
        double distance = DISTANCE.between(samples[s], row);
        assertThat(screen.isBeyond(s, distance)).isFalse();
        beyond += screen.isBeyond(s, distance * 0.9) ? 1 : 0;
      }
    }

    assertThat(beyond).isGreaterThan(unit == 1 ? 8_000 : -1); // of 9,000, and where squares fit
  }

  private static FeatureRow random(SplittableRandom random, double unit) {
    int[] columns = IntStream.range(0, COLUMNS).filter(c -> random.nextInt(2) == 0).toArray();
    return sparse(columns, random.doubles(columns.length, -1, 1).map(v -> v * unit).toArray());
  }

  private static FeatureRow nearly(FeatureRow row) {
    double[] values = row.values.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.nextUp(values[i]);
    }

    return sparse(row.indices, values);
  }

  @Test
  void knowsNothingOfDenseRows() {
    FeatureRow far = dense(9, 9, 9, 9, 9, 9, 9, 9);
    SparseScreen ofSparse =
        new SparseScreen(DISTANCE, new FeatureRow[] {sparse(new int[] {1}, 1), far});
    ofSparse.look(far);
    assertThat(ofSparse.isBeyond(0, 0.1)).isFalse();
    ofSparse.look(sparse(new int[] {1}, 1));
    assertThat(ofSparse.isBeyond(1, 0.1)).as("a dense sample, a sparse row").isTrue();
    SparseScreen ofDense = new SparseScreen(DISTANCE, new FeatureRow[] {far});
    ofDense.look(sparse(new int[] {1}, 1));
    assertThat(ofDense.isBeyond(0, 0.1)).isFalse();
  }
}

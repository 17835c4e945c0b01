// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What SMOTE may make of one class held in memory, after the paper: brute force in double, no
 * blocks, no points, no floats. It shares no key, draw or rule for ties with the library: whatever
 * rows are drawn, each must be what its parents and its gap make it.
 */
public final class ReferenceSmote {

  /** A synthetic row with the ids of its parents. */
  public record Made(long base, long partner, double gap, double[] values) {}

  private final Map<Long, double[]> rows;
  private final double[] weights;
  private final int k;

  /**
   * The rows of one class by id, one over the unit of each feature, and neighbours to draw from.
   */
  public ReferenceSmote(Map<Long, double[]> rows, double[] weights, int k) {
    this.rows = rows;
    this.weights = weights;
    this.k = k;
  }

  /** One over the range of each feature over all rows of all classes; 1 for a constant. */
  public static double[] minMaxWeights(List<double[]> allRows) {
    double[] weights = new double[allRows.get(0).length];
    for (int j = 0; j < weights.length; j++) {
      int column = j;
      double min = allRows.stream().mapToDouble(row -> row[column]).min().orElseThrow();
      double max = allRows.stream().mapToDouble(row -> row[column]).max().orElseThrow();
      weights[j] = max > min ? 1 / (max - min) : 1;
    }

    return weights;
  }

  /**
   * Checks rows, bit for bit.
   *
   * @param written what becomes of values in the columns that they are written to
   */
  public void check(List<Made> made, UnaryOperator<double[]> written) {
    Map<Long, Long> uses = new HashMap<>();
    for (Made row : made) {
      uses.merge(row.base(), 1L, Long::sum);
      assertThat(row.partner()).isNotEqualTo(row.base());
      assertThat(squaredDistance(row.base(), row.partner()))
          .as("partner %d of %d", row.partner(), row.base())
          .isLessThanOrEqualTo(farthest(row.base()));
      assertThat(row.gap()).isBetween(0.0, 1.0);
      double[] expected = between(of(row.base()), of(row.partner()), row.gap());
      assertThat(row.values()).isEqualTo(written.apply(expected));
    }

    // Every row is base as often as any other, or once more.
    long least = made.size() / rows.size();
    assertThat(uses.values()).allMatch(times -> times == least || times == least + 1);
    assertThat(uses).hasSize(least == 0 ? made.size() : rows.size());
  }

  private double[] of(long id) {
    return Objects.requireNonNull(rows.get(id), () -> "no row " + id + " in the class");
  }

  /** The squared distance of the k-th nearest other row; others as far may stand for it. */
  private double farthest(long base) {
    return rows.keySet().stream()
        .filter(other -> other != base)
        .mapToDouble(other -> squaredDistance(base, other))
        .sorted()
        .toArray()[k - 1];
  }

  private double squaredDistance(long a, long b) {
    double[] one = of(a);
    double[] other = of(b);
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      double difference = one[j] * weights[j] - other[j] * weights[j];
      sum += difference * difference;
    }

    return sum;
  }

  /** At a rank from 0: how many rows are nearer to the base than the partner. */
  public int rank(Made row) {
    double distance = squaredDistance(row.base(), row.partner());
    return (int)
        rows.keySet().stream()
            .filter(other -> other != row.base())
            .filter(other -> squaredDistance(row.base(), other) < distance)
            .count();
  }

  private static double[] between(double[] base, double[] partner, double gap) {
    double[] values = new double[base.length];
    Arrays.setAll(
        values,
        j -> {
          double value = (1 - gap) * base[j] + gap * partner[j];
          double low = Math.min(base[j], partner[j]);
          double high = Math.max(base[j], partner[j]);
          return low == high ? base[j] : Math.max(low, Math.min(high, value));
        });
    return values;
  }
}

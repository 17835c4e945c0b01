// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sparksmote.internal.synth.ContentKey;
import org.sparksmote.internal.synth.KeyedRandom;

/**
 * SMOTE in plain loops over one class held in memory: brute force in double, no blocks, no points,
 * no floats. Slow and easy to check against the paper; the library must give the same rows.
 */
final class ReferenceSmote {

  /** A synthetic row with its parents; all are dense here. */
  record Made(double[] base, double[] partner, double gap, double[] values) {}

  private final double[][] rows;
  private final double[] weights;
  private final int k;
  private final long seed;

  /** The rows of one class, in any order. */
  ReferenceSmote(List<double[]> rowsOfClass, double[] weights, int k, long seed) {
    // Rows are numbered by key; identical rows are next to each other and told apart by number.
    this.rows = rowsOfClass.stream().sorted(ReferenceSmote::compareByKey).toArray(double[][]::new);
    this.weights = weights;
    this.k = k;
    this.seed = seed;
  }

  /** By key as an unsigned number, then by value. */
  private static int compareByKey(double[] a, double[] b) {
    int byKey = Long.compareUnsigned(ContentKey.ofDense(a), ContentKey.ofDense(b));
    return byKey != 0 ? byKey : Arrays.compare(a, b);
  }

  /** One over the range of each feature over all rows of all classes; 1 for a constant. */
  static double[] minMaxWeights(List<double[]> allRows) {
    double[] weights = new double[allRows.get(0).length];
    for (int j = 0; j < weights.length; j++) {
      int column = j;
      double min = allRows.stream().mapToDouble(row -> row[column]).min().orElseThrow();
      double max = allRows.stream().mapToDouble(row -> row[column]).max().orElseThrow();
      weights[j] = max > min ? 1 / (max - min) : 1;
    }

    return weights;
  }

  /** The synthetic rows, {@code total} of them. */
  List<Made> make(long total) {
    List<Made> made = new ArrayList<>();
    for (int base = 0; base < rows.length; base++) {
      int[] neighbours = neighbours(base);
      long copies = total / rows.length + (isAmongFirst(base, total % rows.length) ? 1 : 0);
      for (long copy = 0; copy < copies; copy++) {
        KeyedRandom random = KeyedRandom.of(seed, key(base), ordinal(base), copy);
        double[] partner = rows[neighbours[random.nextInt(k)]];
        double gap = random.nextDouble();
        made.add(new Made(rows[base], partner, gap, between(rows[base], partner, gap)));
      }
    }

    return made;
  }

  /** The k nearest other rows: nearest first, then by number, a row's own copies before all. */
  private int[] neighbours(int base) {
    return IntStream.range(0, rows.length)
        .filter(other -> other != base)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer other) -> squaredDistance(base, other))
                .thenComparing(other -> other))
        .limit(k)
        .mapToInt(other -> other)
        .toArray();
  }

  private double squaredDistance(int a, int b) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      double difference = rows[a][j] * weights[j] - rows[b][j] * weights[j];
      sum += difference * difference;
    }

    return sum;
  }

  private boolean isAmongFirst(int base, long count) {
    long before = IntStream.range(0, rows.length).filter(other -> rank(other) < rank(base)).count();
    return before < count;
  }

  private long rank(int row) {
    return KeyedRandom.rank(seed, key(row), ordinal(row));
  }

  private long key(int row) {
    return ContentKey.ofDense(rows[row]);
  }

  private int ordinal(int row) {
    int first = row;
    while (first > 0 && key(first - 1) == key(row)) {
      first--;
    }

    return row - first;
  }

  private static double[] between(double[] base, double[] partner, double gap) {
    double[] values = new double[base.length];
    for (int j = 0; j < values.length; j++) {
      double value = (1 - gap) * base[j] + gap * partner[j];
      double low = Math.min(base[j], partner[j]);
      double high = Math.max(base[j], partner[j]);
      values[j] = low == high ? base[j] : Math.max(low, Math.min(high, value));
    }

    return values;
  }
}

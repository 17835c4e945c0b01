// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * Rows that ask an {@link InvertedIndex}, with their values as the index has them: first those that
 * tell most for what it costs to look them up, of rare columns with much weight. Zeros, as of
 * columns that are constant, tell nothing and are left out.
 */
final class InvertedQueries {
  private final int[] starts; // per query, in the next two
  private final int[] columns;
  private final float[] values;
  private final float[] norms;

  /** Prepares rows to ask, where columns have so many candidates. */
  InvertedQueries(SparsePoints points, int[] rows, int[] costs, InvertedIndex.Scale scale) {
    this.starts = new int[rows.length + 1];
    this.norms = new float[rows.length];
    int most = 0;
    for (int row : rows) {
      most += points.end(row) - points.start(row);
    }

    this.columns = new int[most];
    this.values = new float[most];
    for (int q = 0; q < rows.length; q++) {
      norms[q] = scale.norm(points, rows[q]);
      starts[q + 1] = starts[q];
      for (int at : byCost(points, rows[q], costs, scale)) {
        columns[starts[q + 1]] = points.column(at);
        values[starts[q + 1]++] = scale.value(points, at);
      }
    }
  }

  private static int[] byCost(
      SparsePoints points, int row, int[] costs, InvertedIndex.Scale scale) {
    int start = points.start(row);
    long[] packed = new long[points.end(row) - start];
    int count = 0;
    for (int i = 0; i < packed.length; i++) {
      double value = scale.value(points, start + i);
      if (value != 0) {
        float cost = (float) (costs[points.column(start + i)] / (value * value));
        packed[count++] = (long) Float.floatToIntBits(cost) << 32 | i;
      }
    }

    Arrays.sort(packed, 0, count);
    return Arrays.stream(packed, 0, count).mapToInt(value -> start + (int) value).toArray();
  }

  /** Returns the squared length of a query. */
  float norm(int query) {
    return norms[query];
  }

  /** Where the values of a query start. */
  int start(int query) {
    return starts[query];
  }

  /** Where the values of a query end. */
  int end(int query) {
    return starts[query + 1];
  }

  int column(int at) {
    return columns[at];
  }

  float value(int at) {
    return values[at];
  }
}

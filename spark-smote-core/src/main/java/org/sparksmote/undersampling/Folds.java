// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.spark.Passes;

/**
 * In which fold rows are: each class is cut into parts of about the same size, by ranks that follow
 * from the seed and the features, so that rows that are alike are in one fold. Sizes differ by what
 * one of 4,096 bins of ranks holds.
 */
final class Folds implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int BITS = 12;
  private static final int BINS = 1 << BITS;

  private final long seed;
  private final int[][] foldOf; // by class and bin

  private Folds(long seed, int[][] foldOf) {
    this.seed = seed;
    this.foldOf = foldOf;
  }

  /**
   * One pass over the features.
   *
   * @param rows with the columns {@code +class}, {@code +first} and {@code +second}
   */
  static Folds of(Dataset<Row> rows, long seed, int classes, int folds) {
    Row counted =
        Passes.merge(
            rows.select("+class", "+first", "+second").filter("`+class` is not null"),
            part -> RowFactory.create(count(part, seed, classes)),
            RowFactory.create(new long[classes * BINS]),
            (a, b) -> RowFactory.create(sum(a.getAs(0), b.getAs(0))));
    long[] counts = counted.getAs(0);
    int[][] foldOf = new int[classes][BINS];
    for (int c = 0; c < classes; c++) {
      long all = 0;
      for (int bin = 0; bin < BINS; bin++) {
        all += counts[c * BINS + bin];
      }

      long before = 0;
      for (int bin = 0; bin < BINS; bin++) {
        foldOf[c][bin] = (int) Math.min(folds - 1, before * folds / Math.max(1, all));
        before += counts[c * BINS + bin];
      }
    }

    return new Folds(seed, foldOf);
  }

  private static long[] count(Iterator<Row> rows, long seed, int classes) {
    long[] counts = new long[classes * BINS];
    while (rows.hasNext()) {
      Row row = rows.next();
      counts[row.getInt(0) * BINS + bin(seed, row.getLong(1), row.getLong(2))]++;
    }

    return counts;
  }

  private static long[] sum(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }

    return sum;
  }

  private static int bin(long seed, long first, long second) {
    return (int) (KeyedRandom.rank(seed, first, second) >>> (Long.SIZE - BITS));
  }

  /** The fold of a row, from 0. */
  int fold(int c, long first, long second) {
    return foldOf[c][bin(seed, first, second)];
  }
}

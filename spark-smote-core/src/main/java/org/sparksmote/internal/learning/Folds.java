// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.learning;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.spark.Passes;

/**
 * In which fold rows are: each class is cut into parts of about the same size, by a rank of 64
 * random bits that belongs to the content of a row, so that rows that are alike are in one fold.
 * Sizes differ by what one of 4,096 bins of ranks holds.
 */
public final class Folds implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int BITS = 12;
  private static final int BINS = 1 << BITS;

  private final int[][] foldOf; // by class and bin
  private final long[][] sizes; // by class and fold

  private Folds(int[][] foldOf, long[][] sizes) {
    this.foldOf = foldOf;
    this.sizes = sizes;
  }

  /**
   * One pass over two columns.
   *
   * @param rows the class, from 0, or null for rows of no fold, and the rank, a long
   */
  public static Folds of(Dataset<Row> rows, int classes, int folds) {
    Row counted =
        Passes.merge(
            rows,
            part -> RowFactory.create(count(part, classes)),
            RowFactory.create(new long[classes * BINS]),
            (a, b) -> RowFactory.create(sum(a.getAs(0), b.getAs(0))));
    long[] counts = counted.getAs(0);
    int[][] foldOf = new int[classes][BINS];
    long[][] sizes = new long[classes][folds];
    for (int c = 0; c < classes; c++) {
      cut(counts, c, foldOf[c], sizes[c]);
    }

    return new Folds(foldOf, sizes);
  }

  private static void cut(long[] counts, int c, int[] foldOf, long[] sizes) {
    long all = 0;
    for (int bin = 0; bin < BINS; bin++) {
      all += counts[c * BINS + bin];
    }

    long before = 0;
    for (int bin = 0; bin < BINS; bin++) {
      long here = counts[c * BINS + bin];
      foldOf[bin] = (int) Math.min(sizes.length - 1, before * sizes.length / Math.max(1, all));
      sizes[foldOf[bin]] += here;
      before += here;
    }
  }

  private static long[] count(Iterator<Row> rows, int classes) {
    long[] counts = new long[classes * BINS];
    while (rows.hasNext()) {
      Row row = rows.next();
      if (!row.isNullAt(0)) {
        counts[row.getInt(0) * BINS + bin(row.getLong(1))]++;
      }
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

  private static int bin(long rank) {
    return (int) (rank >>> (Long.SIZE - BITS));
  }

  /** The fold of a row, from 0. */
  public int fold(int c, long rank) {
    return foldOf[c][bin(rank)];
  }

  /** The rows of a class in a fold. */
  public long size(int c, int fold) {
    return sizes[c][fold];
  }
}

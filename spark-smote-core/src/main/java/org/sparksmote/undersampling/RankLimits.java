// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.spark.Passes;

/**
 * Up to which rank rows of each class stay. A rank is 128 bits, the value and then the key; the
 * rank of the last row that stays is found twelve bits at a time, by counting.
 */
final class RankLimits implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int BITS = 12;
  private static final int BINS = 1 << BITS;
  private static final int ALL_BITS = 2 * Long.SIZE;

  /** Rows at the limit that stay, of a class of which all rows at the limit do. */
  private static final long ALL = Long.MAX_VALUE;

  private final long[] left; // rows to find among those that begin like the limit
  private final long[] high; // the limit's value, as far as it is known; zeros behind
  private final long[] low; // and its key
  private final int[] known; // bits of the limit; -1: every row stays
  private final boolean[] done;

  /** Of how many rows of each class stay; negative: all. */
  RankLimits(long[] keep) {
    left = keep.clone();
    high = new long[keep.length];
    low = new long[keep.length];
    known = new int[keep.length];
    done = new boolean[keep.length];
    for (int c = 0; c < keep.length; c++) {
      done[c] = keep[c] <= 0;
      known[c] = keep[c] < 0 ? -1 : 0;
    }
  }

  /** Whether some limit is not known yet. */
  boolean isOpen() {
    for (boolean isDone : done) {
      if (!isDone) {
        return true;
      }
    }

    return false;
  }

  /** Whether of some class a part of the rows stays that have the very rank of the limit. */
  boolean hasTies() {
    for (int c = 0; c < left.length; c++) {
      if (known[c] > 0 && left[c] != ALL) {
        return true;
      }
    }

    return false;
  }

  /** How many rows at the limit stay. */
  long tied(int c) {
    return left[c];
  }

  /** Values as numbers without a sign that ascend as they do; -0.0 is 0.0. */
  private static long ascending(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
  }

  /** Below 0: the row stays; 0: it is at the limit; above: it goes. */
  int side(@Nullable Integer c, @Nullable Double value, Long key) {
    if (c == null || known[c] < 0) {
      return -1;
    }

    if (value == null || known[c] == 0) {
      return 1;
    }

    int side = compare(c, ascending(value), key);
    return side == 0 && left[c] == ALL ? -1 : side;
  }

  /** The first bits of a rank against the limit's. */
  private int compare(int c, long value, long key) {
    int first = Math.min(known[c], Long.SIZE);
    int second = known[c] - first;
    int side = Long.compareUnsigned(head(value, first), high[c]);
    return side != 0 ? side : Long.compareUnsigned(head(key, second), low[c]);
  }

  private static long head(long bits, int count) {
    return count == 0 ? 0 : bits & (-1L << (Long.SIZE - count));
  }

  /** How many bits come next: never some of the value and some of the key. */
  private int next(int c) {
    int within = known[c] % Long.SIZE;
    return Math.min(BITS, Long.SIZE - within);
  }

  /** One pass that counts the rows that begin like the limits, by the bits that come next. */
  void narrow(Dataset<Row> ranks) {
    int classes = left.length;
    Row counted =
        Passes.merge(
            ranks,
            part -> toRow(count(part)),
            toRow(new long[classes][]),
            (a, b) -> toRow(merge(a, b)));
    long[][] counts = merge(counted, toRow(new long[classes][]));
    for (int c = 0; c < classes; c++) {
      if (!done[c]) {
        settle(c, counts[c] == null ? new long[BINS] : counts[c]);
      }
    }
  }

  private long[][] count(Iterator<Row> ranks) {
    long[][] counts = new long[left.length][];
    while (ranks.hasNext()) {
      Row row = ranks.next();
      int c = row.getInt(0);
      if (done[c] || row.isNullAt(1)) {
        continue;
      }

      long value = ascending(row.getDouble(1));
      if (compare(c, value, row.getLong(2)) == 0) {
        counts[c] = counts[c] == null ? new long[BINS] : counts[c];
        counts[c][bin(c, value, row.getLong(2))]++;
      }
    }

    return counts;
  }

  private int bin(int c, long value, long key) {
    long bits = known[c] < Long.SIZE ? value : key;
    return (int) ((bits << (known[c] % Long.SIZE)) >>> (Long.SIZE - next(c)));
  }

  private void settle(int c, long[] counts) {
    int bin = 0;
    while (bin < BINS && counts[bin] < left[c]) {
      left[c] -= counts[bin++];
    }

    if (bin == BINS) { // fewer rows than asked for have a value: all of those
      done[c] = true;
      high[c] = Long.MIN_VALUE;
      known[c] = 1;
      left[c] = ALL;
      return;
    }

    boolean isKey = known[c] >= Long.SIZE;
    long bits = (long) bin << (Long.SIZE - next(c)) >>> (known[c] % Long.SIZE);
    high[c] |= isKey ? 0 : bits;
    low[c] |= isKey ? bits : 0;
    known[c] += next(c);
    boolean whole = counts[bin] == left[c];
    left[c] = whole ? ALL : left[c];
    done[c] = whole || known[c] == ALL_BITS;
  }

  private static Row toRow(long[][] counts) {
    return RowFactory.create((Object[]) counts);
  }

  private static long[][] merge(Row a, Row b) {
    long[][] sums = new long[a.size()][];
    for (int c = 0; c < sums.length; c++) {
      long[] first = a.getAs(c);
      long[] second = b.getAs(c);
      sums[c] = first == null ? second : first.clone();
      if (first != null && second != null) {
        long[] sum = sums[c];
        Arrays.setAll(sum, bin -> first[bin] + second[bin]);
      }
    }

    return sums;
  }
}

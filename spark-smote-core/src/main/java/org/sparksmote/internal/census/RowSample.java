// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.PackedRows;

/**
 * Different rows of a class, those of the lowest ranks: what a pass over all rows would draw later
 * on is often here already. Which rows these are follows from their content and the seed.
 */
public final class RowSample {

  /** A quarter more than the draws for a few buckets, which are so many only on average. */
  private static final int MOST_ROWS = 10_000;

  /** Marks the draw, so that it is independent of those that make rows. */
  private static final int SAMPLE_DRAW = -1;

  private final TreeMap<Long, FeatureRow> lowest = new TreeMap<>(Long::compareUnsigned);
  private long end = -1; // all rows of lower ranks are here; unsigned, so that -1 is the highest
  private long values;

  /** That of rows of which nothing is known. */
  static RowSample unknown() {
    RowSample unknown = new RowSample();
    unknown.end = 0;
    return unknown;
  }

  /** The rank of a row; rows that are the same have the same, others have others. */
  public static long rank(long seed, long key) {
    return KeyedRandom.rank(seed, key, SAMPLE_DRAW);
  }

  /** Whether a rank is among the lowest, of which there are so many. */
  public static boolean isBelow(long rank, double share) {
    return Long.compareUnsigned(rank, limit(share)) < 0;
  }

  void add(long rank, FeatureRow row) {
    if (Long.compareUnsigned(rank, end) < 0 && !lowest.containsKey(rank)) {
      FeatureRow kept = row.copy();
      kept.values = row.values.clone();
      kept.indices = row.indices.clone();
      lowest.put(rank, kept);
      values += row.values.length;
      if (lowest.size() > MOST_ROWS) {
        removeLast();
      }
    }
  }

  private void removeLast() {
    Map.Entry<Long, FeatureRow> last = lowest.pollLastEntry();
    values -= last.getValue().values.length;
    end = last.getKey();
  }

  /** Keeps so many values at most, those of the lowest ranks. */
  void trim(long most) {
    while (values > most) {
      removeLast();
    }
  }

  /** Values of all rows that are kept. */
  long values() {
    return values;
  }

  /** About how many different rows there were. */
  double seen() {
    return lowest.size() / (double) (end >>> 1) * Long.MAX_VALUE;
  }

  /** Whether all rows of the class are here whose ranks are among the lowest. */
  public boolean hasAllBelow(double share) {
    return Long.compareUnsigned(limit(share), end) <= 0;
  }

  /** The rank from which on a row is not below a share, unsigned. */
  private static long limit(double share) {
    return (long) (share * Long.MAX_VALUE) << 1;
  }

  /** Those that are here, by rank. */
  public Collection<FeatureRow> below(double share) {
    return lowest.headMap(limit(share), false).values();
  }

  /** All rows that are kept, as they travel. */
  Row toRow() {
    PackedRows packed = new PackedRows();
    lowest.values().forEach(row -> packed.add(true, row, PackedRows.NO_PAYLOAD));
    int size = lowest.isEmpty() ? 0 : lowest.firstEntry().getValue().size;
    long[] ranks = lowest.keySet().stream().mapToLong(rank -> rank).toArray();
    return RowFactory.create(end, size, ranks, packed.take());
  }

  /** Adds what another one has. */
  void add(Row other) {
    long otherEnd = other.getLong(0);
    while (!lowest.isEmpty() && Long.compareUnsigned(lowest.lastKey(), otherEnd) >= 0) {
      removeLast();
    }

    end = Long.compareUnsigned(otherEnd, end) < 0 ? otherEnd : end;
    long[] ranks = other.getAs(2);
    PackedRows.Reader reader = new PackedRows.Reader(other.getAs(3), other.getInt(1));
    for (int i = 0; reader.next(); i++) {
      add(ranks[i], reader.row);
    }
  }
}

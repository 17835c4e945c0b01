// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.Collection;
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
  private boolean isWhole = true; // no row was left out
  private boolean isDropped;
  private long values;

  /** The rank of a row; rows that are the same have the same, others have others. */
  public static long rank(long seed, long key) {
    return KeyedRandom.rank(seed, key, SAMPLE_DRAW);
  }

  /** Whether a rank is among the lowest, of which there are so many. */
  public static boolean isBelow(long rank, double share) {
    return rank >>> 1 < (long) (share * Long.MAX_VALUE);
  }

  void add(long rank, FeatureRow row) {
    boolean full = lowest.size() == MOST_ROWS;
    if (isDropped || (full && Long.compareUnsigned(rank, lowest.lastKey()) > 0)) {
      isWhole = false;
    } else if (!lowest.containsKey(rank)) {
      FeatureRow kept = row.copy();
      kept.values = row.values.clone();
      kept.indices = row.indices.clone();
      lowest.put(rank, kept);
      values += row.values.length;
      if (full) {
        values -= lowest.pollLastEntry().getValue().values.length;
        isWhole = false;
      }
    }
  }

  /** Gives up: what is here is not all, nor the lowest. */
  void drop() {
    lowest.clear();
    values = 0;
    isWhole = false;
    isDropped = true;
  }

  /** Values of all rows that are kept. */
  long values() {
    return values;
  }

  /** The highest rank that is kept, the lower the more rows there were. */
  long last() {
    return lowest.isEmpty() ? -1 : lowest.lastKey();
  }

  /** Whether all rows of the class are here whose ranks are among the lowest. */
  public boolean hasAllBelow(double share) {
    return isWhole || (!isDropped && !isBelow(last(), share));
  }

  /** Those that are here, by rank. */
  public Collection<FeatureRow> below(double share) {
    long limit = (long) (share * Long.MAX_VALUE);
    return lowest.headMap(limit << 1, false).values();
  }

  /** All rows that are kept, as they travel. */
  Row toRow() {
    PackedRows packed = new PackedRows();
    lowest.values().forEach(row -> packed.add(true, row, PackedRows.NO_PAYLOAD));
    int size = lowest.isEmpty() ? 0 : lowest.firstEntry().getValue().size;
    long[] ranks = lowest.keySet().stream().mapToLong(rank -> rank).toArray();
    return RowFactory.create(isWhole, isDropped, size, ranks, packed.take());
  }

  /** Adds what another one has. */
  void add(Row other) {
    if (isDropped || other.getBoolean(1)) {
      drop();
      return;
    }

    isWhole &= other.getBoolean(0);
    long[] ranks = other.getAs(3);
    PackedRows.Reader reader = new PackedRows.Reader(other.getAs(4), other.getInt(2));
    for (int i = 0; reader.next(); i++) {
      add(ranks[i], reader.row);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.util.AccumulatorV2;
import org.sparksmote.internal.knn.SearchQuality;

/**
 * Brings to the driver how good the search of each cell was, when the rows are made: one entry per
 * cell, so that a task that runs twice says no more than once.
 */
public final class ReachedQuality
    extends AccumulatorV2<Map<Integer, SearchQuality>, Map<Integer, SearchQuality>> {

  private static final long serialVersionUID = 1L;

  private final TreeMap<Integer, SearchQuality> byCell = new TreeMap<>();

  @Override
  public boolean isZero() {
    return byCell.isEmpty();
  }

  @Override
  public ReachedQuality copy() {
    ReachedQuality copy = new ReachedQuality();
    copy.add(byCell);
    return copy;
  }

  @Override
  public void reset() {
    byCell.clear();
  }

  @Override
  public synchronized void add(Map<Integer, SearchQuality> cells) {
    byCell.putAll(cells);
  }

  @Override
  public void merge(AccumulatorV2<Map<Integer, SearchQuality>, Map<Integer, SearchQuality>> other) {
    add(other.value());
  }

  /** The quality by cell, of those whose rows were made. */
  @Override
  public synchronized Map<Integer, SearchQuality> value() {
    return new TreeMap<>(byCell);
  }
}

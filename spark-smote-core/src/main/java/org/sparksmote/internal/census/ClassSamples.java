// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.rows.FeatureRow;

/**
 * A sample of each class, as far as there is room: the largest class goes first, since it is the
 * one that need not grow. Whoever misses a sample draws it from all rows, and gets the same.
 */
public final class ClassSamples {

  private static final RowSample NONE = new RowSample();

  static {
    NONE.drop();
  }

  /**
   * Values of all samples while rows are read: which class is the largest is known only when all
   * were, as rows may come sorted by their class.
   */
  private static final long VALUES_IN_TASK = 2_000_000;

  private final long room;
  private final Map<Object, RowSample> byClass = new HashMap<>();
  private long values;

  /** No samples yet, of so many values at most. */
  public ClassSamples(long room) {
    this.room = room;
  }

  /** Draws from one valid row. */
  void add(Object label, long rank, FeatureRow row) {
    grow(label, sample -> sample.add(rank, row), Math.max(room, VALUES_IN_TASK));
  }

  private void grow(Object label, Consumer<RowSample> more, long most) {
    RowSample sample = byClass.computeIfAbsent(label, any -> new RowSample());
    values -= sample.values();
    more.accept(sample);
    values += sample.values();
    makeRoom(most);
  }

  private void makeRoom(long most) {
    while (values > most) {
      RowSample largest =
          byClass.values().stream()
              .filter(kept -> kept.values() > 0)
              .min(Comparator.comparingLong(kept -> kept.last() + Long.MIN_VALUE))
              .orElseThrow();
      values -= largest.values();
      largest.drop();
    }
  }

  /** That of a class, which may have been given up. */
  public RowSample of(Object label) {
    return byClass.getOrDefault(label, NONE);
  }

  /** All samples, as they travel. */
  Row toRow() {
    makeRoom(room);
    return Entries.of(byClass, RowSample::toRow);
  }

  /** Adds those of other rows. */
  void add(Row other) {
    Entries.<Row>forEach(other, (label, more) -> grow(label, sample -> sample.add(more), room));
  }
}

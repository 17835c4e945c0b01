// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.rows.FeatureRow;

/**
 * A sample of each class, as far as there is room: rows of the largest class go first, since it is
 * the one that need not grow. Whoever misses some draws them from all rows, and gets the same.
 */
public final class ClassSamples {

  private static final RowSample UNKNOWN = RowSample.unknown();

  /**
   * Values of all samples while rows are read or merged: which class is the largest is known only
   * when all were, as rows may come sorted by their class.
   */
  private static final long VALUES_HELD = 2_000_000;

  /** What is left of them when they are too many: less, so that room is not made row by row. */
  private static final long VALUES_LEFT = VALUES_HELD / 8 * 7;

  private final long room;
  private final Map<Object, RowSample> byClass = new HashMap<>();
  private long values;

  /** No samples yet; what travels has so many values at most. */
  public ClassSamples(long room) {
    this.room = room;
  }

  /** Draws from one valid row. */
  void add(Object label, long rank, FeatureRow row) {
    grow(label, sample -> sample.add(rank, row));
  }

  private void grow(Object label, Consumer<RowSample> more) {
    RowSample sample = byClass.computeIfAbsent(label, any -> new RowSample());
    values -= sample.values();
    more.accept(sample);
    values += sample.values();
    if (values > VALUES_HELD) {
      makeRoom(VALUES_LEFT);
    }
  }

  private void makeRoom(long most) {
    while (values > most) {
      RowSample largest =
          byClass.values().stream()
              .filter(kept -> kept.values() > 0)
              .max(Comparator.comparingDouble(RowSample::seen))
              .orElseThrow();
      long others = values - largest.values();
      largest.trim(Math.max(0, most - others));
      values = others + largest.values();
    }
  }

  /** That of a class, of which rows may have been left out. */
  public RowSample of(Object label) {
    return byClass.getOrDefault(label, UNKNOWN);
  }

  /**
   * All samples as a Row.
   *
   * @param travels whether it is what a task sends; what the driver has merged goes nowhere
   */
  Row toRow(boolean travels) {
    if (travels) {
      makeRoom(room);
    }

    return Entries.of(byClass, RowSample::toRow);
  }

  /** Adds those of other rows. */
  void add(Row other) {
    Entries.<Row>forEach(other, (label, more) -> grow(label, sample -> sample.add(more)));
  }
}

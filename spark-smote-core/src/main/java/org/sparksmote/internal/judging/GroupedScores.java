// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.judging;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.exact.ExactSum;
import org.sparksmote.internal.measures.ScoreGroups;

/**
 * Sorted rows as blocks of different scores, each with the exact weight of the rows that have it.
 */
final class GroupedScores implements Iterator<Row> {

  /** Scores in a block; it is the size of an array that a task makes at once. */
  private static final int MOST = 1 << 14;

  private final Iterator<Row> rows;
  private @Nullable Row next;

  GroupedScores(Iterator<Row> rows) {
    this.rows = rows;
    advance();
  }

  private void advance() {
    next = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    if (next == null) {
      throw new NoSuchElementException();
    }

    ScoreGroups groups = new ScoreGroups();
    while (next != null && groups.size() < MOST) {
      addGroup(groups, next.getDouble(0));
    }

    return RowFactory.create(groups.scores(), groups.positives(), groups.negatives());
  }

  private void addGroup(ScoreGroups groups, double score) {
    ExactSum positives = new ExactSum();
    ExactSum negatives = new ExactSum();
    for (Row row = next; row != null && row.getDouble(0) == score; row = next) {
      (row.getBoolean(1) ? positives : negatives).add(row.getDouble(2));
      advance();
    }

    groups.add(score, positives.value(), negatives.value());
  }
}

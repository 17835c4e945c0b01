// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.knn.Neighbors;
import org.sparksmote.internal.rows.RowStore;
import org.sparksmote.internal.variants.Acceptance;
import org.sparksmote.internal.weighing.VariantCell;

/**
 * New rows that do not lie among other classes (Lee, Kim and Lee 2015): a row is kept if less than
 * half of its k nearest rows are of other classes, else it is made anew. After every five attempts
 * the share allowed grows by a tenth, so that each row is accepted in the end and totals are exact.
 */
final class AcceptedDrafts implements Iterator<Draft> {

  private static final double FIRST_LEVEL = 0.5;
  private static final double LEVEL_STEP = 0.1;
  private static final int ATTEMPTS_PER_LEVEL = 5;

  /** Rows tried together: as many as a search is worth while, and as memory allows. */
  private static final int MOST_BATCH = 50_000;

  private static final int BATCH_VALUES = 5_000_000;

  private final Drafts drafts;
  private final VariantCell cell;
  private final ArrayDeque<Draft> ready = new ArrayDeque<>();

  AcceptedDrafts(Drafts drafts, VariantCell cell) {
    this.drafts = drafts;
    this.cell = cell;
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && drafts.hasNext()) {
      fill();
    }

    return !ready.isEmpty();
  }

  @Override
  public Draft next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }

    return ready.remove();
  }

  private void fill() {
    List<Drafts.Slot> slots = new ArrayList<>();
    int stored = cell.rows.store.isCompressed() ? 1 : cell.size();
    int width = Math.max(stored, cell.k());
    int batch = Math.max(Acceptance.LEAST_BATCH, Math.min(MOST_BATCH, BATCH_VALUES / width));
    while (slots.size() < batch && drafts.hasNext()) {
      slots.add(drafts.nextSlot());
    }

    Draft[] made = new Draft[slots.size()];
    int[] open = new int[made.length];
    Arrays.setAll(open, i -> i);
    for (int attempt = 0; open.length > 0; attempt++) {
      for (int i : open) {
        made[i] = drafts.make(slots.get(i), attempt);
      }

      double level = FIRST_LEVEL + Math.floorDiv(attempt, ATTEMPTS_PER_LEVEL) * LEVEL_STEP;
      double[] shares = enemyShares(made, open);
      int[] tried = open;
      int[] rejected =
          java.util.stream.IntStream.range(0, tried.length)
              .filter(i -> shares[i] >= level)
              .map(i -> tried[i])
              .toArray();
      open = level > 1 ? new int[0] : rejected;
    }

    ready.addAll(Arrays.asList(made));
  }

  /** The share of other classes among the k nearest rows of every new row. */
  private double[] enemyShares(Draft[] made, int[] tried) {
    CellRows rows = cell.rows;
    RowStore joined = rows.store.withRoomFor(tried.length);
    for (int i : tried) {
      joined.add(made[i].features());
    }

    int old = rows.points();
    boolean[] queries = new boolean[old + tried.length];
    boolean[] candidates = new boolean[queries.length];
    Arrays.fill(queries, old, queries.length, true);
    Arrays.fill(candidates, 0, old, true);
    int k = (int) Math.max(1, Math.min(cell.k(), rows.rows()));
    Neighbors found = cell.hood.search(joined, queries, candidates, k);
    double[] shares = new double[tried.length];
    Arrays.setAll(shares, i -> enemyShare(found, old + i, k));
    return shares;
  }

  private double enemyShare(Neighbors found, int query, int k) {
    CellRows rows = cell.rows;
    int seen = 0;
    int enemies = 0;
    for (int rank = 0; rank < found.k() && seen < k; rank++) {
      int point = found.id(query, rank);
      int own = (int) Math.min(k - seen, rows.ownRows(point));
      int others = (int) Math.min(k - seen - own, rows.enemies(point));
      seen += own + others;
      enemies += others;
    }

    return (double) enemies / Math.max(1, seen);
  }
}

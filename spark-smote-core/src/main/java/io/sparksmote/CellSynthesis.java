// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import io.sparksmote.internal.synth.BasePlan;
import io.sparksmote.internal.synth.KeyedRandom;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** The synthetic rows of one cell, made one at a time: base, partner, gap, interpolation. */
final class CellSynthesis implements Iterator<Row> {

  private final CellRows rows;
  private final long seed;
  private final Partners partners;
  private final OutputRows output;
  private final int[] bases;
  private final long[] counts;
  private int base;
  private long copy;

  CellSynthesis(ResamplingPlan plan, CellRows rows) {
    this.rows = rows;
    this.seed = plan.search().seed();
    this.partners = Partners.search(plan, rows);
    this.output = new OutputRows(plan, rows);
    this.bases = homeRows(rows);
    this.counts = bases.length == 0 ? new long[0] : BasePlan.even(make(plan, rows), ranks());
  }

  private static long make(ResamplingPlan plan, CellRows rows) {
    return plan.cells().get(rows.cell).make();
  }

  private static int[] homeRows(CellRows rows) {
    int[] home = new int[(int) rows.homeRows];
    int count = 0;
    for (int row = 0; row < rows.rows(); row++) {
      if (rows.home[rows.pointOf[row]]) {
        home[count++] = row;
      }
    }

    return home;
  }

  private long[] ranks() {
    long[] ranks = new long[bases.length];
    for (int i = 0; i < bases.length; i++) {
      ranks[i] = KeyedRandom.rank(seed, rows.keys[bases[i]], rows.ordinals[bases[i]]);
    }

    return ranks;
  }

  @Override
  public boolean hasNext() {
    while (base < counts.length && copy == counts[base]) {
      base++;
      copy = 0;
    }

    return base < counts.length;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }

    int row = bases[base];
    KeyedRandom random = KeyedRandom.of(seed, rows.keys[row], rows.ordinals[row], copy++);
    if (partners.k() == 0) {
      return output.copyOf(row);
    }

    int partner = partners.row(row, random.nextInt(partners.k()));
    return output.between(row, partner, random.nextDouble());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.census.CensusProblems;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.exact.Apportionment;
import org.sparksmote.internal.exact.RankedRows;
import org.sparksmote.internal.exact.Shares;
import org.sparksmote.internal.variants.BaseWeight;

/** How many new rows each base row of a cell gets: together just as many as the cell makes. */
public final class BaseCounts {

  private final VariantCell cell;
  private final OwnRows bases;
  private final RankedRows ranked;

  private BaseCounts(VariantCell cell, OwnRows bases) {
    this.cell = cell;
    this.bases = bases;
    this.ranked = bases.ranked(cell.seed());
  }

  /** Shares the rows to make out over the bases as the weights of the class's variant say. */
  public static Shares of(VariantCell cell, OwnRows bases, long make) {
    BaseCounts counts = new BaseCounts(cell, bases);
    if (make == 0 || bases.size() == 0) {
      return Shares.none(counts.ranked);
    }

    BaseWeight rule = cell.parts().baseWeight();
    return rule == BaseWeight.UNIFORM
        ? Shares.even(make, counts.ranked)
        : counts.weighed(make, CellWeights.of(rule, cell, bases).weights());
  }

  private Shares weighed(long make, double[] weights) {
    if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      ClassPlan planned = cell.planned();
      throw CensusProblems.inputChanged(planned.count().name(), make, 0);
    }

    return cell.parts().baseWeight().weighsGroups()
        ? byGroup(make, weights)
        : Apportionment.largestRemainder(make, weights, ranked);
  }

  /**
   * Every group its share, which its bases share evenly. Were the bases weighed one by one, the
   * groups with the larger remainder per base would get far more than their share when there are
   * few rows to make.
   */
  private Shares byGroup(long make, double[] weights) {
    CellGroups groups = cell.groups();
    double[] ofGroup = new double[groups.count()];
    for (int i = 0; i < weights.length; i++) {
      ofGroup[groups.of(bases.points()[i])] += weights[i] * ranked.rows(i);
    }

    long[] inOrder = IntStream.range(0, ofGroup.length).asLongStream().toArray();
    Shares shareOfGroup = Apportionment.largestRemainder(make, ofGroup, RankedRows.of(inOrder));
    Shares shares = Shares.none(ranked);
    for (int group = 0; group < ofGroup.length; group++) {
      if (shareOfGroup.of(group, 0) > 0) {
        shares.addEvenly(shareOfGroup.of(group, 0), basesOf(group));
      }
    }

    return shares;
  }

  private int[] basesOf(int group) {
    return IntStream.range(0, bases.points().length)
        .filter(i -> cell.groups().of(bases.points()[i]) == group)
        .toArray();
  }
}

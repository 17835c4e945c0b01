// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sparksmote.internal.synth.Apportionment;
import org.sparksmote.internal.synth.BasePlan;
import org.sparksmote.internal.synth.KeyedRandom;

/** How many new rows each base row of a cell gets: together just as many as the cell makes. */
final class BaseCounts {

  private final CellHood hood;
  private final int[] bases;
  private final long[] ranks;

  private BaseCounts(CellHood hood, int[] bases) {
    this.hood = hood;
    this.bases = bases;
    this.ranks = ranks();
  }

  /** Shares the rows to make out over the bases as the weights of the class's variant say. */
  static long[] of(CellHood hood, int[] bases, long make) {
    if (make == 0 || bases.length == 0) {
      return new long[bases.length];
    }

    BaseWeight rule = hood.parts().baseWeight();
    BaseCounts counts = new BaseCounts(hood, bases);
    return rule == BaseWeight.UNIFORM
        ? BasePlan.even(make, counts.ranks)
        : counts.weighed(make, CellWeights.of(rule, hood, bases).weights());
  }

  private long[] weighed(long make, double[] weights) {
    if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      ClassPlan planned = hood.plan.classOf(hood.rows.cell);
      throw Problems.inputChanged(planned.count().name(), make, 0);
    }

    return hood.parts().baseWeight().weighsGroups()
        ? byGroup(make, weights)
        : Apportionment.largestRemainder(make, weights, ranks);
  }

  /**
   * Every group its share, which its bases share evenly. Were the bases weighed one by one, the
   * groups with the larger remainder per base would get far more than their share when there are
   * few rows to make.
   */
  private long[] byGroup(long make, double[] weights) {
    CellGroups groups = hood.groups();
    double[] ofGroup = new double[groups.count()];
    for (int i = 0; i < bases.length; i++) {
      ofGroup[groups.of(bases[i])] += weights[i];
    }

    long[] inOrder = IntStream.range(0, ofGroup.length).asLongStream().toArray();
    long[] shares = Apportionment.largestRemainder(make, ofGroup, inOrder);
    long[] counts = new long[bases.length];
    for (int group = 0; group < shares.length; group++) {
      if (shares[group] > 0) {
        shareEvenly(shares[group], basesOf(group), counts);
      }
    }

    return counts;
  }

  private int[] basesOf(int group) {
    return IntStream.range(0, bases.length)
        .filter(i -> hood.groups().of(bases[i]) == group)
        .toArray();
  }

  private void shareEvenly(long share, int[] members, long[] counts) {
    long[] even = BasePlan.even(share, Arrays.stream(members).mapToLong(i -> ranks[i]).toArray());
    for (int m = 0; m < members.length; m++) {
      counts[members[m]] = even[m];
    }
  }

  private long[] ranks() {
    CellRows rows = hood.rows;
    long seed = hood.plan.search().seed();
    return Arrays.stream(bases)
        .mapToLong(base -> KeyedRandom.rank(seed, rows.keys[base], rows.ordinals[base]))
        .toArray();
  }
}

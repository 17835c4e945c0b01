// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * How far around their leaves queries must look for the search to be good enough.
 *
 * <p>For the sample of the {@link QualityGate} the true neighbours are known, and so is, for each,
 * the share of the reach at which it will be met. So the least share that passes the gate can be
 * read off before anything is searched, and what it costs too.
 */
final class ProbePlan {

  /** Leaves that a query may look into per tree, on average; beyond, another tree finds more. */
  private static final double MOST_PROBES = 40;

  /** Queries of the sample that tell the costs. */
  private static final int COST_SAMPLE = 64;

  private final QualityGate gate;
  private final Leaves leaves;
  private final CandidateLists lists;
  private final float[] reach; // per point
  private final float[][] shares; // per sampled query and rank of the true neighbour
  private final int k;

  ProbePlan(QualityGate gate, Leaves leaves, CandidateLists lists, float[] reach, int k) {
    this.gate = gate;
    this.leaves = leaves;
    this.lists = lists;
    this.reach = reach;
    this.k = k;
    this.shares = new float[gate.sampled()][];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = sharesOfNeighbors(i);
    }
  }

  /** The share of the reach to look at: the least that is enough, within what a tree may cost. */
  float share() {
    float most = mostShare();
    if (!isEnough(most)) {
      return most;
    }

    float[] steps = sortedShares(most);
    int low = 0;
    int high = steps.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isEnough(steps[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }

    return low < steps.length ? steps[low] : most;
  }

  private float[] sortedShares(float most) {
    int count = 0;
    float[] all = new float[shares.length * gate.truth().length];
    for (float[] ofQuery : shares) {
      for (float share : ofQuery) {
        if (share <= most) {
          all[count++] = share;
        }
      }
    }

    float[] kept = Arrays.copyOf(all, count);
    Arrays.sort(kept);
    return kept;
  }

  private float[] sharesOfNeighbors(int sampled) {
    int query = gate.point(sampled);
    float[] found = new float[gate.truth().length];
    Arrays.fill(found, Float.POSITIVE_INFINITY);
    for (int rank = 0; rank < found.length && gate.truth().id(sampled, rank) >= 0; rank++) {
      int neighbor = gate.truth().id(sampled, rank);
      if (leaves.leaf(query) == leaves.leaf(neighbor)) {
        found[rank] = 0;
      } else {
        found[rank] = Math.min(share(query, neighbor), share(neighbor, query));
      }
    }

    return found;
  }

  /** The share of its reach at which a point looks into the leaf of another. */
  private float share(int point, int other) {
    return share(point, leaves.leaf(point), leaves.leaf(other));
  }

  private float share(int point, int own, int other) {
    float nearer = leaves.fromCenter(point, other) - leaves.fromCenter(point, own);
    double apart = Math.sqrt(leaves.betweenCenters(own, other));
    double share = nearer / (2 * apart * reach[point]);
    return nearer <= 0 ? 0 : (float) share;
  }

  /** Whether the gate would be passed: by what is in the lists and what a share will add. */
  private boolean isEnough(float share) {
    float[][] found = new float[shares.length][];
    for (int i = 0; i < found.length; i++) {
      found[i] = nearest(i, share);
    }

    return gate.isPassedBy((sampled, rank) -> found[sampled][rank]);
  }

  private float[] nearest(int sampled, float share) {
    float[] found = new float[k];
    int query = gate.query(sampled);
    int rank = 0;
    int met = 0;
    for (int at = 0; at < k; at++) {
      while (met < shares[sampled].length && !(shares[sampled][met] <= share)) {
        met++;
      }

      float known = lists.distance(query, rank);
      float added = met < shares[sampled].length ? gate.truth().distance(sampled, met) : known;
      found[at] = Math.min(known, added);
      // One neighbour may be both known and met: equal distances count once.
      rank += known <= added ? 1 : 0;
      met += added <= known ? 1 : 0;
    }

    return found;
  }

  /** The share at which queries look into as many leaves as they may. */
  private float mostShare() {
    int count = Math.min(COST_SAMPLE, shares.length);
    float[] all = new float[count * leaves.count];
    for (int i = 0; i < count; i++) {
      int query = gate.point((int) ((long) shares.length * i / count));
      int own = leaves.leaf(query);
      for (int other = 0; other < leaves.count; other++) {
        all[i * leaves.count + other] = other == own ? 0 : share(query, own, other);
      }
    }

    Arrays.sort(all);
    return all[(int) Math.min(all.length - 1L, (long) (count * (1 + MOST_PROBES)))];
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Approximate neighbours of many wide sparse rows: of an inverted index a query reads only the
 * entries that tell most, then ranks the best of the rows it met by their true distance.
 *
 * <p>A word that few texts have tells more about a text than one that all have, and costs less to
 * look up, so most of an index need never be read (as in impact-ordered retrieval; Lin and Trotman,
 * "Anytime ranking for impact-ordered indexes", 2015). How many entries are enough is tried on the
 * sample of the {@link QualityGate}. Candidates are indexed block by block: what a query learns of
 * one block fits a core's cache.
 */
final class ScantSearch {
  private static final int BLOCK = 1 << 16;

  /** Entries that a query may read of each block: the first number that is enough is taken. */
  private static final int[] ENTRIES = {
    128, 192, 288, 432, 648, 972, 1458, 2187, 3280, 4920, 7380, 11_070, 16_605
  };

  private static final int PROPOSED_PER_NEIGHBOR = 4;
  private static final int PROPOSED_AT_LEAST = 16;

  private final SparsePoints points;
  private final InvertedIndex.Scale scale;
  private final int[] queries;
  private final int[] candidates;
  private final int k;
  private final int blocks;
  private final CandidateLists[] trials; // what the sample meets with each number of entries
  private final NearestSet nearest;
  private final Interruption interruption;

  private ScantSearch(SparsePoints points, Roles roles, int k, Interruption interruption) {
    this.points = points;
    this.scale = InvertedIndex.Scale.of(points);
    this.queries = roles.queries();
    this.candidates = roles.candidates();
    this.k = k;
    this.blocks = (candidates.length + BLOCK - 1) / BLOCK;
    this.trials = new CandidateLists[ENTRIES.length];
    this.nearest = new NearestSet(k);
    this.interruption = interruption;
  }

  /**
   * Writes the k nearest found of every query, one row of {@code ids} each, and returns how good
   * they are; null if rows share too many columns for a part of an index to find good ones.
   */
  static @Nullable SearchQuality search(
      SparsePoints points, Roles roles, int k, SearchSettings settings, int[] ids) {
    ScantSearch search = new ScantSearch(points, roles, k, settings.interruption());
    QualityGate gate = new QualityGate(search.queries, k, settings.target(), search::tryOut);
    for (int i = 0; i < ENTRIES.length; i++) {
      QualityGate.Found found = search.found(gate, search.trials[i]);
      if (gate.isPassedBy(found)) {
        search.run(ENTRIES[i], ids);
        return gate.quality(found);
      }
    }

    return null;
  }

  /** Fills the trials for a sample, and returns its true neighbours. */
  private CandidateLists tryOut(int[] sample, int count) {
    CandidateLists truth = new CandidateLists(sample.length, count);
    Arrays.setAll(trials, i -> noProposals(sample.length));
    for (int block = 0; block < blocks; block++) {
      InvertedIndex index = index(block);
      addExact(index, sample, truth);
      for (int i = 0; i < ENTRIES.length; i++) {
        propose(index, sample, ENTRIES[i], trials[i]);
      }
    }

    return truth;
  }

  private InvertedIndex index(int block) {
    int from = (int) ((long) candidates.length * block / blocks);
    int to = (int) ((long) candidates.length * (block + 1) / blocks);
    return new InvertedIndex(points, Arrays.copyOfRange(candidates, from, to), scale);
  }

  private void addExact(InvertedIndex index, int[] asked, CandidateLists lists) {
    InvertedSearch search = new InvertedSearch(points, index);
    NearestSet found = new NearestSet(lists.length);
    double[] smallest = new double[lists.length];
    for (int i = 0; i < asked.length; i++) {
      interruption.check();
      search.nearest(asked[i], smallest, found);
      for (int rank = 0; rank < found.size(); rank++) {
        lists.offer(i, found.id(rank), (float) scale.inUnit(found.distance(rank)));
      }
    }
  }

  private QualityGate.Found found(QualityGate gate, CandidateLists proposed) {
    float[][] found = new float[gate.sampled()][k];
    for (int i = 0; i < found.length; i++) {
      rank(gate.point(i), proposed, i);
      for (int rank = 0; rank < k; rank++) {
        found[i][rank] = (float) scale.inUnit(nearest.distance(rank));
      }
    }

    return (sampled, rank) -> found[sampled][rank];
  }

  private void run(int entries, int[] ids) {
    CandidateLists proposed = noProposals(queries.length);
    for (int block = 0; block < blocks; block++) {
      propose(index(block), queries, entries, proposed);
    }

    for (int q = 0; q < queries.length; q++) {
      rank(queries[q], proposed, q);
      nearest.copyTo(ids, q * k);
    }
  }

  private CandidateLists noProposals(int lists) {
    return new CandidateLists(lists, PROPOSED_PER_NEIGHBOR * k + PROPOSED_AT_LEAST);
  }

  private void propose(InvertedIndex index, int[] asked, int entries, CandidateLists lists) {
    for (int i = 0; i < asked.length; i++) {
      interruption.check();
      propose(index, asked[i], entries, lists, i);
    }
  }

  private static void propose(
      InvertedIndex index, int query, int entries, CandidateLists lists, int list) {
    int count = index.meet(query, entries);
    for (int i = 0; i < count; i++) {
      int place = index.met(i);
      float distance = index.estimate(place);
      if (distance <= lists.limit(list) && index.point(place) != query) {
        lists.offer(list, index.point(place), distance);
      }
    }

    for (int place = 0; place < index.size(); place++) {
      if (!index.isMet(place)) {
        float distance = index.estimate(place);
        if (distance >= lists.limit(list)) {
          break; // and all longer rows are farther still
        }

        if (index.point(place) != query) {
          lists.offer(list, index.point(place), distance);
        }
      }
    }
  }

  private void rank(int query, CandidateLists lists, int list) {
    nearest.clear(query);
    for (int rank = 0; rank < lists.length && lists.id(list, rank) >= 0; rank++) {
      int row = lists.id(list, rank);
      nearest.offer(row, points.squaredDistance(query, row));
    }
  }
}

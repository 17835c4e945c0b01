// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** What a query may read of each block: of those that are enough, the cheapest is taken. */
  private static final List<InvertedIndex.Reading> READINGS = readings();

  private static final double STEP = 1.5;
  private static final int PROPOSED_PER_NEIGHBOR = 4;
  private static final int PROPOSED_AT_LEAST = 16;

  private final SparsePoints points;
  private final InvertedIndex.Scale scale;
  private final int[] queries;
  private final int[] candidates;
  private final int[] columnCounts; // of candidates
  private final int k;
  private final int blocks;
  private final CandidateLists[] trials; // what the sample meets with each reading
  private final long[] costs; // what the sample's readings cost
  private final NearestSet nearest;
  private final Interruption interruption;

  private ScantSearch(SparsePoints points, Roles roles, int k, Interruption interruption) {
    this.points = points;
    this.scale = InvertedIndex.Scale.of(points);
    this.queries = roles.queries();
    this.candidates = roles.candidates();
    this.columnCounts = points.rowsPerColumn(candidates);
    this.k = k;
    this.blocks = (candidates.length + BLOCK - 1) / BLOCK;
    this.trials = new CandidateLists[READINGS.size()];
    this.costs = new long[READINGS.size()];
    this.nearest = new NearestSet(k);
    this.interruption = interruption;
  }

  /** The shortest rows of every column, or whole columns: which costs less depends on the data. */
  private static List<InvertedIndex.Reading> readings() {
    List<InvertedIndex.Reading> readings = new ArrayList<>();
    for (double few = 16; few < 1000; few *= STEP) {
      readings.add(new InvertedIndex.Reading((int) few, Integer.MAX_VALUE));
    }

    for (double many = 128; many < 20_000; many *= STEP) {
      readings.add(new InvertedIndex.Reading(Integer.MAX_VALUE, (int) many));
    }

    return readings;
  }

  /**
   * Writes the k nearest found of every query, one row of {@code ids} each, and returns how good
   * they are; null if rows share too many columns for a part of an index to find good ones.
   */
  static @Nullable SearchQuality search(
      SparsePoints points, Roles roles, int k, SearchSettings settings, int[] ids) {
    ScantSearch search = new ScantSearch(points, roles, k, settings.interruption());
    QualityGate gate = new QualityGate(search.queries, k, settings.target(), search::tryOut);
    QualityGate.Found best = null;
    int cheapest = 0;
    for (int i = 0; i < READINGS.size(); i++) {
      if (best == null || search.costs[i] < search.costs[cheapest]) {
        QualityGate.Found found = search.found(gate, search.trials[i]);
        if (gate.isPassedBy(found)) {
          best = found;
          cheapest = i;
        }
      }
    }

    if (best == null) {
      return null;
    }

    search.run(READINGS.get(cheapest), ids);
    return gate.quality(best);
  }

  /** Fills the trials for a sample, and returns its true neighbours. */
  private CandidateLists tryOut(int[] sample, int count) {
    CandidateLists truth = new CandidateLists(sample.length, count);
    Arrays.setAll(trials, i -> noProposals(sample.length));
    InvertedQueries asked = asked(sample);
    for (int block = 0; block < blocks; block++) {
      InvertedIndex index = index(block);
      addExact(index, sample, asked, truth);
      for (int i = 0; i < READINGS.size(); i++) {
        costs[i] += propose(index, sample, asked, READINGS.get(i), trials[i]);
      }
    }

    return truth;
  }

  private InvertedQueries asked(int[] rows) {
    return new InvertedQueries(points, rows, columnCounts, scale);
  }

  private InvertedIndex index(int block) {
    int from = (int) ((long) candidates.length * block / blocks);
    int to = (int) ((long) candidates.length * (block + 1) / blocks);
    return new InvertedIndex(points, Arrays.copyOfRange(candidates, from, to), scale);
  }

  private void addExact(
      InvertedIndex index, int[] rows, InvertedQueries asked, CandidateLists lists) {
    InvertedSearch search = new InvertedSearch(points, index, rows, asked, lists.length);
    NearestSet found = new NearestSet(lists.length);
    for (int i = 0; i < rows.length; i++) {
      interruption.check();
      search.nearest(i, Math.nextUp(lists.limit(i)), found);
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

  private void run(InvertedIndex.Reading reading, int[] ids) {
    CandidateLists proposed = noProposals(queries.length);
    InvertedQueries asked = asked(queries);
    for (int block = 0; block < blocks; block++) {
      propose(index(block), queries, asked, reading, proposed);
    }

    for (int q = 0; q < queries.length; q++) {
      rank(queries[q], proposed, q);
      nearest.copyTo(ids, q * k);
    }
  }

  private CandidateLists noProposals(int lists) {
    return new CandidateLists(lists, PROPOSED_PER_NEIGHBOR * k + PROPOSED_AT_LEAST);
  }

  /** Adds to the lists who seems near, and returns what reading the index cost. */
  private long propose(
      InvertedIndex index,
      int[] rows,
      InvertedQueries asked,
      InvertedIndex.Reading reading,
      CandidateLists lists) {
    long cost = 0;
    for (int i = 0; i < rows.length; i++) {
      interruption.check();
      int count = index.meetNear(asked, i, reading, lists.limit(i), lists.length + 1);
      cost += index.cost();
      for (int n = 0; n < count; n++) {
        int place = index.near(n);
        if (index.estimate(place) <= lists.limit(i) && index.point(place) != rows[i]) {
          lists.offer(i, index.point(place), index.estimate(place));
        }
      }
    }

    return cost;
  }

  private void rank(int query, CandidateLists lists, int list) {
    nearest.clear(query);
    for (int rank = 0; rank < lists.length && lists.id(list, rank) >= 0; rank++) {
      int row = lists.id(list, rank);
      nearest.offer(row, points.squaredDistance(query, row));
    }
  }
}

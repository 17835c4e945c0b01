// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

import org.jspecify.annotations.Nullable;

/**
 * Approximate neighbours of many wide sparse rows: of the inverted index a query reads only the
 * entries that tell most, then ranks the best of the rows it met by their true distance.
 *
 * <p>A word that few texts have tells more about a text than one that all have, and costs less to
 * look up, so most of an index need never be read (as in impact-ordered retrieval; Lin and Trotman,
 * "Anytime ranking for impact-ordered indexes", 2015). How many entries are enough is tried on the
 * sample of the {@link QualityGate}.
 */
final class ScantSearch {
  /** Tried first; then half as many more, and so on. */
  private static final int FEWEST_ENTRIES = 1 << 10;

  /** Where even so many are not enough, rows share too many columns for an index to help. */
  private static final int MOST_ENTRIES = 1 << 17;

  private static final int PROPOSED_PER_NEIGHBOR = 4;
  private static final int PROPOSED_AT_LEAST = 16;

  private final SparsePoints points;
  private final int[] queries;
  private final InvertedIndex index;
  private final NearestSet proposed;
  private final NearestSet nearest;
  private final int k;

  private ScantSearch(SparsePoints points, Roles roles, int k) {
    this.points = points;
    this.queries = roles.queries();
    this.index = new InvertedIndex(points, roles);
    this.proposed = new NearestSet(PROPOSED_PER_NEIGHBOR * k + PROPOSED_AT_LEAST);
    this.nearest = new NearestSet(k);
    this.k = k;
  }

  /**
   * Writes the k nearest found of every query, one row of {@code ids} each, and returns how good
   * they are; null if this is no way to find good ones.
   */
  static @Nullable SearchQuality search(
      SparsePoints points, Roles roles, int k, SearchSettings settings, int[] ids) {
    ScantSearch search = new ScantSearch(points, roles, k);
    QualityGate gate = new QualityGate(search.queries, k, settings.target(), search::exact);
    for (int entries = FEWEST_ENTRIES; entries <= MOST_ENTRIES; entries += entries / 2) {
      float[][] found = search.sample(gate, entries);
      if (gate.isPassedBy((sampled, rank) -> found[sampled][rank])) {
        search.run(entries, ids);
        return gate.quality((sampled, rank) -> found[sampled][rank]);
      }
    }

    return null;
  }

  private CandidateLists exact(int[] asked, int count) {
    InvertedSearch search = new InvertedSearch(points, index);
    NearestSet found = new NearestSet(count);
    CandidateLists lists = new CandidateLists(asked.length, count);
    for (int i = 0; i < asked.length; i++) {
      search.nearest(asked[i], new double[count], found);
      for (int rank = 0; rank < found.size(); rank++) {
        lists.offer(i, found.id(rank), (float) index.inUnit(found.distance(rank)));
      }
    }

    return lists;
  }

  /** The squared distances found for the queries of the sample. */
  private float[][] sample(QualityGate gate, int entries) {
    float[][] found = new float[gate.sampled()][k];
    for (int i = 0; i < found.length; i++) {
      findNearest(gate.point(i), entries);
      for (int rank = 0; rank < k; rank++) {
        found[i][rank] = (float) index.inUnit(nearest.distance(rank));
      }
    }

    return found;
  }

  private void run(int entries, int[] ids) {
    for (int q = 0; q < queries.length; q++) {
      findNearest(queries[q], entries);
      nearest.copyTo(ids, q * k);
    }
  }

  private void findNearest(int query, int entries) {
    propose(query, entries);
    nearest.clear();
    for (int i = 0; i < proposed.size(); i++) {
      int row = proposed.id(i);
      nearest.offer(row, points.squaredDistance(query, row));
    }
  }

  private void propose(int query, int entries) {
    proposed.clear();
    int count = index.meet(query, entries);
    for (int i = 0; i < count; i++) {
      offer(query, index.met(i));
    }

    for (int place = 0; place < index.size(); place++) {
      if (!index.isMet(place)) {
        if (index.estimate(place) >= proposed.limit()) {
          break; // and all longer rows are farther still
        }

        offer(query, place);
      }
    }
  }

  private void offer(int query, int place) {
    float distance = index.estimate(place);
    if (distance <= proposed.limit() && index.point(place) != query) {
      proposed.offer(index.point(place), distance);
    }
  }
}

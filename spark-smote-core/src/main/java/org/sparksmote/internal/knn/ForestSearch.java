// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import org.sparksmote.internal.keyed.Mix;

/**
 * Approximate neighbours of a large bucket: brute force within and around the leaves of a tree, and
 * of further trees where one does not find enough.
 */
final class ForestSearch {

  /**
   * Beyond k, where floats stand for the points: tells whether rounding leaves the k-th certain.
   */
  private static final int MARGIN = 1;

  /** In a sketch distances are estimates: so many times k are kept, and ranked by the true ones. */
  private static final int SKETCH_FACTOR = 4;

  /** Where fewer points are candidates, leaves grow no larger: their queries are work too. */
  private static final double MOST_POINTS_PER_CANDIDATE = 16;

  private final FloatImage image;
  private final Roles roles;
  private final int[] queries;
  private final int[] rankOfPoint;
  private final CandidateLists lists;
  private final int leafSize;
  private final Interruption interruption;

  private ForestSearch(
      FloatImage image, Roles roles, int listLength, int leafSize, Interruption interruption) {
    this.image = image;
    this.roles = roles;
    this.queries = roles.queries();
    this.rankOfPoint = Ids.ranks(queries, image.size);
    this.lists = new CandidateLists(queries.length, listLength);
    this.leafSize = leafSize;
    this.interruption = interruption;
  }

  /**
   * Writes the k nearest found of every query, one row of {@code ids} each, and returns how good
   * they are. Every point has a role.
   */
  static SearchQuality search(
      Points points, Roles roles, int k, SearchSettings settings, int[] ids) {
    int wanted = points.exactImage() ? k + MARGIN : SKETCH_FACTOR * k + 16;
    int leafSize = leafSize(settings, roles, wanted);
    FloatImage image = FloatImage.of(points);
    CellTree.Cells first = CellTree.grow(image, leafSize, Mix.child(settings.seed(), 0));
    int[] order = first.ids(); // points of a leaf side by side in memory, for all trees
    ForestSearch forest =
        new ForestSearch(
            image.inOrder(order), roles.at(order), wanted, leafSize, settings.interruption());
    QualityGate gate = new QualityGate(forest.queries, k, settings.target(), forest::exact);
    forest.grow(new CellTree.Cells(Ids.upTo(order.length), first.ends()), settings, gate, k);
    forest.complete(k);
    forest.rank(points, Ids.ranks(roles.queries(), order.length), order, k, ids);
    return gate.quality(forest.lists);
  }

  private CandidateLists exact(int[] points, int count) {
    return FullScan.nearest(image, points, roles.candidates(), count, interruption);
  }

  /** A leaf holds as many candidates as asked, so where they are few it holds more points. */
  private static int leafSize(SearchSettings settings, Roles roles, int wanted) {
    double share = (double) roles.candidates().length / roles.isCandidate().length;
    double points = settings.leafSize() * Math.min(MOST_POINTS_PER_CANDIDATE, 1 / share);
    return Math.max((int) points, 2 * (wanted + 1)); // or no list were filled at home
  }

  private void grow(CellTree.Cells first, SearchSettings settings, QualityGate gate, int k) {
    searchTree(first, gate, k);
    for (int tree = 1; tree < settings.trees() && !gate.isPassedBy(lists); tree++) {
      searchTree(CellTree.grow(image, leafSize, Mix.child(settings.seed(), tree)), gate, k);
    }
  }

  private void searchTree(CellTree.Cells cells, QualityGate gate, int k) {
    Leaves leaves = new Leaves(image, roles, cells);
    LeafSearch search = new LeafSearch(image, leaves, lists, rankOfPoint, interruption);
    search.searchHomes();
    if (!gate.isPassedBy(lists)) {
      float[] reach = reach(leaves);
      search.searchAround(reach, new ProbePlan(gate, leaves, lists, reach, k).share());
    }
  }

  /**
   * How far each point looks: a query as far as the farthest neighbour it knows, a mere candidate
   * as far as the queries of its leaf do on average.
   */
  private float[] reach(Leaves leaves) {
    float[] reach = new float[image.size];
    for (int leaf = 0; leaf < leaves.count; leaf++) {
      double sum = 0;
      for (int slot = leaves.start(leaf); slot < leaves.queryEnd(leaf); slot++) {
        int point = leaves.point(slot);
        reach[point] = (float) Math.sqrt(lists.limit(rankOfPoint[point]));
        sum += reach[point];
      }

      double mean = sum / Math.max(1, leaves.queryEnd(leaf) - leaves.start(leaf));
      for (int slot = leaves.queryEnd(leaf); slot < leaves.end(leaf); slot++) {
        reach[leaves.point(slot)] = (float) mean;
      }
    }

    return reach;
  }

  /** Compares the queries that met too few candidates with all of them: k are promised. */
  private void complete(int k) {
    int[] open = Ids.where(queries.length, q -> lists.id(q, k - 1) < 0);
    if (open.length == 0) {
      return;
    }

    int[] points = new int[open.length];
    Arrays.setAll(points, i -> queries[open[i]]);
    CandidateLists found =
        FullScan.nearest(image, points, roles.candidates(), lists.length, interruption);
    for (int i = 0; i < open.length; i++) {
      for (int rank = 0; rank < lists.length && found.id(i, rank) >= 0; rank++) {
        lists.offer(open[i], found.id(i, rank), found.distance(i, rank));
      }
    }
  }

  /** Ranks the lists by true distance, in the caller's order of points. */
  private void rank(Points points, int[] rowOf, int[] order, int k, int[] ids) {
    NearestSet nearest = new NearestSet(k);
    for (int q = 0; q < queries.length; q++) {
      int query = order[queries[q]];
      int at = rowOf[query] * k;
      if (points.exactImage() && isOrdered(q, k)) {
        for (int rank = 0; rank < k; rank++) {
          ids[at + rank] = order[lists.id(q, rank)];
        }
      } else {
        nearest.clear(query);
        for (int rank = 0; rank < lists.length && lists.id(q, rank) >= 0; rank++) {
          int id = order[lists.id(q, rank)];
          nearest.offer(id, points.squaredDistance(query, id));
        }

        nearest.copyTo(ids, at);
      }
    }
  }

  /** Whether float distances are so far apart that true ones are surely in the same order. */
  private boolean isOrdered(int q, int k) {
    double norm = image.norm(queries[q]);
    double beyond = -1;
    for (int rank = 0; rank < lists.length && rank <= k; rank++) {
      double distance = Math.sqrt(lists.distance(q, rank));
      if (distance <= beyond) {
        return false;
      }

      beyond = image.reach(norm, image.reach(norm, distance));
    }

    return true;
  }
}

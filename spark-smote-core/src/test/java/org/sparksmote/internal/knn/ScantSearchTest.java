// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.internal.keyed.Mix;

class ScantSearchTest {

  private static final int COLUMNS = 20_000;
  private static final int STORED = 16;
  private static final int K = 5;
  private static final SearchSettings SETTINGS = new SearchSettings(K, 8, 64, 0, 7);

  private interface Words {
    int word(int row, int draw);
  }

  /** Rows of words that rows of a topic share. */
  static SparsePoints texts(int rows) {
    return points(rows, ScantSearchTest::topical);
  }

  /** Every other word is one of 40 of the text's topic, of which there are 60. */
  private static int topical(int row, int draw) {
    return draw % 2 == 0 ? 10_000 + row % 60 * 40 + Mix.below(row, draw, 40) : frequent(row, draw);
  }

  /** Half of these words are among the first 141, a tenth among the first 4. */
  private static int frequent(int row, int draw) {
    double uniform = Mix.below(row, draw, 1 << 20) / (double) (1 << 20);
    return (int) Math.pow(COLUMNS, uniform);
  }

  @ParameterizedTest
  @ValueSource(ints = {12_000, 70_000}) // one block, and two
  void search_texts_readsAPartOfTheIndexAndFindsMostNeighbors(int rows) {
    SparsePoints texts = texts(rows);
    int[] ids = new int[texts.size() * K];
    SearchQuality quality = search(texts, ids);
    // All of the index would find every neighbour.
    assertThat(recall(texts, ids)).isBetween(0.75, 0.999);
    assertThat(quality.effectiveK()).isBetween(5.0, 5.9);
    assertThat(search(texts, new int[ids.length])).isEqualTo(quality);
  }

  /** What a row shares with others may also push them apart. */
  @Test
  void search_valuesOfBothSigns_findsMostNeighbors() {
    SparsePoints texts = points(12_000, ScantSearchTest::topical, 0.3);
    int[] ids = new int[texts.size() * K];
    assertThat(search(texts, ids).effectiveK()).isBetween(5.0, 5.9);
    assertThat(recall(texts, ids)).isGreaterThan(0.75);
    assertThat(ids).doesNotContain(-1);
  }

  @Test
  void search_rareWords_isExact() {
    SparsePoints texts = points(3_000, (row, draw) -> Mix.below(row, draw, COLUMNS));
    int[] ids = new int[texts.size() * K];
    assertThat(search(texts, ids)).isEqualTo(SearchQuality.exact(K));
    assertThat(recall(texts, ids)).isEqualTo(1);
  }

  @Test
  void search_queriesThatAreNoCandidates_findCandidatesOnly() {
    SparsePoints texts = points(2_000, ScantSearchTest::topical);
    boolean[] first = Workloads.firstAreQueries(texts.size(), 500);
    boolean[] others = new boolean[texts.size()];
    Arrays.fill(others, 500, others.length, true);
    int[] ids = new int[500 * K];
    ScantSearch.search(texts, Roles.of(first, others), K, SETTINGS, ids);
    assertThat(Arrays.stream(ids).min().getAsInt()).isGreaterThanOrEqualTo(500);
  }

  private static SearchQuality search(SparsePoints points, int[] ids) {
    boolean[] all = Workloads.firstAreQueries(points.size(), points.size());
    return Objects.requireNonNull(ScantSearch.search(points, Roles.of(all, all), K, SETTINGS, ids));
  }

  /** The share of true neighbours, or others as near, that 100 of the points have. */
  private static double recall(SparsePoints points, int[] ids) {
    double hits = 0;
    for (int sampled = 0; sampled < 100; sampled++) {
      int query = Mix.below(3, sampled, points.size());
      NearestSet truth = new NearestSet(K);
      for (int other = 0; other < points.size(); other++) {
        if (other != query) {
          truth.offer(other, points.squaredDistance(query, other));
        }
      }

      for (int rank = 0; rank < K; rank++) {
        int id = ids[query * K + rank];
        hits += points.squaredDistance(query, id) <= truth.limit() ? 1 : 0;
      }
    }

    return hits / (100 * K);
  }

  private static SparsePoints points(int rows, Words words) {
    return points(rows, words, 0);
  }

  /** Values from 1 to 2, some of which become negative. */
  private static SparsePoints points(int rows, Words words, double negative) {
    int[] offsets = new int[rows + 1];
    int[] indices = new int[rows * STORED];
    double[] values = new double[rows * STORED];
    for (int row = 0; row < rows; row++) {
      TreeSet<Integer> columns = new TreeSet<>();
      for (int draw = 0; columns.size() < STORED; draw++) {
        columns.add(words.word(row, draw));
      }

      offsets[row] = row * STORED;
      offsets[row + 1] = offsets[row] + STORED;
      int at = offsets[row];
      for (int column : columns) {
        double value = 1 + Mix.below(~row, at, 1000) / 1000.0;
        values[at] = Mix.below(row, at, 1000) < 1000 * negative ? -value : value;
        indices[at++] = column;
      }
    }

    return SparsePoints.of(offsets, indices, values, COLUMNS, any -> 1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvertedSearchTest {

  private static final int COLUMNS = 5_000;

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 500})
  void finds_what_brute_force_finds(int rows) {
    // Small counts in few columns: many rows at equal distance, and rows without a common column.
    assertSameAsBruteForce(points(rows, 3, random -> 1.0 + random.nextInt(2)), 5);
  }

  @Test
  void real_values_with_an_offset_keep_their_order() {
    assertSameAsBruteForce(points(400, 12, random -> 1e6 + random.nextDouble()), 5);
  }

  @Test
  void rows_without_any_value_are_points_too() {
    SparsePoints points =
        SparsePoints.of(
            new int[] {0, 0, 1, 2}, new int[] {4, 9}, new double[] {3, 1}, COLUMNS, any -> 1);
    assertSameAsBruteForce(points, 2);
  }

  @Test
  void a_column_that_is_the_same_everywhere_decides_nothing() {
    double[] values = {7, 1, 7, 2, 7, 4, 7, 9};
    SparsePoints points =
        SparsePoints.of(
            new int[] {0, 2, 4, 6, 8},
            new int[] {0, 1, 0, 1, 0, 1, 0, 1},
            values,
            COLUMNS,
            any -> 1);
    assertSameAsBruteForce(points, 2);
  }

  private interface Values {
    double next(SplittableRandom random);
  }

  private static SparsePoints points(int rows, int stored, Values values) {
    SplittableRandom random = new SplittableRandom(rows);
    int[] offsets = new int[rows + 1];
    int[] indices = new int[rows * stored];
    double[] cells = new double[rows * stored];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      TreeSet<Integer> columns = new TreeSet<>();
      while (columns.size() < stored) {
        columns.add(random.nextInt(4) == 0 ? random.nextInt(COLUMNS) : random.nextInt(40));
      }

      for (int column : columns) {
        indices[at] = column;
        cells[at++] = values.next(random);
      }

      offsets[row + 1] = at;
    }

    return SparsePoints.of(offsets, indices, cells, COLUMNS, any -> 1);
  }

  private static Roles everyPoint(Points points) {
    boolean[] marks = Workloads.firstAreQueries(points.size(), points.size());
    return Roles.of(marks, marks);
  }

  private static void assertSameAsBruteForce(SparsePoints points, int wanted) {
    int k = Math.min(wanted, points.size() - 1);
    int[] queries = Ids.upTo(points.size());
    int[] ids = new int[queries.length * k];
    InvertedSearch.search(points, everyPoint(points), k, Interruption.NONE, ids);
    for (int q : queries) {
      BruteForce.assertNearest(points, q, k, Arrays.copyOfRange(ids, q * k, q * k + k));
    }
  }
}

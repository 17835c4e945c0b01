// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.testing.FeatureRows.dense;
import static org.sparksmote.testing.FeatureRows.sparse;

import org.junit.jupiter.api.Test;
import org.sparksmote.internal.knn.Points;

class RowStoreTest {

  /** Wider than what is stored densely. */
  private static final int WIDE = RowStore.MAX_DENSE_SIZE + 1;

  private static FeatureRow read(RowStore store, int point) {
    FeatureRow row = new FeatureRow();
    store.read(point, row);
    return row;
  }

  @Test
  void onlyWideSparseRows_areCompressed() {
    assertThat(RowStore.isCompressed(WIDE, true)).isTrue();
    assertThat(RowStore.isCompressed(WIDE, false)).isFalse();
    assertThat(RowStore.isCompressed(RowStore.MAX_DENSE_SIZE, true)).isFalse();
  }

  @Test
  void narrowRows_standOneAfterTheOther_whateverTheirForm() {
    RowStore store = new RowStore(3, 2, true, 0);
    assertThat(store.add(dense(1, 2, 3))).isZero();
    assertThat(store.add(sparse(3, new int[] {2}, 9))).isEqualTo(1);
    assertThat(store.points()).isEqualTo(2);
    assertThat(store.isCompressed()).isFalse();
    assertThat(store.values()).containsExactly(1, 2, 3, 0, 0, 9);
    assertThat(store.value(1, 2)).isEqualTo(9);
    assertThat(read(store, 1).values).containsExactly(0, 0, 9);
  }

  @Test
  void wideSparseRows_comeBackWithoutZeros() {
    RowStore store = new RowStore(WIDE, 2, true, 3);
    store.add(sparse(WIDE, new int[] {0, 5, 1024}, 7, 0, -1));
    store.add(sparse(WIDE, new int[0]));
    assertThat(store.isCompressed()).isTrue();
    FeatureRow first = read(store, 0);
    assertThat(first.sparse).isTrue();
    assertThat(first.size).isEqualTo(WIDE);
    assertThat(first.indices).containsExactly(0, 1024);
    assertThat(first.values).containsExactly(7, -1);
    assertThat(read(store, 1).values).isEmpty();
  }

  @Test
  void moreValuesThanPlanned_haveRoom() {
    RowStore store = new RowStore(WIDE, 2, true, 1);
    store.add(sparse(WIDE, new int[] {3, 4}, 1, 2));
    store.add(sparse(WIDE, new int[] {5, 6, 7}, 3, 4, 5));
    assertThat(read(store, 0).values).containsExactly(1, 2);
    assertThat(read(store, 1).indices).containsExactly(5, 6, 7);
  }

  @Test
  void withRoomFor_keepsPoints_andLeavesTheStoreAsItIs() {
    RowStore narrow = new RowStore(2, 1, false, 0);
    narrow.add(dense(1, 2));
    RowStore wide = new RowStore(WIDE, 1, true, 1);
    wide.add(sparse(WIDE, new int[] {9}, 1));
    for (RowStore store : new RowStore[] {narrow, wide}) {
      RowStore more = store.withRoomFor(1);
      assertThat(more.points()).isEqualTo(1);
      assertThat(FeatureRow.compareContent(read(more, 0), read(store, 0))).isZero();
      assertThat(more.add(read(store, 0))).isEqualTo(1);
      assertThat(more.points()).isEqualTo(2);
      assertThat(store.points()).isEqualTo(1);
    }
  }

  @Test
  void sparsePoints_areScaledByTheWeights() {
    RowStore store = new RowStore(WIDE, 2, true, 2);
    store.add(sparse(WIDE, new int[] {0}, 1));
    store.add(sparse(WIDE, new int[] {1000}, 2));
    Points points = store.sparsePoints(ColumnValues.same(WIDE, 0.5));
    assertThat(points.size()).isEqualTo(2);
    assertThat(points.squaredDistance(0, 1)).as("0.5² + 1²").isEqualTo(1.25);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.testing.FeatureRows.dense;
import static org.sparksmote.testing.FeatureRows.sparse;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class PackedRowsTest {

  @Test
  void take_identicalRows_areOneRowAndANumber() {
    PackedRows packed = new PackedRows();
    packed.add(true, dense(1, 2), PackedRows.NO_PAYLOAD);
    packed.add(true, dense(3, 4), PackedRows.NO_PAYLOAD);
    packed.add(true, dense(1, 2), PackedRows.NO_PAYLOAD);
    packed.add(true, dense(1, 2), PackedRows.NO_PAYLOAD);
    assertThat(packed.rows()).isEqualTo(2);
    assertThat(read(packed, 2)).containsExactly("home [1.0, 2.0] x3", "home [3.0, 4.0] x1");
  }

  /** The form is part of the row: it decides the form of what is made from it. */
  @Test
  void take_rowsThatDifferInRoleFormOrSignOfZero_areToldApart() {
    PackedRows packed = new PackedRows();
    packed.add(true, dense(0, 2), PackedRows.NO_PAYLOAD);
    packed.add(false, dense(0, 2), PackedRows.NO_PAYLOAD);
    packed.addEnemy(dense(0, 2), PackedRows.NO_PAYLOAD);
    packed.add(true, dense(-0.0, 2), PackedRows.NO_PAYLOAD);
    packed.add(true, sparse(2, new int[] {1}, 2), PackedRows.NO_PAYLOAD);
    assertThat(read(packed, 2))
        .containsExactly(
            "home [0.0, 2.0] x1",
            "halo [0.0, 2.0] x1",
            "enemy [0.0, 2.0] x1",
            "home [-0.0, 2.0] x1",
            "home (2, [1], [2.0]) x1");
  }

  @Test
  void take_identicalRowsWithPayload_areOneRowIfThatIsTheSame() {
    PackedRows packed = new PackedRows();
    for (Object extra : new Object[] {"a", "a", "b", 0.0, -0.0, new byte[] {1}, new byte[] {1}}) {
      packed.add(true, dense(1), RowFactory.create(extra));
    }

    assertThat(packed.payload()).hasSize(5);
    assertThat(read(packed, 1))
        .containsExactly(
            "home [1.0] x2", "home [1.0] x1", "home [1.0] x1", "home [1.0] x1", "home [1.0] x2");
    assertThat(packed.payload()).isEmpty();
  }

  @Test
  void take_startsANewPack() {
    PackedRows packed = new PackedRows();
    packed.add(true, dense(1), PackedRows.NO_PAYLOAD);
    packed.add(true, dense(1), PackedRows.NO_PAYLOAD);
    packed.take();
    assertThat(packed.rows()).isZero();
    packed.add(true, dense(1), PackedRows.NO_PAYLOAD);
    assertThat(read(packed, 1)).containsExactly("home [1.0] x1");
  }

  @Test
  void take_manyRows_losesNone() {
    PackedRows packed = new PackedRows();
    for (int i = 0; i < 5000; i++) {
      packed.add(true, dense(i % 3 == 0 ? 7 : i, 1), PackedRows.NO_PAYLOAD);
    }

    PackedRows.Reader reader = new PackedRows.Reader(packed.take(), 2);
    int rows = 0;
    int sevens = 0;
    while (reader.next()) {
      rows += reader.copies;
      sevens += reader.row.values[0] == 7 ? reader.copies : 0;
    }

    assertThat(rows).isEqualTo(5000);
    assertThat(sevens).isEqualTo(1668); // 0, 3, 6 … and 7 itself
  }

  private static List<String> read(PackedRows packed, int size) {
    List<String> rows = new ArrayList<>();
    PackedRows.Reader reader = new PackedRows.Reader(packed.take(), size);
    while (reader.next()) {
      String role = reader.home ? "home" : reader.enemy ? "enemy" : "halo";
      rows.add(role + " " + text(reader.row) + " x" + reader.copies);
    }

    return rows;
  }

  private static String text(FeatureRow row) {
    String values = java.util.Arrays.toString(row.values);
    return row.sparse
        ? "(" + row.size + ", " + java.util.Arrays.toString(row.indices) + ", " + values + ")"
        : values;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.rows.PackedRows;

class ArrivedRowsTest {

  private final ArrivedRows arrived = new ArrivedRows(1);

  private void addBlock(double... places) {
    PackedRows packed = new PackedRows();
    for (double x : places) {
      packed.add(true, TestCells.row(x), PackedRows.NO_PAYLOAD);
    }

    arrived.add(packed.take(), Collections.emptyIterator());
  }

  private void addWith(double x, String payload) {
    PackedRows packed = new PackedRows();
    Row extra = RowFactory.create(payload);
    packed.add(true, TestCells.row(x), extra);
    arrived.add(packed.take(), List.of(extra).iterator());
  }

  private static List<String> texts(ArrivedRow... rows) {
    return Stream.of(rows)
        .map(row -> row.features().values[0] + " x" + row.copies())
        .sorted()
        .toList();
  }

  @Test
  void identicalRows_areOne_inWhateverBlocksTheyCome() {
    addBlock(1, 2, 1);
    addBlock(3, 1);
    addBlock(2);
    assertThat(texts(arrived.sorted())).containsExactly("1.0 x3", "2.0 x2", "3.0 x1");
  }

  @Test
  void rowsWithOtherPayload_areToldApart() {
    addWith(1, "a");
    addWith(1, "b");
    addWith(1, "a");
    assertThat(texts(arrived.sorted())).containsExactly("1.0 x1", "1.0 x2");
  }

  @Test
  void rowsOfOtherClasses_areToldApart_andComeBehindThoseOfTheClass() {
    PackedRows packed = new PackedRows();
    packed.addEnemy(TestCells.row(1), PackedRows.NO_PAYLOAD);
    packed.add(true, TestCells.row(1), PackedRows.NO_PAYLOAD);
    arrived.add(packed.take(), Collections.emptyIterator());
    ArrivedRow[] sorted = arrived.sorted();
    assertThat(sorted).hasSize(2);
    assertThat(sorted[0].enemy).isFalse();
    assertThat(sorted[1].enemy).isTrue();
  }

  @Test
  void sorted_isByKeyAsAnUnsignedNumber_andManyRowsHaveRoom() {
    for (int block = 0; block < 10; block++) {
      double first = 50.0 * block;
      addBlock(LongStream.range(0, 100).mapToDouble(i -> first + i).toArray());
    }

    ArrivedRow[] sorted = arrived.sorted();
    assertThat(sorted).as("0 to 549, most of them twice").hasSize(550);
    assertThat(Stream.of(sorted).mapToLong(ArrivedRow::copies).sum()).isEqualTo(1000);
    for (int i = 1; i < sorted.length; i++) {
      assertThat(Long.compareUnsigned(sorted[i - 1].key, sorted[i].key)).isNegative();
    }
  }

  @Test
  void sorted_handsTheRowsOver() {
    addBlock(1, 2);
    assertThat(arrived.sorted()).hasSize(2);
    assertThat(arrived.sorted()).isEmpty();
    addBlock(1);
    assertThat(texts(arrived.sorted())).containsExactly("1.0 x1");
  }

  @Test
  void fewRows_haveRoom() {
    addBlock(1, 2);
    assertThatCode(() -> arrived.requireRoom("a")).doesNotThrowAnyException();
  }
}

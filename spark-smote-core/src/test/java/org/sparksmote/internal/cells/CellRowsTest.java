// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.PackedRows;
import scala.jdk.javaapi.CollectionConverters;

class CellRowsTest {

  private static FeatureRow features(double x, boolean sparse) {
    FeatureRow row = new FeatureRow();
    if (sparse) {
      row.setSparse(2, new int[] {0}, new double[] {x});
    } else {
      row.setDense(new double[] {x, 0});
    }

    return row;
  }

  private static Row block(PackedRows packed) {
    Row[] payload = packed.payload();
    return payload.length == 0
        ? RowFactory.create(0, 0, packed.take())
        : RowFactory.create(
            0, 0, packed.take(), CollectionConverters.asScala(List.of(payload)).toSeq());
  }

  private static CellRows unpack(List<Row> blocks) {
    ArrivedRows arrived = new ArrivedRows(2);
    for (Row block : blocks) {
      arrived.add(
          block.getAs(2),
          block.size() > 3 ? block.<Row>getList(3).iterator() : Collections.emptyIterator());
    }

    return CellRows.unpack(0, arrived, 2);
  }

  /** Each point with its rows, their form and what they pass on. */
  private static String text(CellRows rows, boolean withPayload) {
    StringBuilder text = new StringBuilder();
    for (int point = 0; point < rows.points(); point++) {
      FeatureRow features = new FeatureRow();
      rows.store.read(point, features);
      text.append(features.values[0]).append(rows.home[point] ? " home" : " halo");
      for (long row = rows.first(point); row < rows.first(point) + rows.ownRows(point); row++) {
        text.append(rows.isSparse(row) ? " sparse" : " dense");
        text.append(withPayload ? rows.payload(row) : "");
      }

      text.append(", ").append(rows.enemies(point)).append(" enemies; ");
    }

    return text.toString();
  }

  /** 2,000 rows, 7 places, 3 payloads, in 20 blocks. */
  private static List<Row> blocks(Random random, boolean withPayload) {
    List<Runnable> adding = new ArrayList<>();
    PackedRows packed = new PackedRows();
    for (int i = 0; i < 2000; i++) {
      int place = i % 7;
      FeatureRow features = features(place, i % 3 == 0);
      Row extra = withPayload ? RowFactory.create("p" + i % 5 % 3) : PackedRows.NO_PAYLOAD;
      boolean enemy = i % 11 == 0;
      adding.add(
          () -> {
            if (enemy) {
              packed.addEnemy(features, extra);
            } else {
              packed.add(place != 3, features, extra);
            }
          });
    }

    Collections.shuffle(adding, random);
    List<Row> blocks = new ArrayList<>();
    for (int i = 0; i < adding.size(); i++) {
      adding.get(i).run();
      if (i % 100 == 99) {
        blocks.add(block(packed));
      }
    }

    return blocks;
  }

  @Test
  void rows_areTheSame_howeverTheyCome() {
    Random random = new Random(1);
    for (boolean withPayload : new boolean[] {false, true}) {
      CellRows first = unpack(blocks(random, withPayload));
      assertThat(first.rows()).isEqualTo(2000);
      assertThat(first.points()).isEqualTo(7);
      assertThat(first.ownRows).isEqualTo(1818);
      assertThat(first.homeRows).isEqualTo(1558); // but for the 260 of the place that is no home
      for (int i = 0; i < 5; i++) {
        CellRows again = unpack(blocks(random, withPayload));
        assertThat(text(again, withPayload)).isEqualTo(text(first, withPayload));
        assertThat(again.homeDigest).isEqualTo(first.homeDigest);
      }
    }
  }

  /** The number of copies in a block is an int, but there may be many blocks. */
  @Test
  void moreRowsThanAnIntCanCount_areNumbered() {
    PackedRows packed = new PackedRows();
    packed.add(true, features(1, false), PackedRows.NO_PAYLOAD);
    packed.add(true, features(1, false), PackedRows.NO_PAYLOAD);
    packed.add(true, features(2, false), PackedRows.NO_PAYLOAD);
    byte[] bytes = packed.take();
    ByteBuffer.wrap(bytes).putInt(8, Integer.MAX_VALUE - 1); // of the first row, beyond itself
    CellRows rows = unpack(Collections.nCopies(3, RowFactory.create(0, 0, bytes)));
    long many = 3L * Integer.MAX_VALUE;
    assertThat(rows.rows()).isEqualTo(many + 3);
    assertThat(rows.homeRows).isEqualTo(many + 3);
    OwnRows own = OwnRows.atHome(rows);
    assertThat(own.counts()).containsExactlyInAnyOrder(many, 3);
    assertThat(rows.pointOf(rows.rows() - 1)).isEqualTo(1);
    KeyedRandom random = KeyedRandom.of(1, 2, 3, 4);
    long base = rows.rows() / 2;
    long[] others = LongStream.range(0, 1000).map(i -> own.other(base, random)).toArray();
    assertThat(others).doesNotContain(base);
    assertThat(LongStream.of(others)).allMatch(row -> row >= 0 && row < rows.rows());
    assertThat(LongStream.of(others).max().getAsLong()).isGreaterThan(many / 2);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.census.InputSums;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.NominalDemand;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.rows.PackedRows;

/** Columns: label, x (the feature), id, text. Ids travel with every row; text is a passenger. */
class BlockFormTest {

  private static final InputSchema INPUT =
      InputSchema.resolve(
          new Smote()
              .setInputCols("x")
              .setIdCol("id")
              .setProvenanceCol("from")
              .setPassengerColumns("copy"),
          new NominalDemand(NominalRule.REFUSED, "smote", false, true),
          new StructType()
              .add("label", DataTypes.StringType)
              .add("x", DataTypes.DoubleType)
              .add("id", DataTypes.LongType)
              .add("text", DataTypes.StringType));

  private static final BlockForm MAKE = BlockForm.toMake(INPUT);
  private static final BlockForm SEARCH = BlockForm.toSearch(INPUT);
  private static final Row TEXT = RowFactory.create("t");

  /** The content key of a row of that one feature, worked out by another program. */
  private static final long KEY_OF_1_5 = -5394018356003015868L;

  private static byte[] place(double x, Row payload, Row own) {
    return BlockForm.place(OnePlane.row(x), payload, own);
  }

  @Test
  void toMake_idsTravelInBlocks_andOtherColumnsAlone() {
    assertThat(MAKE.payload()).containsExactly(2);
    assertThat(MAKE.passengers()).containsExactly(3);
    assertThat(MAKE.columns()).as("passengers first").containsExactly(3, 2);
    assertThat(MAKE.isSorted()).isTrue();
    assertThat(MAKE.schema().fieldNames())
        .containsExactly("key", "cell", "rows", "payload", "place", "passengers");
  }

  @Test
  void toSearch_onlyFeaturesTravel() {
    assertThat(SEARCH.columns()).isEmpty();
    assertThat(SEARCH.isSorted()).isFalse();
    assertThat(SEARCH.schema().fieldNames()).containsExactly("key", "cell", "rows");
  }

  @Test
  void block_holdsPackedRowsAndTheirPayload() {
    PackedRows packed = new PackedRows();
    packed.add(true, OnePlane.row(1.5), RowFactory.create(8L));
    Row block = MAKE.block(4, 6, packed);
    assertThat(block.size()).isEqualTo(MAKE.schema().size());
    assertThat(block.getInt(0)).isEqualTo(4);
    assertThat(BlockForm.cell(block)).isEqualTo(6);
    assertThat(BlockForm.isBlock(block)).isTrue();
    assertThat(BlockForm.isSums(block)).isFalse();
    PackedRows.Reader reader = new PackedRows.Reader(BlockForm.rows(block), 1);
    assertThat(reader.next()).isTrue();
    assertThat(reader.row.values).containsExactly(1.5);
    assertThat(block.<Row[]>getAs(3)).containsExactly(RowFactory.create(8L));
  }

  @Test
  void blockToSearch_hasNoPayload() {
    PackedRows packed = new PackedRows();
    packed.add(true, OnePlane.row(1.5), PackedRows.NO_PAYLOAD);
    Row block = SEARCH.block(0, 0, packed);
    assertThat(block.size()).isEqualTo(3);
    assertThat(SEARCH.payload(block).hasNext()).isFalse();
  }

  @Test
  void passengers_areOfTheRowWhoseKeyTheyHave() {
    byte[] place = place(1.5, PackedRows.NO_PAYLOAD, TEXT);
    Row alone = MAKE.passengers(4, 6, place, TEXT);
    assertThat(alone.size()).isEqualTo(MAKE.schema().size());
    assertThat(BlockForm.isBlock(alone)).isFalse();
    assertThat(BlockForm.cell(alone)).isEqualTo(6);
    assertThat(BlockForm.key(alone)).isEqualTo(KEY_OF_1_5);
    assertThat(BlockForm.own(alone)).isEqualTo(TEXT);
  }

  @Test
  void sums_comeBeforeAllCells() {
    InputSums sums = new InputSums(1);
    sums.addOther();
    for (int partition : List.of(0, 5)) {
      Row row = SEARCH.sums(9, partition, sums.toBytes());
      assertThat(BlockForm.isSums(row)).isTrue();
      assertThat(BlockForm.cell(row)).isNegative();
      assertThat(BlockForm.rows(row)).isEqualTo(sums.toBytes());
    }

    assertThat(MAKE.sums(9, 0, sums.toBytes()).size()).isEqualTo(MAKE.schema().size());
  }

  @Test
  void place_tellsRowsApartByFeaturesPayloadAndOwn() {
    Row one = RowFactory.create(1L);
    Row two = RowFactory.create(2L);
    byte[] place = place(1, one, TEXT);
    assertThat(place(1, one, TEXT)).isEqualTo(place);
    assertThat(place(2, one, TEXT)).isNotEqualTo(place);
    assertThat(place(1, two, TEXT)).isNotEqualTo(place);
    assertThat(place(1, one, RowFactory.create("u"))).isNotEqualTo(place);
  }

  @Test
  void place_bytesOfPayload_areInTheOrderOfSignedHashes() {
    byte[] none = place(1, PackedRows.NO_PAYLOAD, TEXT);
    assertThat(Arrays.copyOfRange(none, 17, 25))
        .as("hash 0 is in the middle")
        .containsExactly(0x80, 0, 0, 0, 0, 0, 0, 0);
    byte[] four = place(1, RowFactory.create(4L), TEXT);
    assertThat(Arrays.copyOfRange(four, 17, 25))
        .as("0x9D41D3821D5E462A by another program, its first bit turned")
        .containsExactly(0x1D, 0x41, 0xD3, 0x82, 0x1D, 0x5E, 0x46, 0x2A);
    for (long id = 0; id < 10; id++) {
      boolean isNegative = id == 4 || id == 6 || id == 7; // by the same program
      byte[] place = place(1, RowFactory.create(id), TEXT);
      assertThat(Arrays.compareUnsigned(place, none) < 0).isEqualTo(isNegative);
    }
  }
}

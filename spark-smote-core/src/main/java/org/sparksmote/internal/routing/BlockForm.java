// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.PackedRows;
import org.sparksmote.internal.rows.PayloadOrder;

/**
 * What the rows of the shuffle look like. Most are blocks: shuffle key, cell, packed rows, and the
 * payload of each. Passengers, which may be of any size, travel alone, and Spark sorts them into
 * the order in which their rows are used, on disk if need be: of those no task holds more than one.
 *
 * @param input the columns
 * @param payload those that travel in the block, with every row wherever it goes
 * @param passengers those that only the row itself needs, where it is at home
 */
public record BlockForm(InputSchema input, List<Integer> payload, List<Integer> passengers)
    implements Serializable {

  /** The form of blocks whose rows are made from. */
  public static BlockForm toMake(InputSchema input) {
    return new BlockForm(input, input.payload(), input.copied());
  }

  /** The form of blocks whose rows are only searched. */
  public static BlockForm toSearch(InputSchema input) {
    return new BlockForm(input, List.of(), List.of());
  }

  /** Whether cells come one after the other, each with its passengers behind it. */
  boolean isSorted() {
    return !passengers.isEmpty();
  }

  /** All that travels besides label and features. */
  List<Integer> columns() {
    List<Integer> columns = new ArrayList<>(passengers);
    columns.addAll(payload);
    return columns;
  }

  StructType schema() {
    StructType schema =
        new StructType()
            .add("key", DataTypes.IntegerType, false)
            .add("cell", DataTypes.IntegerType, false)
            .add("rows", DataTypes.BinaryType, true);
    if (!payload.isEmpty()) {
      schema = schema.add("payload", DataTypes.createArrayType(struct(payload), false), true);
    }

    return isSorted()
        ? schema
            .add("place", DataTypes.BinaryType, true)
            .add("passengers", struct(passengers), true)
        : schema;
  }

  private StructType struct(List<Integer> columns) {
    StructType struct = new StructType();
    for (int column : columns) {
      struct = struct.add("_" + column, input.schema().fields()[column].dataType(), true);
    }

    return struct;
  }

  /** A block. */
  Row block(int key, int cell, PackedRows rows) {
    Object[] cells = new Object[width()];
    cells[0] = key;
    cells[1] = cell;
    if (!payload.isEmpty()) {
      cells[3] = rows.payload();
    }

    cells[2] = rows.take();
    return RowFactory.create(cells);
  }

  /** The passengers of a row. */
  Row passengers(int key, int cell, byte[] place, Row own) {
    Object[] cells = new Object[width()];
    cells[0] = key;
    cells[1] = cell;
    cells[cells.length - 2] = place;
    cells[cells.length - 1] = own;
    return RowFactory.create(cells);
  }

  private int width() {
    return 3 + (payload.isEmpty() ? 0 : 1) + (isSorted() ? 2 : 0);
  }

  /** What a task has read, for a partition of the shuffle; sorted before all cells. */
  Row sums(int key, int partition, byte[] sums) {
    Object[] cells = new Object[width()];
    cells[0] = key;
    cells[1] = -1 - partition;
    cells[2] = sums;
    return RowFactory.create(cells);
  }

  static boolean isSums(Row arrived) {
    return cell(arrived) < 0;
  }

  /** The packed rows of a block, or the bytes of sums. */
  static byte[] rows(Row arrived) {
    return arrived.getAs(2);
  }

  static int cell(Row arrived) {
    return arrived.getInt(1);
  }

  static boolean isBlock(Row arrived) {
    return !arrived.isNullAt(2);
  }

  /** The payload of a block, one element per row, if there is any. */
  Iterator<Row> payload(Row block) {
    return payload.isEmpty() ? Collections.emptyIterator() : block.<Row>getList(3).iterator();
  }

  /**
   * The place of a row among those of its cell: bytes that are ordered as {@code ArrivedRow} is.
   */
  static byte[] place(FeatureRow features, Row payload, Row own) {
    return ByteBuffer.allocate(33)
        .putLong(features.key())
        .putLong(features.secondKey())
        .put((byte) (features.sparse ? 1 : 0))
        .putLong(PayloadOrder.hash(payload) ^ Long.MIN_VALUE) // bytes are unsigned
        .putLong(PayloadOrder.hash(own))
        .array();
  }

  /** The key of the row whose passengers these are. */
  public static long key(Row passengers) {
    return ByteBuffer.wrap(passengers.getAs(passengers.size() - 2)).getLong();
  }

  /** The values that only the row itself, as a base, hands on. */
  public static Row own(Row passengers) {
    return passengers.getStruct(passengers.size() - 1);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.PackedRows;
import org.sparksmote.internal.rows.RowStore;

/**
 * A row as it arrived, or many that nothing tells apart. Its features stay packed until they are
 * asked for: unpacked rows would be there twice.
 */
final class ArrivedRow implements Comparable<ArrivedRow> {

  private byte[] bytes;
  private int from;
  private int to;
  private final int size;
  private final long payloadHash;
  private long copies;
  final long key;
  final boolean home;
  final boolean enemy;
  final boolean sparse;
  final Row payload;

  ArrivedRow(byte[] block, int size, PackedRows.Reader row, Row payload, long payloadHash) {
    this.bytes = block;
    this.from = row.start();
    this.to = row.end();
    this.size = size;
    this.key = row.key();
    this.home = row.home;
    this.enemy = row.enemy;
    this.sparse = row.row.sparse;
    this.copies = row.copies;
    this.payload = payload;
    this.payloadHash = payloadHash;
  }

  /** Tells most rows apart. */
  long hash() {
    return key + payloadHash;
  }

  /** How many rows these are. */
  long copies() {
    return copies;
  }

  /** Counts rows if they are the same as this in all that was packed. */
  boolean takes(byte[] block, PackedRows.Reader row, Row extra, long extraHash) {
    boolean same =
        key == row.key()
            && payloadHash == extraHash
            && Arrays.equals(bytes, from, to, block, row.start(), row.end())
            && (extra.size() == 0 || payload.equals(extra));
    copies += same ? row.copies : 0;
    return same;
  }

  int length() {
    return to - from;
  }

  /** Values that it stores; zeros of a dense row are among them. */
  int stored() {
    return PackedRows.stored(length(), sparse);
  }

  /** Moves the packed row elsewhere, so that the block can go; returns where it ends there. */
  int moveTo(byte[] other, int at) {
    System.arraycopy(bytes, from, other, at, length());
    to = at + length();
    from = at;
    bytes = other;
    return to;
  }

  /** By key; identical rows may still differ in class, form and payload, which fix their order. */
  @Override
  public int compareTo(ArrivedRow other) {
    if (key != other.key) {
      return Long.compareUnsigned(key, other.key);
    }

    boolean same = hasFeaturesOf(other);
    int byContent = same ? 0 : compareContent(features(), other.features());
    if (byContent != 0) {
      return byContent;
    }

    int byClass = Boolean.compare(enemy, other.enemy);
    if (byClass != 0) {
      return byClass;
    }

    int byForm = Boolean.compare(sparse, other.sparse);
    if (byForm != 0) {
      return byForm;
    }

    int byPayload = Long.compare(payloadHash, other.payloadHash);
    return byPayload != 0 || same
        ? byPayload
        : Arrays.compare(features().values, other.features().values); // -0.0 before 0.0
  }

  /** Of the few unlike rows that have one key, by another hash, as passengers are ordered. */
  private static int compareContent(FeatureRow a, FeatureRow b) {
    int bySecondKey = Long.compareUnsigned(a.secondKey(), b.secondKey());
    return bySecondKey != 0 ? bySecondKey : FeatureRow.compareContent(a, b);
  }

  /** Whether the packed features, behind the byte for role and form, are the same. */
  private boolean hasFeaturesOf(ArrivedRow other) {
    return sparse == other.sparse
        && Arrays.equals(bytes, from + 1, to, other.bytes, other.from + 1, other.to);
  }

  /** Whether two rows have the same features, in whatever form. */
  boolean isLike(ArrivedRow other) {
    return key == other.key
        && (hasFeaturesOf(other) || FeatureRow.compareContent(features(), other.features()) == 0);
  }

  /** Whether two rows with the same features are told apart by nothing else. */
  boolean isSameAs(ArrivedRow other) {
    return enemy == other.enemy
        && sparse == other.sparse
        && payloadHash == other.payloadHash
        && payload.equals(other.payload);
  }

  /** Appends the features to a store; returns the number of the point. */
  int addTo(RowStore store) {
    return store.add(bytes, from);
  }

  /** The features, unpacked. */
  FeatureRow features() {
    FeatureRow row = new FeatureRow();
    PackedRows.read(bytes, from, size, row);
    return row;
  }
}

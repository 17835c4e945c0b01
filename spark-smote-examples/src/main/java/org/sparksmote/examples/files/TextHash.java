// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Lines counted and summed up so that two sets of lines can be compared whatever their order. The
 * lines of a record that has some are counted each, so that files can be compared without a parser.
 *
 * @param lines how many
 * @param sum of a hash of each, modulo 2^64
 */
public record TextHash(long lines, long sum) implements Serializable {

  public static final TextHash NOTHING = new TextHash(0, 0);

  /** How it travels in a row. */
  public static final StructType SCHEMA =
      new StructType().add("lines", DataTypes.LongType).add("sum", DataTypes.LongType);

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  public static TextHash ofLine(String line) {
    return new TextHash(1, hash(line));
  }

  /** That of a record; line ends of its own are \n, \r\n or \r, unless another one is set. */
  public static TextHash ofRecord(String record, boolean plainEnds) {
    if (!plainEnds || (record.indexOf('\n') < 0 && record.indexOf('\r') < 0)) {
      return ofLine(record);
    }

    TextHash all = NOTHING;
    for (String line : record.split("\r\n|\r|\n", -1)) {
      all = all.plus(ofLine(line));
    }

    return all;
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FACTOR;
    }

    hash ^= hash >>> 32;
    return hash * FACTOR;
  }

  /** The sum of what tasks have found. */
  public static TextHash sum(List<Row> rows) {
    TextHash all = NOTHING;
    for (Row row : rows) {
      all = all.plus(new TextHash(row.getLong(0), row.getLong(1)));
    }

    return all;
  }

  public Row toRow() {
    return RowFactory.create(lines, sum);
  }

  public TextHash plus(TextHash other) {
    return new TextHash(lines + other.lines, sum + other.sum);
  }

  public TextHash times(long count) {
    return new TextHash(lines * count, sum * count);
  }

  public TextHash minus(TextHash other) {
    return new TextHash(lines - other.lines, sum - other.sum);
  }
}

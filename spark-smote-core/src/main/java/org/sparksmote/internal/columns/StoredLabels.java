// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Labels of rows as Spark stores them. Each is made an object once for all of its rows, which are
 * many; a text would cost more than counting its row.
 */
public final class StoredLabels {

  /** What is remembered of a column that has no classes, and is refused when all of it was read. */
  private static final int MOST = 10_000;

  private final DataType type;
  private final Map<Object, Object> keys = new HashMap<>(); // by what is stored
  private @Nullable Object last; // rows of one class often stand together
  private @Nullable Object lastKey;

  /** Of a column of comparable cells. */
  public StoredLabels(DataType type) {
    this.type = type;
  }

  /** The same as {@link Labels#key} of the cell: null if it is no label. */
  public @Nullable Object key(InternalRow row, int column) {
    if (row.isNullAt(column)) {
      return null;
    }

    Object stored = row.get(column, type);
    if (!stored.equals(last)) {
      // A text in a row is read from memory that the next row overwrites.
      last = stored instanceof UTF8String text ? text.clone() : stored;
      lastKey = found(last);
    }

    return lastKey;
  }

  private @Nullable Object found(Object stored) {
    Object known = keys.get(stored);
    if (known == null) {
      known = Labels.key(CatalystTypeConverters.convertToScala(stored, type));
      if (known != null && keys.size() < MOST) {
        keys.put(stored, known);
      }
    }

    return known;
  }
}

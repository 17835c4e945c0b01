// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.spark.ScalaLists;
import scala.collection.Iterable;

/** About how many bytes of memory the cells take that travel beside features. */
final class PayloadSize {

  /** An object and what points to it. */
  private static final int OBJECT = 24;

  private PayloadSize() {}

  static long of(@Nullable Object cell) {
    if (cell instanceof String text) {
      return 2 * OBJECT + 2L * text.length();
    }

    if (cell instanceof byte[] bytes) {
      return (long) OBJECT + bytes.length;
    }

    long sum = OBJECT;
    if (cell instanceof Row row) {
      for (int i = 0; i < row.size(); i++) {
        sum += of(row.get(i));
      }
    } else if (cell instanceof scala.collection.Map<?, ?> map) {
      for (Object entry : ScalaLists.of(map)) {
        scala.Tuple2<?, ?> pair = (scala.Tuple2<?, ?>) entry;
        sum += of(pair._1()) + of(pair._2());
      }
    } else if (cell instanceof Iterable<?> elements) {
      for (Object element : ScalaLists.of(elements)) {
        sum += of(element);
      }
    }

    return sum;
  }
}

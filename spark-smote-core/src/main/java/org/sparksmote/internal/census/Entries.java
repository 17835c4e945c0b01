// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Maps as they travel: a Row of keys and values in turn. */
final class Entries {

  private Entries() {}

  /** A map, each value in a form that travels. */
  static <V> Row of(Map<?, V> map, Function<V, Object> form) {
    List<Object> entries = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          entries.add(key);
          entries.add(form.apply(value));
        });
    return RowFactory.create(entries.toArray());
  }

  /** Hands over keys and values as they travelled. */
  static <T> void forEach(Row entries, BiConsumer<Object, T> use) {
    for (int i = 0; i < entries.size(); i += 2) {
      use.accept(entries.get(i), entries.<T>getAs(i + 1));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import java.util.ArrayList;
import java.util.List;

/** Collections of Scala as lists, by methods that Scala 2.12 has too. */
public final class ScalaLists {

  private ScalaLists() {}

  /** The elements in their order, whatever version of Scala they are from. */
  public static <T> List<T> of(scala.collection.Iterable<? extends T> elements) {
    List<T> list = new ArrayList<>();
    scala.collection.Iterator<? extends T> each = elements.iterator();
    while (each.hasNext()) {
      list.add(each.next());
    }

    return list;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.Map;
import org.sparksmote.internal.exact.DistinctCount;
import org.sparksmote.internal.strategy.ClassCount;

/**
 * About how many different valid rows classes have.
 *
 * @param byClass what was counted, by label
 */
public record DistinctRows(Map<Object, DistinctCount> byClass) {

  /** Of a class. */
  public long of(ClassCount count) {
    return Math.min(count.usable(), counted(count).estimate());
  }

  /** Of all other classes together. */
  public long ofOthers(ClassCount than) {
    return others(than).estimate();
  }

  /** Of a class at most: an estimate is hardly ever so far off. */
  public long atMost(ClassCount count) {
    return Math.min(count.usable(), counted(count).atMost());
  }

  /** Of all other classes together, at most. */
  public long ofOthersAtMost(ClassCount than) {
    return others(than).atMost();
  }

  private DistinctCount counted(ClassCount count) {
    return byClass.getOrDefault(count.key(), new DistinctCount());
  }

  private DistinctCount others(ClassCount than) {
    DistinctCount others = new DistinctCount();
    byClass.forEach(
        (key, count) -> {
          if (!key.equals(than.key())) {
            others.merge(count);
          }
        });
    return others;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Totals by label, which users give as a map, as the text of a strategy. */
public final class StrategyTotals {

  private StrategyTotals() {}

  /**
   * The text of a map.
   *
   * @param totals of anything: Python is not held to types
   */
  public static String json(Map<?, ?> totals) {
    Map<String, Number> named = new TreeMap<>();
    totals.forEach((label, total) -> named.put(String.valueOf(label), total(label, total)));
    return new ObjectMapper().valueToTree(named).toString();
  }

  private static Number total(@Nullable Object label, @Nullable Object total) {
    if (total instanceof Number number) {
      return number;
    }

    throw StrategyProblems.totalIsNoNumber(String.valueOf(label), String.valueOf(total));
  }
}

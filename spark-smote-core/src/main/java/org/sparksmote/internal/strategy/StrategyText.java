// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.json.CheckedJson;

/** Reads what strategies of all kinds have in common: ratios, and totals by label. */
final class StrategyText {

  private StrategyText() {}

  /** Whether a text is a number, of whatever size. */
  static boolean isNumber(String text) {
    try {
      new BigDecimal(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** A ratio in (0, 1]. */
  static BigDecimal ratio(String text) {
    BigDecimal ratio;
    try {
      ratio = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw StrategyProblems.badStrategy(text);
    }

    if (ratio.signum() <= 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
      throw StrategyProblems.ratioOutOfRange(text);
    }

    return ratio;
  }

  /**
   * Totals by label, which are whole numbers of 0 or more.
   *
   * @param unread what is said of a text that is no such thing
   */
  static Map<String, Long> totals(String text, Function<String, SmoteException> unread) {
    JsonNode json;
    try {
      json = CheckedJson.STRICT.readTree(text);
    } catch (JsonProcessingException e) {
      throw unread.apply(text);
    }

    Map<String, Long> totals = new LinkedHashMap<>();
    json.properties().forEach(entry -> totals.put(entry.getKey(), total(entry, text, unread)));
    if (totals.isEmpty()) {
      throw unread.apply(text);
    }

    return totals;
  }

  private static long total(
      Map.Entry<String, JsonNode> entry, String text, Function<String, SmoteException> unread) {
    JsonNode total = entry.getValue();
    boolean whole = total.isNumber() && isWhole(total.decimalValue());
    if (!whole) {
      throw unread.apply(text);
    }

    if (total.decimalValue().signum() < 0) {
      throw StrategyProblems.negativeTotal(entry.getKey(), total.asText());
    }

    return total.decimalValue().longValueExact();
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0
        && value.abs().compareTo(new BigDecimal(Long.MAX_VALUE)) <= 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which classes grow and to what total: imbalanced-learn's {@code sampling_strategy} for
 * over-sampling; and with the words of R, which shrink. A pure function of the class counts.
 */
public interface SamplingStrategy {

  /**
   * Rows to generate per class, in the order of {@code counts}; 0 where a class is not touched.
   *
   * @param counts rows per class, by ascending label; two classes or more, but for {@link None}
   */
  long[] rowsToMake(List<ClassCount> counts);

  /**
   * Rows that stay per class, in the order of {@code counts}: all of them, but where both ways go.
   */
  default long[] rowsToKeep(List<ClassCount> counts) {
    return ClassSizes.rows(counts);
  }

  /**
   * New rows of the smallest class in percent of its rows, and in percent of the new rows those
   * that stay of all other classes together, each in proportion.
   *
   * @param percUnder null: all of them stay
   */
  static SamplingStrategy percent(double percOver, @Nullable Double percUnder) {
    BigDecimal under = percUnder == null ? null : BigDecimal.valueOf(percUnder);
    return new BothWays.Percent(BigDecimal.valueOf(percOver), under);
  }

  /** Reads a strategy from its text form. */
  static SamplingStrategy parse(String text) {
    String trimmed = text.trim();
    if (trimmed.startsWith("{")) {
      return new Totals(StrategyText.totals(trimmed, StrategyProblems::badStrategy));
    }

    return switch (trimmed) {
      case "auto", "not majority" -> new Level(Who.NOT_MAJORITY);
      case "minority" -> new Level(Who.MINORITY);
      case "not minority" -> new Level(Who.NOT_MINORITY);
      case "all" -> new Level(Who.ALL);
      case "none" -> new None();
      case "balance" -> new BothWays.Balance();
      case "extreme" -> new BothWays.Extreme();
      default -> new Ratio(StrategyText.ratio(trimmed));
    };
  }

  /** The classes that {@link Level} raises to the size of the majority. */
  enum Who {
    MINORITY,
    NOT_MINORITY,
    NOT_MAJORITY,
    ALL
  }

  /** Whether a strategy, as text, is to make nothing. */
  static boolean isNone(String text) {
    return parse(text) instanceof None;
  }

  /** Whether a strategy, as text, chooses classes by how many rows they have. */
  static boolean isByCount(String text) {
    SamplingStrategy strategy = parse(text);
    return !(strategy instanceof Totals || strategy instanceof None);
  }

  /** Makes nothing: to ask, as one of several strategies, whether to resample at all. */
  record None() implements SamplingStrategy {

    @Override
    public long[] rowsToMake(List<ClassCount> counts) {
      return new long[counts.size()];
    }
  }

  /** Raises the named classes to the size of the largest class. */
  record Level(Who who) implements SamplingStrategy {

    @Override
    public long[] rowsToMake(List<ClassCount> counts) {
      int minority = ClassSizes.smallest(counts);
      long majorityRows = counts.get(ClassSizes.largest(counts)).rows();
      long[] make = new long[counts.size()];
      for (int i = 0; i < make.length; i++) {
        boolean named =
            switch (who) {
              case MINORITY -> i == minority;
              case NOT_MINORITY -> i != minority;
              case NOT_MAJORITY, ALL -> true;
            };
        make[i] = named ? majorityRows - counts.get(i).rows() : 0;
      }

      return make;
    }
  }

  /** Raises the minority to a share of the majority: two classes only. */
  record Ratio(BigDecimal ratio) implements SamplingStrategy {

    @Override
    public long[] rowsToMake(List<ClassCount> counts) {
      if (counts.size() != 2) {
        throw StrategyProblems.ratioNeedsTwoClasses(counts.size());
      }

      int minority = ClassSizes.smallest(counts);
      ClassCount majority = counts.get(1 - minority);
      BigDecimal share = ratio.multiply(BigDecimal.valueOf(majority.rows()));
      // Rounding 1e-999999999 would first write out all of its digits.
      boolean none = share.compareTo(BigDecimal.ONE) < 0;
      long total = none ? 0 : share.setScale(0, RoundingMode.DOWN).longValueExact();
      long[] make = new long[2];
      make[minority] = extra(counts.get(minority), total);
      return make;
    }
  }

  /** Raises each named class to its own total. */
  record Totals(Map<String, Long> totals) implements SamplingStrategy {

    @Override
    public long[] rowsToMake(List<ClassCount> counts) {
      long[] make = new long[counts.size()];
      ClassSizes.byClass(counts, totals, StrategyProblems::badStrategy)
          .forEach((i, total) -> make[i] = extra(counts.get(i), total));
      return make;
    }
  }

  private static long extra(ClassCount had, long total) {
    if (total < had.rows()) {
      throw StrategyProblems.fewerThanPresent(had, total);
    }

    return total - had.rows();
  }
}

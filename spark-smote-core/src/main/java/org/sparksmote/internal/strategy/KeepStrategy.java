// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Which classes shrink and to what total: imbalanced-learn's {@code sampling_strategy} for
 * under-sampling. A pure function of the class counts.
 */
public interface KeepStrategy {

  /**
   * Rows to keep per class, in the order of {@code counts}; all of them where a class is not
   * touched.
   *
   * @param counts rows per class, by ascending label; two classes or more, unless nothing is asked
   */
  long[] rowsToKeep(List<ClassCount> counts);

  /**
   * The classes that are sampled, also where all of their rows are kept: with replacement, as many
   * draws as there are rows are no longer the rows themselves.
   */
  boolean[] sampled(List<ClassCount> counts);

  /** Reads a strategy from its text form. */
  static KeepStrategy parse(String text) {
    String trimmed = text.trim();
    if (trimmed.startsWith("{")) {
      return new Totals(StrategyText.totals(trimmed, StrategyProblems::badKeepStrategy));
    }

    return switch (trimmed) {
      case "auto", "not minority" -> new Level(Who.NOT_MINORITY);
      case "majority" -> new Level(Who.MAJORITY);
      case "not majority" -> new Level(Who.NOT_MAJORITY);
      case "all" -> new Level(Who.ALL);
      case "none" -> new None();
      case "minority" -> throw StrategyProblems.minorityCannotShrink();
      default -> new Ratio(ratio(trimmed));
    };
  }

  private static BigDecimal ratio(String text) {
    return StrategyText.isNumber(text) ? StrategyText.ratio(text) : refused(text);
  }

  private static BigDecimal refused(String text) {
    throw StrategyProblems.badKeepStrategy(text);
  }

  /** Whether a strategy, as text, is to leave all rows. */
  static boolean isNone(String text) {
    return parse(text) instanceof None;
  }

  /** Whether a strategy, as text, chooses classes by how many rows they have. */
  static boolean isByCount(String text) {
    KeepStrategy strategy = parse(text);
    return strategy instanceof Level || strategy instanceof Ratio;
  }

  /** The classes that {@link Level} cuts to the size of the minority. */
  enum Who {
    MAJORITY,
    NOT_MINORITY,
    NOT_MAJORITY,
    ALL
  }

  /** Leaves all rows: to ask, as one of several strategies, whether to resample at all. */
  record None() implements KeepStrategy {

    @Override
    public long[] rowsToKeep(List<ClassCount> counts) {
      return ClassSizes.rows(counts);
    }

    @Override
    public boolean[] sampled(List<ClassCount> counts) {
      return new boolean[counts.size()];
    }
  }

  /** Cuts the named classes to the size of the smallest class. */
  record Level(Who who) implements KeepStrategy {

    @Override
    public long[] rowsToKeep(List<ClassCount> counts) {
      long least = counts.get(ClassSizes.smallest(counts)).rows();
      long[] keep = ClassSizes.rows(counts);
      boolean[] sampled = sampled(counts);
      for (int i = 0; i < keep.length; i++) {
        keep[i] = sampled[i] ? least : keep[i];
      }

      return keep;
    }

    @Override
    public boolean[] sampled(List<ClassCount> counts) {
      int majority = ClassSizes.largest(counts);
      int minority = ClassSizes.smallest(counts);
      boolean[] sampled = new boolean[counts.size()];
      for (int i = 0; i < sampled.length; i++) {
        sampled[i] =
            switch (who) {
              case MAJORITY -> i == majority;
              case NOT_MAJORITY -> i != majority;
              case NOT_MINORITY -> i != minority;
              case ALL -> true;
            };
      }

      return sampled;
    }
  }

  /** Cuts the majority so that the minority is a share of it: two classes only. */
  record Ratio(BigDecimal ratio) implements KeepStrategy {

    @Override
    public long[] rowsToKeep(List<ClassCount> counts) {
      if (counts.size() != 2) {
        throw StrategyProblems.ratioNeedsTwoClasses(counts.size());
      }

      int minority = ClassSizes.smallest(counts);
      int majority = 1 - minority;
      BigDecimal least = BigDecimal.valueOf(counts.get(minority).rows());
      BigDecimal most = BigDecimal.valueOf(counts.get(majority).rows());
      // Compared by a product: a quotient by 1e-999999999 would have as many digits.
      if (ratio.multiply(most.add(BigDecimal.ONE)).compareTo(least) <= 0) {
        throw StrategyProblems.ratioWouldAdd(ratio.toString(), counts.get(majority));
      }

      long[] keep = ClassSizes.rows(counts);
      keep[majority] = least.divide(ratio, 0, RoundingMode.DOWN).longValueExact();
      return keep;
    }

    @Override
    public boolean[] sampled(List<ClassCount> counts) {
      boolean[] sampled = new boolean[counts.size()];
      sampled[1 - ClassSizes.smallest(counts)] = true;
      return sampled;
    }
  }

  /** Cuts each named class to its own total. */
  record Totals(Map<String, Long> totals) implements KeepStrategy {

    @Override
    public long[] rowsToKeep(List<ClassCount> counts) {
      long[] keep = ClassSizes.rows(counts);
      ClassSizes.byClass(counts, totals, StrategyProblems::badKeepStrategy)
          .forEach(
              (i, total) -> {
                if (total > keep[i]) {
                  throw StrategyProblems.moreThanPresent(counts.get(i), total);
                }

                keep[i] = total;
              });
      return keep;
    }

    @Override
    public boolean[] sampled(List<ClassCount> counts) {
      boolean[] sampled = new boolean[counts.size()];
      ClassSizes.byClass(counts, totals, StrategyProblems::badKeepStrategy)
          .keySet()
          .forEach(i -> sampled[i] = true);
      return sampled;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.exact.Apportionment;

/** Strategies by which classes shrink while others grow, as users of R know them. */
interface BothWays extends SamplingStrategy {

  /** Rows of each class afterwards. */
  long[] totals(List<ClassCount> counts);

  @Override
  default long[] rowsToMake(List<ClassCount> counts) {
    long[] make = totals(counts);
    Arrays.setAll(make, c -> Math.max(0, make[c] - counts.get(c).rows()));
    return make;
  }

  @Override
  default long[] rowsToKeep(List<ClassCount> counts) {
    long[] keep = totals(counts);
    Arrays.setAll(keep, c -> Math.min(keep[c], counts.get(c).rows()));
    return keep;
  }

  /**
   * UBL's {@code balance}: every class gets the mean size, rounded as R does, halves to the even.
   */
  record Balance() implements BothWays {

    @Override
    public long[] totals(List<ClassCount> counts) {
      BigDecimal all = new BigDecimal(sum(counts));
      long mean = all.divide(number(counts.size()), 0, RoundingMode.HALF_EVEN).longValueExact();
      long[] totals = new long[counts.size()];
      Arrays.fill(totals, mean);
      return totals;
    }
  }

  /**
   * UBL's {@code extreme}: sizes are turned round, in proportion to mean² / size, with as many rows
   * in all as before.
   */
  record Extreme() implements BothWays {

    @Override
    public long[] totals(List<ClassCount> counts) {
      BigInteger product = BigInteger.ONE;
      for (ClassCount count : counts) {
        product = product.multiply(size(count));
      }

      BigInteger[] inverse = new BigInteger[counts.size()];
      for (int c = 0; c < inverse.length; c++) {
        inverse[c] = product.divide(size(counts.get(c)));
      }

      return Apportionment.largestRemainder(sum(counts).longValueExact(), inverse);
    }

    /** A class whose rows are all invalid, and left out, has none. */
    private static BigInteger size(ClassCount count) {
      return BigInteger.valueOf(Math.max(1, count.rows()));
    }
  }

  /**
   * DMwR's {@code perc.over} and {@code perc.under}.
   *
   * @param over new rows of the minority, in percent of its rows
   * @param under rows that stay of all other classes, in percent of the new rows; null: all of them
   */
  record Percent(BigDecimal over, @Nullable BigDecimal under) implements BothWays {

    @Override
    public long[] totals(List<ClassCount> counts) {
      int minority = ClassSizes.smallest(counts);
      long[] rows = ClassSizes.rows(counts);
      long made = percent(over, rows[minority]);
      if (made == 0) {
        throw StrategyProblems.nothingMade(counts.get(minority));
      }

      long[] totals = rows.clone();
      if (under != null) {
        rows[minority] = 0;
        long others = Arrays.stream(rows).sum();
        long keep = percent(under, made);
        if (keep > others) {
          throw StrategyProblems.moreThanOthers(counts.get(minority), made, keep, others);
        }

        totals = Apportionment.largestRemainder(keep, rows);
        refuseEmptied(counts, rows, totals, made);
      }

      totals[minority] = Math.addExact(counts.get(minority).rows(), made);
      return totals;
    }

    /** Nobody means a class to vanish who says how many rows of all others stay. */
    private static void refuseEmptied(
        List<ClassCount> counts, long[] others, long[] totals, long made) {
      for (int c = 0; c < totals.length; c++) {
        if (totals[c] == 0 && others[c] > 0) {
          throw StrategyProblems.emptied(counts.get(c), Arrays.stream(others).sum(), made);
        }
      }
    }

    /** Whole rows, the fraction is cut off as in R; what no class can have counts as the most. */
    private static long percent(BigDecimal percent, long rows) {
      BigDecimal share = percent.multiply(number(rows)).movePointLeft(2);
      BigDecimal most = number(Long.MAX_VALUE / 4);
      return share.min(most).setScale(0, RoundingMode.DOWN).longValueExact();
    }
  }

  private static BigDecimal number(long value) {
    return BigDecimal.valueOf(value);
  }

  private static BigInteger sum(List<ClassCount> counts) {
    BigInteger sum = BigInteger.ZERO;
    for (ClassCount count : counts) {
      sum = sum.add(BigInteger.valueOf(count.rows()));
    }

    return sum;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Shares a total out in whole numbers, exactly (largest remainder, Hamilton's method). */
public final class Apportionment {

  private Apportionment() {}

  /**
   * Splits {@code total} in proportion to {@code weights}: every share is its exact quota rounded
   * down or up, and the shares add up to the total. Equal remainders go to the lower index first.
   *
   * @throws IllegalArgumentException if all weights are zero while the total is not
   */
  public static long[] largestRemainder(long total, long[] weights) {
    BigInteger[] exact = new BigInteger[weights.length];
    Arrays.setAll(exact, i -> BigInteger.valueOf(weights[i]));
    return largestRemainder(total, exact);
  }

  /** The same for weights of any size. */
  public static long[] largestRemainder(long total, BigInteger[] weights) {
    BigInteger sum = BigInteger.ZERO;
    for (BigInteger weight : weights) {
      sum = sum.add(weight);
    }

    long[] shares = new long[weights.length];
    if (total == 0) {
      return shares;
    }

    if (sum.signum() == 0) {
      throw new IllegalArgumentException("all weights are zero, total=" + total);
    }

    BigInteger[] remainders = new BigInteger[weights.length];
    long left = total;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] quota = BigInteger.valueOf(total).multiply(weights[i]).divideAndRemainder(sum);
      shares[i] = quota[0].longValueExact();
      remainders[i] = quota[1];
      left -= shares[i];
    }

    Integer[] order = new Integer[weights.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing((Integer i) -> remainders[i]).reversed());
    for (int i = 0; i < left; i++) {
      shares[order[i]]++;
    }

    return shares;
  }

  /**
   * Splits {@code total} in proportion to real weights, exactly if they are whole numbers up to
   * 2^40. Others become whole numbers first: the largest weight is scaled to 2^40 and the rest are
   * rounded to even, so that a weight below 2^-41 of the largest counts as zero. From there on the
   * arithmetic is exact. Equal remainders go to the smaller keyed rank first, hence equal weights
   * share as {@link Shares#even} does. A zero weight gets nothing.
   *
   * @param weights of every row of each entry
   * @throws IllegalArgumentException if a weight is negative or not finite, or if all weights are
   *     zero while the total is not
   */
  public static Shares largestRemainder(long total, double[] weights, RankedRows rows) {
    long[] whole = wholeWeights(weights, rows);
    long sum = 0;
    for (int i = 0; i < whole.length; i++) {
      sum += whole[i] * rows.rows(i);
    }

    if (total != 0 && sum == 0) {
      throw new IllegalArgumentException("all weights are zero, total=" + total);
    }

    Shares shares = new Shares(rows);
    if (total == 0) {
      return shares;
    }

    long[] remainders = new long[weights.length];
    long left = total;
    for (int i = 0; i < whole.length; i++) {
      long part = share(total, whole[i], sum, i, remainders);
      shares.add(i, part);
      left -= part * rows.rows(i);
    }

    addLargest(left, remainders, rows, shares);
    return shares;
  }

  /** Takes or scales weights to whole numbers whose sum over all rows is at most 2^62. */
  private static long[] wholeWeights(double[] weights, RankedRows rows) {
    double largest = 0;
    boolean whole = true;
    long count = 0;
    for (int i = 0; i < weights.length; i++) {
      double weight = weights[i];
      if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("weights must be finite and >= 0, but got " + weight);
      }

      largest = Math.max(largest, weight);
      whole &= weight == Math.rint(weight);
      count += rows.rows(i);
    }

    // 40 bits up to 2^22 rows; beyond, fewer, or the sum would overflow.
    int bits = Math.min(40, Long.numberOfLeadingZeros(count - 1) - 2);
    boolean exact = whole && largest <= 1L << bits;
    long[] scaled = new long[weights.length];
    for (int i = 0; i < scaled.length && largest > 0; i++) {
      scaled[i] =
          exact ? (long) weights[i] : (long) Math.rint(Math.scalb(weights[i] / largest, bits));
    }

    return scaled;
  }

  /**
   * Returns the quotient and writes the remainder of {@code total * weight / sum}. With total = q
   * sum + r the quotient is q weight + r weight / sum, whose last term is below the weight, 2^40:
   * its estimate in doubles is off by one at most, and the remainder, being below 2^63, is right in
   * arithmetic that wraps and tells which way.
   */
  private static long share(long total, long weight, long sum, int i, long[] remainders) {
    long rest = total % sum;
    long part = (long) ((double) rest * weight / sum);
    long remainder = rest * weight - part * sum;
    if (remainder < 0) {
      part--;
      remainder += sum;
    } else if (remainder >= sum) {
      part++;
      remainder -= sum;
    }

    remainders[i] = remainder;
    return total / sum * weight + part;
  }

  /** Gives one to the {@code left} rows with the largest remainders, then the smallest ranks. */
  private static void addLargest(long left, long[] remainders, RankedRows rows, Shares shares) {
    if (left == 0) {
      return;
    }

    // Not zero: remainders are below the sum and add up to left * sum, so more than left are not.
    Selection last =
        Selection.ofPlace(
            left,
            sink -> {
              for (int i = 0; i < remainders.length; i++) {
                sink.accept(-remainders[i], rows.rows(i));
              }
            });
    int[] ties =
        IntStream.range(0, remainders.length).filter(i -> remainders[i] == -last.value()).toArray();
    for (int i = 0; i < remainders.length; i++) {
      if (remainders[i] > -last.value()) {
        shares.add(i, 1);
      }
    }

    shares.addEvenly(last.ties(), ties);
  }
}

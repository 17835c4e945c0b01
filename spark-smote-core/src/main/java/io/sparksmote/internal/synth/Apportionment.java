// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.synth;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;

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
    BigInteger sum = BigInteger.ZERO;
    for (long weight : weights) {
      sum = sum.add(BigInteger.valueOf(weight));
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
      BigInteger[] quota =
          BigInteger.valueOf(total)
              .multiply(BigInteger.valueOf(weights[i]))
              .divideAndRemainder(sum);
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
}

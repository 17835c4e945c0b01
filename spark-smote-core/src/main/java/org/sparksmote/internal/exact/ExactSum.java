// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An exact sum of doubles and of their squares. Ordinary sums depend on the order of the rows,
 * which Spark does not fix; this one is the same in any order and any tree of merges, because
 * nothing is rounded before the end (a superaccumulator, Kulisch 1971).
 *
 * <p>The sum is a fixed-point number in digits ("limbs") of 32 bits, each held in a long that has
 * room for 2^29 additions before carries must move on. Only the limbs in use are kept: a few for a
 * column of ordinary numbers. The lowest bit is the square of the smallest double, so that squares
 * neither underflow nor overflow.
 */
public final class ExactSum {

  /** Bit 0 is worth 2^-2148, the square of {@link Double#MIN_VALUE}. */
  private static final int LOWEST_EXPONENT = 2 * -1074;

  /** Bits of a factor by which a square is multiplied at once: it stays below 2^128. */
  private static final int PART_BITS = 21;

  private static final int ADDITIONS_PER_CARRY = 1 << 29;
  private static final long LIMB_MASK = 0xFFFF_FFFFL;
  private static final long[] NONE = {};

  private long[] limbs = NONE;
  private int first;
  private int additions;

  /** Adds a number; it must be finite. */
  public void add(double value) {
    add(value, 1);
  }

  /** Adds a number many times. */
  public void add(double value, long times) {
    requireFinite(value);
    if (value != 0) {
      long mantissa = mantissa(value);
      long high = Math.multiplyHigh(mantissa, times);
      addProduct(high, mantissa * times, exponent(value) - LOWEST_EXPONENT, value < 0);
    }
  }

  /**
   * Adds the square of a number many times, exactly; the number must be finite, its square need not
   * be.
   */
  public void addSquare(double value, long times) {
    requireFinite(value);
    if (value == 0) {
      return;
    }

    long mantissa = mantissa(value);
    long high = Math.multiplyHigh(mantissa, mantissa); // the square has 106 bits at most
    long low = mantissa * mantissa;
    int shift = 2 * exponent(value) - LOWEST_EXPONENT;
    for (long left = times; left != 0; left >>>= PART_BITS, shift += PART_BITS) {
      long part = left & ((1 << PART_BITS) - 1);
      long carry = Math.multiplyHigh(low, part) + (low >> 63 & part); // of the unsigned product
      addProduct(high * part + carry, low * part, shift, false);
    }
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("cannot sum " + value);
    }
  }

  /** The whole number m of |value| = m 2^exponent. */
  private static long mantissa(double value) {
    long fraction = Double.doubleToRawLongBits(value) & ((1L << 52) - 1);
    return Math.abs(value) < Double.MIN_NORMAL ? fraction : fraction | 1L << 52;
  }

  private static int exponent(double value) {
    // getExponent says -1023 for subnormal numbers, whose bits count as those of -1022.
    return Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
  }

  /** Adds or subtracts the 128-bit number high:low, shifted left by {@code shift} bits. */
  private void addProduct(long high, long low, int shift, boolean negative) {
    int limb = shift >>> 5;
    reserve(limb, limb + (high == 0 ? 3 : 5));
    addWord(low & LIMB_MASK, limb, shift & 31, negative);
    addWord(low >>> 32, limb + 1, shift & 31, negative);
    if (high != 0) {
      addWord(high & LIMB_MASK, limb + 2, shift & 31, negative);
      addWord(high >>> 32, limb + 3, shift & 31, negative);
    }

    if (++additions == ADDITIONS_PER_CARRY) {
      carry();
    }
  }

  private void addWord(long word, int limb, int shift, boolean negative) {
    long bits = word << shift;
    long low = bits & LIMB_MASK;
    long high = bits >>> 32;
    limbs[limb - first] += negative ? -low : low;
    limbs[limb - first + 1] += negative ? -high : high;
  }

  /** Makes room for the limbs from {@code from} to before {@code to}. */
  private void reserve(int from, int to) {
    int last = first + limbs.length;
    if (limbs.length == 0) {
      limbs = new long[to - from];
      first = from;
    } else if (from < first || to > last) {
      int start = Math.min(from, first);
      long[] wider = new long[Math.max(to, last) - start];
      System.arraycopy(limbs, 0, wider, first - start, limbs.length);
      limbs = wider;
      first = start;
    }
  }

  /** Brings every limb but the last, which carries the sign, into [0, 2^32). */
  private void carry() {
    for (int i = 0; i < limbs.length; i++) {
      long over = limbs[i] >> 32;
      boolean last = i == limbs.length - 1;
      if (last && limbs[i] == (int) limbs[i]) {
        break;
      }

      if (last) {
        limbs = Arrays.copyOf(limbs, limbs.length + 1);
      }

      limbs[i] &= LIMB_MASK;
      limbs[i + 1] += over;
    }

    additions = 0;
  }

  /** Adds another sum, whose value stays what it was. */
  public void merge(ExactSum other) {
    carry();
    other.carry();
    if (other.limbs.length == 0) {
      return;
    }

    reserve(other.first, other.first + other.limbs.length);
    for (int i = 0; i < other.limbs.length; i++) {
      limbs[other.first - first + i] += other.limbs[i];
    }

    additions = 1;
  }

  /** The sum as it travels; {@link #of} reads it. */
  public byte[] toBytes() {
    carry();
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Long.BYTES * limbs.length);
    bytes.putInt(first).asLongBuffer().put(limbs);
    return bytes.array();
  }

  /** Reads a sum. */
  public static ExactSum of(byte[] bytes) {
    ExactSum sum = new ExactSum();
    ByteBuffer read = ByteBuffer.wrap(bytes);
    sum.first = read.getInt();
    sum.limbs = new long[read.remaining() / Long.BYTES];
    read.asLongBuffer().get(sum.limbs);
    return sum;
  }

  /** Writes the sum, whose value stays what it was. */
  void writeTo(DataOutput out) throws IOException {
    carry(); // so that it is the same bytes however the sum was reached
    out.writeInt(first);
    out.writeInt(limbs.length);
    for (long limb : limbs) {
      out.writeLong(limb);
    }
  }

  /** Reads a sum. */
  static ExactSum readFrom(DataInput in) throws IOException {
    ExactSum sum = new ExactSum();
    sum.first = in.readInt();
    sum.limbs = new long[in.readInt()];
    for (int i = 0; i < sum.limbs.length; i++) {
      sum.limbs[i] = in.readLong();
    }

    return sum;
  }

  /** The sum, rounded once to the nearest double (half to even); infinite beyond the largest. */
  public double value() {
    return toDouble(unscaled(), exponent());
  }

  /** The exact sum in units of 2^{@link #exponent}. */
  BigInteger unscaled() {
    BigInteger value = BigInteger.ZERO;
    for (int i = limbs.length - 1; i >= 0; i--) {
      value = value.shiftLeft(32).add(BigInteger.valueOf(limbs[i]));
    }

    return value;
  }

  int exponent() {
    return 32 * first + LOWEST_EXPONENT;
  }

  /** The double nearest to {@code unscaled * 2^exponent}, half to even. */
  static double toDouble(BigInteger unscaled, int exponent) {
    BigInteger magnitude = unscaled.abs();
    // Bits that a double has no room for: below its 53, or below the smallest subnormal.
    int drop = Math.max(magnitude.bitLength() - 53, Double.MIN_EXPONENT - 52 - exponent);
    long kept = magnitude.shiftRight(Math.max(drop, 0)).longValue();
    if (drop > 0 && magnitude.testBit(drop - 1)) {
      boolean aboveHalf = magnitude.getLowestSetBit() < drop - 1;
      kept += aboveHalf ? 1 : kept & 1;
    }

    double value = Math.scalb((double) kept, exponent + Math.max(drop, 0));
    return unscaled.signum() < 0 ? -value : value;
  }
}

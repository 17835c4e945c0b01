// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Mean and standard deviation of every column, from exact sums: the same bits in any order of the
 * rows, and no cancellation for columns such as timestamps, whose spread is tiny next to their
 * size. Columns without a value other than 0 take no room and have no place in the results.
 */
public final class Moments {

  /** The sum of a column's values, and that of their squares. */
  private record Sums(ExactSum values, ExactSum squares) {}

  private final ColumnSlots slots = new ColumnSlots();
  private final List<Sums> sums = new ArrayList<>(); // by slot
  private long rows;

  /** Adds a row with a value for every column. */
  public void addDense(double[] values) {
    addDense(values, 1);
  }

  /** Adds many such rows that are all alike. */
  public void addDense(double[] values, long times) {
    for (int j = 0; j < values.length; j++) {
      addValue(j, values[j], times);
    }

    rows += times;
  }

  /** Adds a row whose other columns are 0. */
  public void addSparse(int[] indices, double[] values) {
    addSparse(indices, values, 1);
  }

  /** Adds many such rows that are all alike. */
  public void addSparse(int[] indices, double[] values, long times) {
    for (int i = 0; i < indices.length; i++) {
      addValue(indices[i], values[i], times);
    }

    rows += times;
  }

  private void addValue(int column, double value, long times) {
    if (value != 0) {
      Sums of = of(column);
      of.values().add(value, times);
      of.squares().addSquare(value, times);
    }
  }

  private Sums of(int column) {
    int slot = slots.of(column);
    if (slot == sums.size()) {
      sums.add(new Sums(new ExactSum(), new ExactSum()));
    }

    return sums.get(slot);
  }

  /** Adds the rows of another part, whose own results stay what they were. */
  public void merge(Moments other) {
    for (int column : other.columns()) {
      Sums sum = of(column);
      sum.values().merge(other.of(column).values());
      sum.squares().merge(other.of(column).squares());
    }

    rows += other.rows;
  }

  /** All that was added, as bytes; {@link #of} reads them. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(rows);
      out.writeInt(slots.size());
      for (int column : columns()) {
        out.writeInt(column);
        of(column).values().writeTo(out);
        of(column).squares().writeTo(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written but memory
    }

    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} wrote. */
  public static Moments of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Moments moments = new Moments();
      moments.rows = in.readLong();
      for (int left = in.readInt(); left > 0; left--) {
        moments.slots.of(in.readInt());
        moments.sums.add(new Sums(ExactSum.readFrom(in), ExactSum.readFrom(in)));
      }

      return moments;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many columns have a value other than 0. */
  public int size() {
    return slots.size();
  }

  /** The columns that have a value other than 0, ascending. */
  public int[] columns() {
    return slots.columns();
  }

  /** The mean of each of the {@link #columns}, rounded once; there must be rows. */
  public double[] means() {
    return ofColumns(of -> mean(of.values()));
  }

  private double mean(ExactSum sum) {
    // 128 more bits than the quotient needs; one more says whether anything is left.
    BigInteger[] parts = sum.unscaled().shiftLeft(128).divideAndRemainder(BigInteger.valueOf(rows));
    BigInteger quotient = parts[0].shiftLeft(1).add(BigInteger.valueOf(parts[1].signum()));
    return ExactSum.toDouble(quotient, sum.exponent() - 129);
  }

  /**
   * The population standard deviation of each of the {@link #columns}, right to a few ulp; there
   * must be rows.
   */
  public double[] deviations() {
    return ofColumns(this::deviation);
  }

  /** sqrt(rows * squares - sum^2) / rows: the difference is exact, and never negative (Cauchy). */
  private double deviation(Sums of) {
    ExactSum sum = of.values();
    ExactSum square = of.squares();
    BigInteger count = BigInteger.valueOf(rows);
    int exponent = Math.min(square.exponent(), 2 * sum.exponent());
    BigInteger squares = square.unscaled().multiply(count).shiftLeft(square.exponent() - exponent);
    BigInteger squareOfSum = sum.unscaled().pow(2).shiftLeft(2 * sum.exponent() - exponent);
    BigInteger difference = squares.subtract(squareOfSum);
    // To 128 bits or so, by an even power of two, so that the root has 64 bits.
    int shift = difference.bitLength() - 128;
    shift += (exponent + shift) & 1;
    BigInteger root = difference.shiftRight(shift).sqrt();
    return Math.scalb(root.doubleValue() / rows, (exponent + shift) / 2);
  }

  private double[] ofColumns(ToDoubleFunction<Sums> result) {
    if (rows == 0) {
      throw new IllegalStateException("no rows, hence no means");
    }

    double[] results = new double[slots.size()];
    int[] ascending = slots.slots();
    for (int i = 0; i < results.length; i++) {
      results[i] = result.applyAsDouble(sums.get(ascending[i]));
    }

    return results;
  }
}

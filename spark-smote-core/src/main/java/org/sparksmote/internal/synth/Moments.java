// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Mean and standard deviation of every column, from exact sums: the same bits in any order of the
 * rows, and no cancellation for columns such as timestamps, whose spread is tiny next to their
 * size. Columns without a value other than 0 take no room.
 */
public final class Moments {

  private final @Nullable ExactSum[] sums;
  private final @Nullable ExactSum[] squares;
  private long rows;

  /** No rows yet, of so many columns. */
  public Moments(int columns) {
    sums = new ExactSum[columns];
    squares = new ExactSum[columns];
  }

  /** Adds a row with a value for every column. */
  public void addDense(double[] values) {
    for (int j = 0; j < values.length; j++) {
      addValue(j, values[j]);
    }

    rows++;
  }

  /** Adds a row whose other columns are 0. */
  public void addSparse(int[] indices, double[] values) {
    for (int i = 0; i < indices.length; i++) {
      addValue(indices[i], values[i]);
    }

    rows++;
  }

  private void addValue(int column, double value) {
    if (value != 0) {
      at(sums, column).add(value);
      at(squares, column).addSquare(value);
    }
  }

  private static ExactSum at(@Nullable ExactSum[] columns, int column) {
    ExactSum sum = columns[column];
    if (sum == null) {
      sum = new ExactSum();
      columns[column] = sum;
    }

    return sum;
  }

  /** Adds the rows of another part, whose own results stay what they were. */
  public void merge(Moments other) {
    for (int j = 0; j < sums.length; j++) {
      mergeColumn(sums, other.sums[j], j);
      mergeColumn(squares, other.squares[j], j);
    }

    rows += other.rows;
  }

  private static void mergeColumn(
      @Nullable ExactSum[] columns, @Nullable ExactSum other, int column) {
    if (other != null) {
      at(columns, column).merge(other);
    }
  }

  /** All that was added, as bytes; {@link #of} reads them. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(rows);
      out.writeInt(sums.length);
      writeTo(out, sums);
      writeTo(out, squares);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written but memory
    }

    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} wrote. */
  public static Moments of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long rows = in.readLong();
      Moments moments = new Moments(in.readInt());
      moments.rows = rows;
      readFrom(in, moments.sums);
      readFrom(in, moments.squares);
      return moments;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only the columns that have a sum: number and sum, then -1. */
  private static void writeTo(DataOutput out, @Nullable ExactSum[] columns) throws IOException {
    for (int j = 0; j < columns.length; j++) {
      ExactSum sum = columns[j];
      if (sum != null) {
        out.writeInt(j);
        sum.writeTo(out);
      }
    }

    out.writeInt(-1);
  }

  private static void readFrom(DataInput in, @Nullable ExactSum[] columns) throws IOException {
    for (int j = in.readInt(); j >= 0; j = in.readInt()) {
      columns[j] = ExactSum.readFrom(in);
    }
  }

  public long rows() {
    return rows;
  }

  /** The mean of every column, rounded once; there must be rows. */
  public double[] means() {
    requireRows();
    double[] means = new double[sums.length];
    for (int j = 0; j < means.length; j++) {
      ExactSum sum = sums[j];
      means[j] = sum == null ? 0 : mean(sum);
    }

    return means;
  }

  private double mean(ExactSum sum) {
    // 128 more bits than the quotient needs; one more says whether anything is left.
    BigInteger[] parts = sum.unscaled().shiftLeft(128).divideAndRemainder(BigInteger.valueOf(rows));
    BigInteger quotient = parts[0].shiftLeft(1).add(BigInteger.valueOf(parts[1].signum()));
    return ExactSum.toDouble(quotient, sum.exponent() - 129);
  }

  /** The population standard deviation of every column, right to a few ulp; there must be rows. */
  public double[] deviations() {
    requireRows();
    double[] deviations = new double[sums.length];
    for (int j = 0; j < deviations.length; j++) {
      ExactSum sum = sums[j];
      ExactSum square = squares[j];
      deviations[j] = sum == null || square == null ? 0 : deviation(sum, square);
    }

    return deviations;
  }

  /** sqrt(rows * squares - sum^2) / rows: the difference is exact, and never negative (Cauchy). */
  private double deviation(ExactSum sum, ExactSum square) {
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

  private void requireRows() {
    if (rows == 0) {
      throw new IllegalStateException("no rows, hence no means");
    }
  }
}

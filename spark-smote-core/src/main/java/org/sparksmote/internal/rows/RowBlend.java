// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparksmote.internal.synth.Segment;

/** Features between two rows, in the form that they have: sparse rows make a sparse row. */
public final class RowBlend {

  private RowBlend() {}

  /**
   * The row at {@code gap} of the way from one row to another, which has the form of the two: a
   * sparse row never gets values where neither end has one. A negative gap lies beyond the base.
   */
  public static FeatureRow between(
      FeatureRow base, FeatureRow partner, double gap, boolean asSparse) {
    FeatureRow made = new FeatureRow();
    if (base.sparse) {
      mergeSparse(base, partner, gap, made);
    } else {
      double[] values = new double[base.size];
      for (int j = 0; j < values.length; j++) {
        values[j] = at(base.values[j], partner.values[j], gap);
      }

      made.setDense(values);
    }

    return inForm(made, asSparse);
  }

  private static double at(double base, double partner, double gap) {
    if (gap >= 0 || base == partner) {
      return Segment.at(base, partner, gap);
    }

    double beyond = base + gap * (partner - base);
    return Double.isFinite(beyond) ? beyond : base;
  }

  /** The columns in which one of some rows has a value, ascending. */
  public static int[] columns(FeatureRow base, FeatureRow... others) {
    IntStream.Builder columns = IntStream.builder();
    Stream.concat(Stream.of(base), Stream.of(others))
        .forEach(
            row -> {
              for (int i = 0; i < row.values.length; i++) {
                columns.add(row.column(i));
              }
            });
    return columns.build().sorted().distinct().toArray();
  }

  /** The row in dense or sparse form. */
  public static FeatureRow inForm(FeatureRow made, boolean asSparse) {
    if (asSparse && !made.sparse) {
      return compressed(made);
    } else if (!asSparse && made.sparse) {
      double[] dense = new double[made.size];
      made.copyTo(dense, 0);
      made.setDense(dense);
    }

    return made;
  }

  private static void mergeSparse(
      FeatureRow base, FeatureRow partner, double gap, FeatureRow made) {
    int[] indices = new int[base.indices.length + partner.indices.length];
    double[] values = new double[indices.length];
    int count = 0;
    int a = 0;
    int b = 0;
    while (a < base.indices.length || b < partner.indices.length) {
      int columnA = a < base.indices.length ? base.indices[a] : Integer.MAX_VALUE;
      int columnB = b < partner.indices.length ? partner.indices[b] : Integer.MAX_VALUE;
      int column = Math.min(columnA, columnB);
      double valueA = columnA == column ? base.values[a++] : 0;
      double valueB = columnB == column ? partner.values[b++] : 0;
      double value = at(valueA, valueB, gap);
      if (value != 0) {
        indices[count] = column;
        values[count++] = value;
      }
    }

    made.setSparse(base.size, Arrays.copyOf(indices, count), Arrays.copyOf(values, count));
  }

  /** The row in sparse form, without values that are 0. */
  public static FeatureRow compressed(FeatureRow made) {
    int[] indices = new int[made.values.length];
    double[] values = new double[made.values.length];
    int count = 0;
    for (int j = 0; j < made.values.length; j++) {
      if (made.values[j] != 0) {
        indices[count] = made.column(j);
        values[count++] = made.values[j];
      }
    }

    made.setSparse(made.size, Arrays.copyOf(indices, count), Arrays.copyOf(values, count));
    return made;
  }
}

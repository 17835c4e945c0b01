// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import org.sparksmote.internal.synth.Segment;

/** Features between two rows, in the form that they have: sparse rows make a sparse row. */
final class RowBlend {

  private RowBlend() {}

  /**
   * The row at {@code gap} of the way from one row to another, which has the form of the two: a
   * sparse row never gets values where neither end has one. A negative gap lies beyond the base.
   */
  static FeatureRow between(FeatureRow base, FeatureRow partner, double gap, boolean asSparse) {
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

  /** The row in dense or sparse form. */
  static FeatureRow inForm(FeatureRow made, boolean asSparse) {
    if (asSparse && !made.sparse) {
      compress(made);
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

  private static void compress(FeatureRow made) {
    int[] indices = new int[made.size];
    double[] values = new double[made.size];
    int count = 0;
    for (int j = 0; j < made.size; j++) {
      if (made.values[j] != 0) {
        indices[count] = j;
        values[count++] = made.values[j];
      }
    }

    made.setSparse(made.size, Arrays.copyOf(indices, count), Arrays.copyOf(values, count));
  }
}

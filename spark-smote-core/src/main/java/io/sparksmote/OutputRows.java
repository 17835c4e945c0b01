// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import io.sparksmote.internal.synth.Segment;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** New rows under the output schema: label, features, what is copied, and where the row is from. */
final class OutputRows {

  private final InputSchema input;
  private final CellRows rows;
  private final FeatureWriter features;
  private final Object label;
  private final int columns;
  private final FeatureRow base = new FeatureRow();
  private final FeatureRow partner = new FeatureRow();
  private final FeatureRow made = new FeatureRow();

  OutputRows(ResamplingPlan plan, CellRows rows) {
    this.input = plan.input();
    this.rows = rows;
    this.features = new FeatureWriter(input);
    this.label = plan.classes().get(plan.cells().get(rows.cell).classIndex()).count().label();
    this.columns = input.output().size();
  }

  /** A copy of a row. */
  Row copyOf(int row) {
    return between(row, row, 0);
  }

  /** The row at {@code gap} of the way from a base row to its partner. */
  Row between(int baseRow, int partnerRow, double gap) {
    rows.store.read(rows.pointOf[baseRow], base);
    rows.store.read(rows.pointOf[partnerRow], partner);
    interpolate(gap, rows.sparse[baseRow] && rows.sparse[partnerRow]);

    @Nullable Object[] cells = new Object[columns];
    cells[input.label()] = label;
    features.write(made, cells);
    for (int i = 0; i < input.copied().size(); i++) {
      cells[input.copied().get(i)] = rows.payload[baseRow].get(i);
    }

    int next = input.schema().size();
    if (input.added().hasSynthetic()) {
      cells[next++] = true;
    }

    if (input.added().hasProvenance()) {
      cells[next] = RowFactory.create(id(baseRow), id(partnerRow), gap);
    }

    return RowFactory.create(cells);
  }

  private @Nullable Object id(int row) {
    return input.id() >= 0 ? rows.payload[row].get(input.copied().size()) : rows.keys[row];
  }

  /** Sparse ends make a sparse row, which never gets values where neither end has one. */
  private void interpolate(double gap, boolean asSparse) {
    if (base.sparse) {
      mergeSparse(gap);
    } else {
      double[] values = new double[base.size];
      for (int j = 0; j < values.length; j++) {
        values[j] = Segment.at(base.values[j], partner.values[j], gap);
      }

      made.setDense(values);
    }

    if (asSparse && !made.sparse) {
      compress();
    } else if (!asSparse && made.sparse) {
      double[] dense = new double[made.size];
      made.copyTo(dense, 0);
      made.setDense(dense);
    }
  }

  private void mergeSparse(double gap) {
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
      double value = Segment.at(valueA, valueB, gap);
      if (value != 0) {
        indices[count] = column;
        values[count++] = value;
      }
    }

    made.setSparse(base.size, Arrays.copyOf(indices, count), Arrays.copyOf(values, count));
  }

  private void compress() {
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

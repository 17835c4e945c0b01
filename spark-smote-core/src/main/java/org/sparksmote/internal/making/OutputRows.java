// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.columns.FeatureWriter;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.rows.PackedRows;

/** New rows under the output schema: label, features, what is copied, and where the row is from. */
final class OutputRows {

  private final InputSchema input;
  private final CellRows rows;
  private final FeatureWriter features;
  private final NominalValues nominal;
  private final Object label;
  private final Passengers passengers;
  private final int columns;

  OutputRows(RoutingPlan plan, CellRows rows, Passengers passengers) {
    this.passengers = passengers;
    this.input = plan.input();
    this.rows = rows;
    this.features = new FeatureWriter(input);
    this.nominal = new NominalValues(input, rows);
    this.label = plan.planOf(rows.cell).count().label();
    this.columns = input.output().size();
  }

  /** Writes a new row; bases must ascend. */
  Row row(Draft draft) {
    @Nullable Object[] cells = new Object[columns];
    cells[input.label()] = label;
    features.write(draft.features(), cells);
    nominal.putTexts(draft.donors(), cells);
    if (input.weight() >= 0) {
      cells[input.weight()] = weight(draft);
    }

    Row own = input.copied().isEmpty() ? PackedRows.NO_PAYLOAD : passengers.of(draft.base());
    for (int i = 0; i < input.copied().size(); i++) {
      cells[input.copied().get(i)] = own.get(i);
    }

    int next = input.schema().size();
    if (input.added().hasSynthetic()) {
      cells[next++] = true;
    }

    if (input.added().hasProvenance()) {
      Object partner = draft.partner() == Draft.NOBODY ? null : id(draft.partner());
      Object gap = Double.isNaN(draft.gap()) ? null : (Object) draft.gap();
      cells[next] = RowFactory.create(id(draft.base()), partner, gap);
    }

    return RowFactory.create(cells);
  }

  /** Between two rows of the class that of the place between them, else that of the base. */
  private Object weight(Draft draft) {
    Object base = weight(draft.base());
    boolean between =
        !Double.isNaN(draft.gap())
            && draft.partner() != Draft.NOBODY
            && !rows.isEnemy(draft.partner());
    if (!between || base.equals(weight(draft.partner()))) {
      return base;
    }

    double from = ((Number) base).doubleValue();
    double to = ((Number) weight(draft.partner())).doubleValue();
    double weight = Math.max(0, (1 - draft.gap()) * from + draft.gap() * to);
    return FeatureWriter.cell(input.schema().fields()[input.weight()].dataType(), weight);
  }

  private Object weight(long row) {
    return rows.payload(row).get(input.weightInPayload());
  }

  private @Nullable Object id(long row) {
    return input.id() >= 0 ? rows.payload(row).get(0) : rows.key(rows.pointOf(row));
  }
}

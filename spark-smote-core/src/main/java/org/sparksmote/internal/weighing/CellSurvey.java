// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.routing.ArrivedCells;
import org.sparksmote.internal.routing.BlockForm;
import org.sparksmote.internal.variants.BaseWeight;
import org.sparksmote.internal.variants.ResamplingPlan;

/**
 * Weighs the rows of every cell without making any: what a class must know as a whole before its
 * new rows are shared out over its cells. A report is as small as a cell's plan.
 */
final class CellSurvey implements FlatMapFunction<Iterator<Row>, Row> {

  private static final long serialVersionUID = 1L;

  private final ResamplingPlan plan;

  CellSurvey(ResamplingPlan plan) {
    this.plan = plan;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    List<Row> reports = new ArrayList<>();
    Iterator<CellRows> cells =
        new ArrivedCells(plan.routing(), BlockForm.toMake(plan.routing().input()), blocks);
    while (cells.hasNext()) {
      CellRows rows = cells.next();
      BaseWeight rule = plan.factsOf(rows.cell).parts().baseWeight();
      if (rule.needsSurvey()) {
        VariantCell cell = new VariantCell(plan, rows);
        OwnRows bases = OwnRows.atHome(rows);
        for (BaseWeight choice : choices(rule)) {
          CellWeights weights = CellWeights.of(choice, cell, bases);
          reports.add(report(rows.cell, choice, weights, bases.counts()).toRow());
        }
      }
    }

    return reports.iterator();
  }

  private static List<BaseWeight> choices(BaseWeight rule) {
    return rule == BaseWeight.SAFETY_SKEW
        ? List.of(BaseWeight.SAFE_LEVEL, BaseWeight.DANGER)
        : List.of(rule);
  }

  private static CellReport report(int cell, BaseWeight rule, CellWeights found, long[] rows) {
    double[] weights = found.weights();
    int[] weighed = IntStream.range(0, rows.length).filter(i -> weights[i] > 0).toArray();
    long eligible = Arrays.stream(weighed).mapToLong(i -> rows[i]).sum();
    double sum = IntStream.range(0, rows.length).mapToDouble(i -> weights[i] * rows[i]).sum();
    return new CellReport(cell, rule, eligible, sum, found.logScale(), found.histogram());
  }
}

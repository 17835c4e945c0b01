// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.cells.Neighborhood;
import org.sparksmote.internal.cells.OwnRows;
import org.sparksmote.internal.routing.ArrivedCells;
import org.sparksmote.internal.routing.BlockForm;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.rows.FeatureRow;

/** Judges the rows of every cell: who goes, each identity once, with the number of its rows. */
final class RowVerdicts implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  static final StructType REMOVED =
      new StructType()
          .add("removed", RowIdentity.TYPE, false)
          .add("rows", DataTypes.LongType, false);

  private final RoutingPlan plan;
  private final BlockForm form;
  private final VerdictRule rule;

  RowVerdicts(RoutingPlan plan, BlockForm form, VerdictRule rule) {
    this.plan = plan;
    this.form = form;
    this.rule = rule;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    ArrivedCells cells = new ArrivedCells(plan, form, blocks);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(cells, Spliterator.ORDERED), false)
        .flatMap(this::removed)
        .iterator();
  }

  private Stream<Row> removed(CellRows rows) {
    int own = plan.cells().get(rows.cell).classIndex();
    Neighborhood hood = new Neighborhood(rows, plan.classOf(rows.cell).distance(), plan.search());
    boolean[] removed =
        rule.kind() == VerdictRule.Kind.TOMEK
            ? new TomekCell(rows, hood).removed()
            : new EditedCell(rows, hood, rule, classes(rows, own)).removed();
    int[] points = OwnRows.at(rows, point -> removed[point]).points();
    return Arrays.stream(points).mapToObj(point -> row(rows, own, point));
  }

  private PointClasses classes(CellRows rows, int own) {
    int classes = plan.classes().size();
    return new PointClasses(rows, own, classes, rule.needsLabels(classes));
  }

  private static Row row(CellRows rows, int own, int point) {
    FeatureRow features = new FeatureRow();
    rows.store.read(point, features);
    return RowFactory.create(RowIdentity.of(own, features), rows.ownRows(point));
  }
}

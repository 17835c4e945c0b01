// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
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
import scala.Tuple2;

/** Judges the rows of every cell: who goes, each identity once, with the number of its rows. */
final class RowVerdicts implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  static final StructType REMOVED =
      new StructType()
          .add("removed", RowIdentity.TYPE, false)
          .add("rows", DataTypes.LongType, false);

  private final RoutingPlan plan;
  private final BlockForm form;
  private final VerdictScope scope;

  RowVerdicts(RoutingPlan plan, BlockForm form, VerdictScope scope) {
    this.plan = plan;
    this.form = form;
    this.scope = scope;
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
    VerdictRule rule = scope.rule();
    if (rule.kind() == VerdictRule.Kind.TOMEK) {
      return rows(rows, own, new TomekCell(rows, hood).removed());
    }

    PointClasses classes = classes(rows, own);
    EditedCell edited = new EditedCell(rows, hood, rule, classes);
    boolean[] removed = edited.removed();
    Stream<Row> out = scope.targets().get(own) ? rows(rows, own, removed) : Stream.empty();
    if (scope.central() != own) {
      return out;
    }

    BitSet[] taken = new TakenNeighbours(rows, hood, classes).of(edited, rule.searched());
    Stream<Row> neighbours =
        IntStream.range(0, taken.length)
            .boxed()
            .filter(slot -> scope.cleaned().get(classes.classOf(slot)))
            .flatMap(slot -> taken[slot].stream().mapToObj(at -> row(rows, classes, slot, at)));
    return Stream.concat(out, neighbours);
  }

  /** One of the rows by the key of its identity, as Kryo knows it. */
  static Tuple2<Long, Row> keyed(Row row) {
    Row identity = row.getStruct(0);
    return new Tuple2<>(
        identity.getLong(1),
        RowFactory.create(
            RowFactory.create(identity.getInt(0), identity.getLong(1), identity.getLong(2)),
            row.getLong(1)));
  }

  private PointClasses classes(CellRows rows, int own) {
    int classes = plan.classes().size();
    return new PointClasses(rows, own, classes, scope.rule().needsLabels(classes));
  }

  private static Stream<Row> rows(CellRows rows, int own, boolean[] removed) {
    int[] points = OwnRows.at(rows, point -> removed[point]).points();
    return Arrays.stream(points).mapToObj(point -> row(rows, own, point, rows.ownRows(point)));
  }

  private static Row row(CellRows rows, PointClasses classes, int slot, int point) {
    long[] counts = new long[classes.slots()];
    classes.addTo(counts, point);
    return row(rows, classes.classOf(slot), point, counts[slot]);
  }

  private static Row row(CellRows rows, int of, int point, long count) {
    FeatureRow features = new FeatureRow();
    rows.store.read(point, features);
    return RowFactory.create(RowIdentity.of(of, features), count);
  }
}

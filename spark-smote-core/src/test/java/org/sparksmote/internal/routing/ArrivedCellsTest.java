// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.census.InputSums;
import org.sparksmote.internal.rows.PackedRows;
import org.sparksmote.testing.Refusal;

/** Class fraud at 1 (twice) and 9 in cell 0, at 11 and 30 in cell 1; class fair at 5. */
class ArrivedCellsTest {

  private static final CellNeeds NEEDS =
      new CellNeeds(true, true, 1, CellNeeds.Enemies.NONE, false, false, 0);

  /** Fingerprints of the cells, worked out by another program: see {@code InputSumsTest}. */
  private static final long DIGEST_0 = -6985801481386000041L;

  private static final long DIGEST_1 = 2855045647964708905L;

  private final RoutingPlan plan = plan();
  private final BlockForm search = BlockForm.toSearch(plan.input());

  private static RoutingPlan plan() {
    Smote smote = new Smote().setPassengerColumns("copy");
    RoutingPlan plan =
        LinePlan.of(smote, NEEDS, 20, new double[] {5}, new double[] {1, 1, 9, 11, 30});
    return plan.settled(
        plan.classes(), List.of(new Cell(1, 3, DIGEST_0, 12, 0), new Cell(1, 2, DIGEST_1, 8, 0)));
  }

  private static PackedRows rows(double... home) {
    PackedRows packed = new PackedRows();
    for (double x : home) {
      packed.add(true, OnePlane.row(x), PackedRows.NO_PAYLOAD);
    }

    return packed;
  }

  private static PackedRows rowsAndCandidate(double candidate, double... home) {
    PackedRows packed = rows(home);
    packed.add(false, OnePlane.row(candidate), PackedRows.NO_PAYLOAD);
    return packed;
  }

  private static InputSums fraud(double... places) {
    return LinePlan.sums(new double[0], places);
  }

  private static InputSums fairAndFraud(double... places) {
    return LinePlan.sums(new double[] {5}, places);
  }

  private Row all(int partition) {
    return search.sums(0, partition, fairAndFraud(1, 1, 9, 11, 30).toBytes());
  }

  private ArrivedCells arrived(Row... rows) {
    return new ArrivedCells(plan, search, List.of(rows).iterator());
  }

  /** The cell, its rows at home, and its places with the copies of each. */
  private static String text(CellRows rows) {
    Set<String> places = new TreeSet<>();
    for (int point = 0; point < rows.points(); point++) {
      String role = rows.home[point] ? " home " : " near ";
      places.add(rows.store.value(point, 0) + role + rows.ownRows(point));
    }

    return rows.cell + ": " + rows.homeRows + " of " + places;
  }

  @Test
  void cellsComeByTheirNumber_inWhateverOrderTheirBlocksDo() {
    ArrivedCells cells =
        arrived(
            search.block(0, 1, rowsAndCandidate(9, 30)),
            search.block(0, 0, rows(1)),
            all(0),
            search.block(0, 1, rows(11)),
            search.block(0, 0, rowsAndCandidate(11, 9, 1)));
    assertThat(text(cells.next())).isEqualTo("0: 3 of [1.0 home 2, 11.0 near 1, 9.0 home 1]");
    assertThat(text(cells.next())).isEqualTo("1: 2 of [11.0 home 1, 30.0 home 1, 9.0 near 1]");
    assertThat(cells.hasNext()).isFalse();
    assertThatThrownBy(cells::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void whatTasksHaveRead_addsUpByPartition() {
    Row one = search.sums(0, 0, fairAndFraud(1).toBytes());
    Row rest = search.sums(0, 0, fraud(30, 11, 9, 1).toBytes());
    assertThat(arrived(one, all(1), rest).hasNext()).isFalse();
    Row elsewhere = search.sums(0, 1, fraud(30, 11, 9, 1).toBytes());
    assertThat(Refusal.of(() -> arrived(one, elsewhere)))
        .as("no partition has heard of all")
        .startsWith("[SMOTE-040]");
    assertThat(Refusal.of(this::arrived)).contains("class 'fair'", "1 rows planned, 0 found");
  }

  @Test
  void cellWithOtherRowsThanPlanned_isRefused() {
    ArrivedCells fewer = arrived(all(0), search.block(0, 0, rowsAndCandidate(9, 1, 1)));
    assertThat(Refusal.of(fewer::next))
        .startsWith("[SMOTE-040]")
        .contains("class 'fraud'", "3 rows planned, 2 found");
    ArrivedCells others = arrived(all(0), search.block(0, 0, rows(1, 1, 8)));
    assertThat(Refusal.of(others::next)).contains("class 'fraud'", "3 rows planned, 3 found");
  }

  @Test
  void cellsWithPassengers_areUnpackedOneAfterTheOther() {
    BlockForm make = BlockForm.toMake(plan.input());
    List<Row> rows =
        List.of(
            make.sums(0, 0, fairAndFraud(1, 1, 9, 11, 30).toBytes()),
            make.block(0, 0, rows(1)),
            make.block(0, 0, rows(9, 1)),
            passenger(make, 0, "one"),
            passenger(make, 0, "two"),
            make.block(0, 1, rows(11, 30)),
            passenger(make, 1, "three"),
            passenger(make, 1, "four"));
    int[] read = {0};
    Iterator<Row> counted = rows.stream().peek(row -> read[0]++).iterator();
    ArrivedCells cells = new ArrivedCells(plan, make, counted);
    assertThat(text(cells.next())).isEqualTo("0: 3 of [1.0 home 2, 9.0 home 1]");
    assertThat(read[0]).as("up to its first passenger").isEqualTo(4);
    Iterator<Row> passengers = cells.passengers();
    assertThat(BlockForm.own(passengers.next()).getString(0)).isEqualTo("one");
    assertThat(text(cells.next())).as("whoever is left").startsWith("1: 2 of");
    assertThat(BlockForm.own(cells.passengers().next()).getString(0)).isEqualTo("three");
    assertThat(cells.hasNext()).isFalse();
  }

  private static Row passenger(BlockForm form, int cell, String text) {
    return form.passengers(0, cell, new byte[33], RowFactory.create(text));
  }
}

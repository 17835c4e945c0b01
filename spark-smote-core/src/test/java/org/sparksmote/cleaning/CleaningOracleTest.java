// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.cleaning.BruteCleaning.Strategy;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** What is removed, against brute force: distances that differ, ties on grids, copies, classes. */
class CleaningOracleTest extends SparkTest {

  private static final List<Integer> ALL = List.of(0, 1, 2);

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("two clouds", Tables.clouds(120, 60)),
        Arguments.of("three clouds", Tables.clouds(100, 60, 40)),
        Arguments.of("copies, dense and sparse", Tables.duplicates(150, 50)),
        Arguments.of("a full grid", grid(new Random(3), 14, 2)),
        Arguments.of("a full grid of three classes", grid(new Random(4), 14, 3)),
        Arguments.of("a grid with holes and copies", scattered(new Random(5), 160, 3)),
        Arguments.of("corners of a cube", corners(new Random(6), 3)));
  }

  /** One row at each place: every row has four nearest ones. */
  private static Dataset<Row> grid(Random random, int side, int classes) {
    List<Row> rows = new ArrayList<>();
    for (int place = 0; place < side * side; place++) {
      int label = random.nextInt(3) == 0 ? random.nextInt(classes) : 0;
      int line = place / side;
      rows.add(Tables.row(Vectors.dense(place % side, line), label, place));
    }

    return Tables.of(Tables.SCHEMA, rows);
  }

  private static Dataset<Row> scattered(Random random, int count, int classes) {
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      double x = random.nextInt(16) + (id % 5 == 0 ? 0.25 : 0);
      rows.add(Tables.row(Vectors.dense(x, random.nextInt(16)), random.nextInt(classes), id));
    }

    return Tables.of(Tables.SCHEMA, rows);
  }

  /** All corners in seven dimensions, where rows have seven nearest ones and then 21. */
  private static Dataset<Row> corners(Random random, int classes) {
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 128; id++) {
      double[] corner = new double[7];
      for (int j = 0; j < corner.length; j++) {
        corner[j] = id >> j & 1;
      }

      rows.add(Tables.row(Vectors.dense(corner), random.nextInt(classes), id));
    }

    return Tables.of(Tables.SCHEMA, rows);
  }

  static Set<Long> removed(CleaningSampler<?> sampler, Dataset<Row> table) {
    Set<Long> ids = new TreeSet<>();
    sampler
        .setFlagCol("verdict")
        .fitResample(table)
        .filter("verdict <> 'kept'")
        .select("id")
        .collectAsList()
        .forEach(row -> ids.add(row.getLong(0)));
    return ids;
  }

  private static Collection<Integer> notMinority(Dataset<Row> table) {
    List<Row> smallestFirst =
        table.groupBy("label").count().orderBy("count", "label").collectAsList();
    return smallestFirst.stream().skip(1).map(row -> row.getInt(0)).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void tomekLinks_areThoseOfBruteForce(String name, Dataset<Row> table) {
    BruteCleaning brute = new BruteCleaning(table);
    assertThat(removed(new TomekLinks().setSamplingStrategy("all"), table))
        .isNotEmpty()
        .isEqualTo(brute.tomek(ALL));
    assertThat(removed(new TomekLinks(), table)).isEqualTo(brute.tomek(notMinority(table)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void editedNeighbours_areThoseOfBruteForce(String name, Dataset<Row> table) {
    BruteCleaning brute = new BruteCleaning(table);
    for (int k : new int[] {1, 2, 3, 6}) {
      for (boolean byMode : new boolean[] {false, true}) {
        EditedNearestNeighbours sampler =
            new EditedNearestNeighbours()
                .setKNeighbors(k)
                .setKindSel(byMode ? "mode" : "all")
                .setSamplingStrategy("all");
        assertThat(removed(sampler, table))
            .as("k = %d, mode %s", k, byMode)
            .isEqualTo(brute.edited(k, byMode, ALL));
      }
    }

    assertThat(removed(new EditedNearestNeighbours(), table))
        .isNotEmpty()
        .isEqualTo(brute.edited(3, false, notMinority(table)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void neighbourhoods_areThoseOfBruteForce(String name, Dataset<Row> table) {
    BruteCleaning brute = new BruteCleaning(table);
    assertThat(removed(new NeighbourhoodCleaning(), table))
        .isNotEmpty()
        .isEqualTo(brute.neighbourhood(3, 0.5, Strategy::notMinority));
    NeighbourhoodCleaning all = new NeighbourhoodCleaning().setSamplingStrategy("all");
    assertThat(removed(all, table)).isEqualTo(brute.neighbourhood(3, 0.5, Strategy::all));
    assertThat(all.setFlagCol("v").fitResample(table).count()).isEqualTo(table.count());
    all.setKNeighbors(1).setThresholdCleaning(1);
    assertThat(removed(all, table)).isEqualTo(brute.neighbourhood(1, 1, Strategy::all));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fewTables")
  void rounds_areThoseOfBruteForce(String name, Dataset<Row> table) {
    BruteCleaning brute = new BruteCleaning(table);
    int[] threes = IntStream.range(0, 100).map(round -> 3).toArray();
    RepeatedEditedNearestNeighbours repeated = new RepeatedEditedNearestNeighbours();
    assertThat(removed(repeated, table))
        .isEqualTo(brute.rounds(threes, false, Strategy::notMinority, true, true));
    repeated.setKindSel("mode").setSamplingStrategy("all");
    assertThat(removed(repeated, table))
        .isEqualTo(brute.rounds(threes, true, Strategy::all, true, true));
    AllKNN growing = new AllKNN().setKindSel("mode").setKNeighbors(4);
    int[] ks = {1, 2, 3, 4};
    assertThat(removed(growing, table))
        .isEqualTo(brute.rounds(ks, true, Strategy::notMinority, false, true));
    assertThat(removed(growing.setKindSel("all").setAllowMinority(true), table))
        .isEqualTo(brute.rounds(ks, false, Strategy::notMinority, false, false));
  }

  /** Two classes and three, with copies and with many ties. */
  static Stream<Arguments> fewTables() {
    return tables().filter(table -> !((String) table.get()[0]).contains("full"));
  }
}

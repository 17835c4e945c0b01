// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.rows.FeatureRow;

/** What is kept of many rows, against all of them, sorted. */
class RowSampleTest {

  private static final int MOST = 10_000;
  private static final long SEED = 7;

  private static FeatureRow row(double... values) {
    FeatureRow row = new FeatureRow();
    row.setDense(values);
    return row;
  }

  private static RowSample sample(LongStream ids) {
    RowSample sample = new RowSample();
    ids.forEach(id -> add(sample, id));
    return sample;
  }

  private static void add(RowSample sample, long id) {
    sample.add(RowSample.rank(SEED, row((double) id, 1).key()), row((double) id, 1));
  }

  /** Ids of the rows whose rank is among the lowest, from the ranks alone. */
  private static List<Double> expected(long rows, double share) {
    return LongStream.range(0, rows)
        .boxed()
        .filter(id -> rank(id) >>> 1 < (long) (share * Long.MAX_VALUE))
        .sorted(Comparator.comparing(RowSampleTest::rank, Long::compareUnsigned))
        .map(Long::doubleValue)
        .toList();
  }

  private static long rank(long id) {
    return RowSample.rank(SEED, row((double) id, 1).key());
  }

  private static List<Double> ids(Collection<FeatureRow> rows) {
    return rows.stream().map(row -> row.values[0]).toList();
  }

  @Test
  void fewRows_areAllKept() {
    RowSample sample = sample(LongStream.range(0, MOST));
    assertThat(sample.hasAllBelow(1)).isTrue();
    assertThat(ids(sample.below(1))).isEqualTo(expected(MOST, 1));
    assertThat(sample.values()).isEqualTo(2 * MOST);
  }

  @Test
  void ofManyRows_theLowestRanksAreKept() {
    long rows = 50_000;
    RowSample sample = sample(LongStream.range(0, rows));
    assertThat(sample.hasAllBelow(0.16)).isTrue(); // 8,000 rows
    assertThat(ids(sample.below(0.16))).isEqualTo(expected(rows, 0.16));
    assertThat(sample.values()).isEqualTo(2 * MOST);
    assertThat(sample.hasAllBelow(0.24)).isFalse(); // 12,000 rows
    assertThat(sample.hasAllBelow(1)).isFalse();
  }

  @Test
  void identicalRows_areOne() {
    RowSample sample = sample(LongStream.range(0, 60_000).map(id -> id % 3));
    assertThat(sample.hasAllBelow(1)).isTrue();
    assertThat(ids(sample.below(1))).containsExactlyInAnyOrder(0.0, 1.0, 2.0);
  }

  @Test
  void partsInAnyOrder_areTheSame() {
    long rows = 30_000;
    List<RowSample> parts = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      int own = part;
      // Some rows are in two parts.
      parts.add(sample(LongStream.range(0, rows).filter(id -> id % 4 == own || id % 5 == own)));
    }

    for (int[] order : new int[][] {{0, 1, 2, 3}, {3, 1, 0, 2}}) {
      RowSample all = new RowSample();
      for (int part : order) {
        all.add(parts.get(part).toRow());
      }

      assertThat(all.hasAllBelow(0.3)).isTrue();
      assertThat(ids(all.below(0.3))).isEqualTo(expected(rows, 0.3));
      assertThat(all.hasAllBelow(0.4)).isFalse();
    }
  }

  @Test
  void sparseRows_travelAsTheyAre() {
    FeatureRow sparse = new FeatureRow();
    sparse.setSparse(100, new int[] {3, 99}, new double[] {2, -1});
    RowSample sample = new RowSample();
    sample.add(5, sparse);
    Row travelled = sample.toRow();
    RowSample found = new RowSample();
    found.add(travelled);
    FeatureRow only = found.below(1).iterator().next();
    assertThat(only.size).isEqualTo(100);
    assertThat(only.indices).containsExactly(3, 99);
    assertThat(only.values).containsExactly(2, -1);
  }

  /** What is trimmed still has all rows of the ranks that it keeps, and so has what takes it in. */
  @Test
  void trimmed_hasFewerRows_ofTheLowestRanks() {
    int rows = 8000;
    RowSample trimmed = sample(LongStream.range(0, rows / 2));
    trimmed.trim(2 * 1000 + 1);
    assertThat(trimmed.values()).isEqualTo(2 * 1000);
    assertThat(ids(trimmed.below(1))).isEqualTo(expected(rows / 2, 1).subList(0, 1000));
    RowSample whole = sample(LongStream.range(rows / 2, rows));
    RowSample other = sample(LongStream.range(rows / 2, rows));
    whole.add(trimmed.toRow());
    trimmed.add(other.toRow());
    for (RowSample all : List.of(whole, trimmed)) {
      assertThat(all.hasAllBelow(0.2)).isTrue(); // 800 of each half
      assertThat(ids(all.below(0.2))).isEqualTo(expected(rows, 0.2));
      assertThat(all.hasAllBelow(0.3)).isFalse();
      assertThat(all.values()).isEqualTo(2L * all.below(1).size());
      assertThat(all.seen()).isBetween(0.9 * rows, 1.1 * rows);
    }
  }

  @Test
  void whatWasTrimmedToNothing_hasNoRow() {
    RowSample sample = sample(LongStream.range(0, 10));
    sample.trim(0);
    assertThat(sample.below(1)).isEmpty();
    assertThat(sample.hasAllBelow(0.5)).isFalse();
    assertThat(sample.seen()).isZero();
    assertThat(RowSample.unknown().hasAllBelow(1e-9)).isFalse();
  }

  /** 1,000,000 values: the larger class has what the smaller one, which stays whole, leaves. */
  @Test
  void rowsOfTheLargestClass_goFirst() {
    ClassSamples samples = new ClassSamples(1_000_000);
    for (long id = 0; id < 40_000; id++) {
      double[] values = new double[60];
      values[0] = id;
      FeatureRow row = row(values);
      samples.add(id % 4 == 0 ? "few" : "many", RowSample.rank(SEED, row.key()), row);
    }

    ClassSamples travelled = new ClassSamples(1_000_000);
    travelled.add(samples.toRow(true));
    for (ClassSamples found : List.of(samples, travelled)) {
      assertThat(found.of("many").hasAllBelow(0.2)).isTrue(); // 400,000 values, of 30,000 rows
      assertThat(found.of("many").hasAllBelow(0.25)).isFalse();
      assertThat(found.of("few").hasAllBelow(1)).isTrue();
      assertThat(found.of("few").below(1)).hasSize(MOST);
      assertThat(found.of("none").hasAllBelow(0.01)).isFalse();
    }
  }

  /** Rows of three values of one of four parts, none of which has a row of another. */
  private static void draw(ClassSamples samples, String label, LongStream ids, int part) {
    ids.forEach(
        id -> {
          FeatureRow row = row((double) (id * 4 + part), 1, 1);
          samples.add(label, RowSample.rank(SEED, row.key()), row);
        });
  }

  /** What tasks send has to fit the room; what comes of it has more, though rows are sorted. */
  @Test
  void partsOfTheSmallerClass_areWholeWhenTheyAreMerged() {
    ClassSamples all = new ClassSamples(30_000);
    for (int part = 0; part < 4; part++) {
      ClassSamples samples = new ClassSamples(30_000);
      draw(samples, "few", LongStream.range(0, 9000), part);
      draw(samples, "many", LongStream.range(9000, 81_000), part);

      all.add(samples.toRow(true));
    }

    assertThat(all.of("many").hasAllBelow(0.02)).isFalse(); // a part had room for 1,000 of 72,000
    assertThat(all.of("few").hasAllBelow(0.25)).isTrue(); // 9,000 of 36,000
    assertThat(all.of("few").below(1)).hasSize(MOST);
    ClassSamples merged = new ClassSamples(30_000);
    merged.add(all.toRow(false));
    assertThat(merged.of("few").below(1)).hasSize(MOST);
    merged = new ClassSamples(30_000);
    merged.add(all.toRow(true));
    assertThat(merged.of("few").below(1)).hasSize(MOST);
    assertThat(merged.of("many").below(1)).isEmpty();
  }

  /** A class alone is trimmed to the room, wherever its parts come from. */
  @Test
  void oneClass_isTrimmedToTheRoom() {
    ClassSamples samples = new ClassSamples(15_000);
    draw(samples, "few", LongStream.range(0, 11_000), 0);

    ClassSamples travelled = new ClassSamples(15_000);
    travelled.add(samples.toRow(true));
    assertThat(travelled.of("few").below(1)).hasSize(5000);
    assertThat(travelled.of("few").hasAllBelow(0.4)).isTrue(); // 5,000 of 11,000
    assertThat(travelled.of("few").hasAllBelow(0.5)).isFalse();
  }
}

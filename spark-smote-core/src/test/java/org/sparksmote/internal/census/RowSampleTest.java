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

  @Test
  void whatWasGivenUp_staysSo() {
    RowSample dropped = sample(LongStream.range(0, 10));
    dropped.drop();
    add(dropped, 3);
    RowSample sample = sample(LongStream.range(0, 10));
    sample.add(dropped.toRow());
    for (RowSample without : List.of(dropped, sample)) {
      assertThat(without.hasAllBelow(0)).isFalse();
      assertThat(without.below(1)).isEmpty();
      assertThat(without.values()).isZero();
    }
  }

  /** 1,000,000 values: the larger class goes, the sample of the smaller one stays what it was. */
  @Test
  void theLargestClass_goesFirst() {
    ClassSamples samples = new ClassSamples(1_000_000);
    for (long id = 0; id < 40_000; id++) {
      double[] values = new double[60];
      values[0] = id;
      FeatureRow row = row(values);
      samples.add(id % 4 == 0 ? "few" : "many", RowSample.rank(SEED, row.key()), row);
    }

    ClassSamples travelled = new ClassSamples(1_000_000);
    travelled.add(samples.toRow());
    for (ClassSamples found : List.of(samples, travelled)) {
      assertThat(found.of("many").hasAllBelow(0.01)).isFalse();
      assertThat(found.of("few").hasAllBelow(1)).isTrue();
      assertThat(found.of("few").below(1)).hasSize(MOST);
      assertThat(found.of("none").hasAllBelow(0.01)).isFalse();
    }
  }

  /** The larger class has no room beside the smaller one, though rows come sorted by class. */
  @Test
  void theSmallerClass_staysInEveryMerge() {
    ClassSamples all = new ClassSamples(57_000);
    for (int part = 0; part < 4; part++) {
      ClassSamples samples = new ClassSamples(57_000);
      for (long id = 0; id < 81_000; id++) {
        FeatureRow row = row((double) (id * 4 + part), 1, 1);
        samples.add(id < 11_000 ? "few" : "many", RowSample.rank(SEED, row.key()), row);
      }

      all.add(samples.toRow());
    }

    assertThat(all.of("many").hasAllBelow(0.01)).isFalse();
    assertThat(all.of("few").hasAllBelow(0.2)).isTrue(); // 10,000 of 44,000
    assertThat(all.of("few").below(1)).hasSize(MOST);
  }
}

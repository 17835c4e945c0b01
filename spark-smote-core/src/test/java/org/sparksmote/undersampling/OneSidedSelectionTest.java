// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Rows that stay are those that brute force finds for some seed, less those in Tomek links. */
class OneSidedSelectionTest extends SparkTest {

  private static Set<Long> ids(Dataset<Row> rows) {
    return rows.select("id").collectAsList().stream()
        .map(row -> row.getLong(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is left if one row of the class 0 is the seed; the class 1 is the minority. */
  private static Set<Long> left(BruteUnderSampling brute, BruteUnderSampling.Point seed) {
    Set<Long> selected = new TreeSet<>();
    brute.of(1).forEach(point -> selected.add(point.id()));
    for (BruteUnderSampling.Point row : brute.of(0)) {
      if (row.id() == seed.id() || brute.isMisjudged(row, 1, List.of(seed))) {
        selected.add(row.id());
      }
    }

    selected.removeAll(brute.linked(0, selected));
    return selected;
  }

  private static void assertLeftBySomeSeed(Dataset<Row> table) {
    Set<Long> kept = ids(new OneSidedSelection().fitResample(table));
    BruteUnderSampling brute = new BruteUnderSampling(table);
    List<Set<Long>> possible = brute.of(0).stream().map(seed -> left(brute, seed)).toList();
    assertThat(possible).contains(kept);
  }

  @Test
  void rowsThatStay_areThoseOfBruteForce_forSomeSeed() {
    assertLeftBySomeSeed(Tables.clouds(18, 7));
    assertLeftBySomeSeed(Tables.duplicates(16, 6));
  }

  @Test
  void votes_areCounted_theSmallestClassFirst() {
    double[] minority = {1, 4};
    assertThat(OneSidedRows.isMisjudged(minority, new double[] {1}, 1, false)).isTrue();
    assertThat(OneSidedRows.isMisjudged(minority, new double[] {0.5}, 1, true)).isFalse();
    assertThat(OneSidedRows.isMisjudged(minority, new double[] {2, 3}, 3, true)).isFalse();
    assertThat(OneSidedRows.isMisjudged(minority, new double[] {2, 5}, 3, false)).isTrue();
    assertThat(OneSidedRows.isMisjudged(minority, new double[] {2, 5}, 2, false)).isFalse();
    assertThat(OneSidedRows.isMisjudged(minority, new double[] {2, 5}, 2, true)).isTrue();
  }

  @Test
  void partitions_doNotMatter_andClassesThatAreNotNamedStay() {
    Dataset<Row> table = Tables.clouds(60, 40, 20);
    OneSidedSelection sampler =
        new OneSidedSelection().setNSeedsS(4).setKNeighbors(3).setSamplingStrategy(List.of(0));
    Dataset<Row> kept = sampler.fitResample(table.repartition(7));
    assertThat(Rows.digest(sampler.fitResample(table.repartition(1)))).isEqualTo(Rows.digest(kept));
    assertThat(kept.schema()).isEqualTo(table.schema());
    assertThat(kept.filter("label > 0").count()).isEqualTo(60);
    assertThat(kept.filter("label = 0").count()).isBetween(3L, 59L);
  }

  @Test
  void allRowsThatAreAlike_leaveTheSeedsOnly() {
    Dataset<Row> table =
        spark.range(30).selectExpr("double(if(id < 10, 0, 9)) as x", "int(id < 10) as label");
    OneSidedSelection sampler = new OneSidedSelection().setInputCols("x").setNSeedsS(3);
    assertThat(sampler.fitResample(table).filter("label = 0").count()).isEqualTo(3);
    assertThat(sampler.setSamplingStrategy("none").fitResample(table).count()).isEqualTo(30);
  }

  @Test
  void moreVotersThanRows_areRefused() {
    assertThat(
            Refusal.of(
                () -> new OneSidedSelection().setKNeighbors(9).fitResample(Tables.clouds(20, 7))))
        .startsWith("[SMOTE-136] Cannot let 9 neighbours vote: class '1' has 7 usable rows");
  }
}

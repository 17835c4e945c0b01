// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.TaskKiller;

/** Rows that stay: how many, which, and that it does not matter where they were. */
class RandomUnderSamplerTest extends SparkTest {

  /** Of the classes a, b and c 600, 300 and 100 rows, which all differ. */
  private static Dataset<Row> different() {
    return spark
        .range(1000)
        .selectExpr(
            "id",
            "sin(id) as x",
            "case when id < 600 then 'a' when id < 900 then 'b' else 'c' end as label");
  }

  /** The same classes, of few contents: 7 of a, and one of c. */
  private static Dataset<Row> alike() {
    return different().selectExpr("if(label = 'c', 0, id % 7) as x", "label");
  }

  private static Map<Object, Long> counts(Dataset<Row> rows) {
    return rows.groupBy("label").count().collectAsList().stream()
        .collect(Collectors.toMap(row -> row.get(0), row -> row.getLong(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "auto | 100 | 100 | 100",
        "not minority | 100 | 100 | 100",
        "all | 100 | 100 | 100",
        "majority | 100 | 300 | 100",
        "not majority | 600 | 100 | 100",
        "none | 600 | 300 | 100",
        "{'a': 599, 'c': 1} | 599 | 300 | 1"
      })
  void counts_areExact(String strategy, long a, long b, long c) {
    Map<Object, Long> wanted = Map.of("a", a, "b", b, "c", c);
    for (Dataset<Row> data : List.of(different(), alike())) {
      for (boolean replacement : new boolean[] {false, true}) {
        RandomUnderSampler sampler =
            new RandomUnderSampler()
                .setSamplingStrategy(strategy.replace('\'', '"'))
                .setWithReplacement(replacement);
        assertThat(counts(sampler.fitResample(data))).isEqualTo(wanted);
      }
    }
  }

  @Test
  void ratio_cutsTheMajority() {
    Dataset<Row> two = different().filter("label <> 'b'");
    RandomUnderSampler sampler = new RandomUnderSampler().setSamplingStrategy(0.3);
    assertThat(counts(sampler.fitResample(two))).isEqualTo(Map.of("a", 333L, "c", 100L));
    assertThat(
            Refusal.of(() -> new RandomUnderSampler().setSamplingStrategy("0.1").fitResample(two)))
        .startsWith("[SMOTE-102] Cannot reach the ratio 0.1");
    assertThat(Refusal.of(() -> sampler.fitResample(different()))).startsWith("[SMOTE-033]");
  }

  @Test
  void totalOfNothing_removesTheClass() {
    RandomUnderSampler sampler = new RandomUnderSampler().setSamplingStrategy(Map.of("a", 0));
    assertThat(counts(sampler.fitResample(alike()))).isEqualTo(Map.of("b", 300L, "c", 100L));
  }

  @Test
  void rowsThatStay_areRowsThatWereThere_eachOnce() {
    Dataset<Row> kept = new RandomUnderSampler().fitResample(different());
    assertThat(kept.schema()).isEqualTo(different().schema());
    assertThat(Rows.texts(different())).containsAll(Rows.texts(kept));
    assertThat(kept.distinct().count()).isEqualTo(300);
    // Of identical rows no more stay than there were.
    Map<Row, Long> had = spread(alike());
    spread(new RandomUnderSampler().fitResample(alike()))
        .forEach((row, stay) -> assertThat(stay).isLessThanOrEqualTo(had.get(row)));
  }

  private static Map<Row, Long> spread(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .collect(Collectors.groupingBy(row -> row, Collectors.counting()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void partitionsAndOrder_doNotMatter(boolean replacement) {
    RandomUnderSampler sampler = new RandomUnderSampler().setWithReplacement(replacement);
    for (Dataset<Row> data : List.of(different(), alike())) {
      String one = Rows.digest(sampler.fitResample(data.coalesce(1)));
      assertThat(Rows.digest(sampler.fitResample(data.repartition(7)))).isEqualTo(one);
      assertThat(Rows.digest(sampler.fitResample(data.orderBy("x")))).isEqualTo(one);
      try (TaskKiller killer = new TaskKiller(spark.sparkContext(), 0.4, 1)) {
        assertThat(Rows.digest(sampler.fitResample(data.repartition(6)))).isEqualTo(one);
        assertThat(killer.killed()).isPositive();
      }
    }

    Dataset<Row> other = new RandomUnderSampler().setSeed(9).fitResample(different());
    assertThat(Rows.digest(other))
        .isNotEqualTo(Rows.digest(new RandomUnderSampler().fitResample(different())));
  }

  @Test
  void identicalRows_stayInProportion() {
    // 30,000 rows of 3 contents: each keeps about a tenth, and none all or nothing.
    Dataset<Row> data = spark.range(33_000).selectExpr("id % 3 as x", "int(id < 3000) as label");
    Dataset<Row> kept = new RandomUnderSampler().fitResample(data).filter("label = 0");
    assertThat(spread(kept).values()).hasSize(3).allMatch(stay -> stay > 900 && stay < 1100);
  }

  @Test
  void oneRowThatIsThereOften_staysInProportion() {
    Dataset<Row> data =
        spark.range(44_000).selectExpr("if(id % 10 = 0, -1, id) as x", "int(id < 4000) as label");
    Dataset<Row> kept = new RandomUnderSampler().fitResample(data).filter("label = 0");
    assertThat(kept.count()).isEqualTo(4000);
    assertThat(kept.filter("x = -1").count()).isEqualTo(400);
  }

  @Tag("any-serializer")
  @Test
  void everyRow_isKeptEquallyOften() {
    // Of 40 rows 10 stay, with 60 seeds: 15 times each, with a deviation of 3.4.
    Dataset<Row> data = spark.range(50).selectExpr("id", "int(id < 10) as label").coalesce(1);
    int[] kept = new int[50];
    for (long seed = 0; seed < 60; seed++) {
      new RandomUnderSampler()
          .setSeed(seed)
          .fitResample(data)
          .collectAsList()
          .forEach(row -> kept[(int) row.getLong(0)]++);
    }

    for (int id = 10; id < 50; id++) {
      assertThat(kept[id]).isBetween(2, 28);
    }
  }

  @Test
  void withReplacement_rowsComeSeveralTimes_asOftenAsChanceHasIt() {
    Dataset<Row> data = spark.range(30_000).selectExpr("id", "int(id < 10000) as label");
    RandomUnderSampler sampler = new RandomUnderSampler().setWithReplacement(true);
    Dataset<Row> drawn = sampler.fitResample(data).filter("label = 0");
    assertThat(drawn.count()).isEqualTo(10_000);
    // 20,000 rows drawn 10,000 times: 1 - exp(-1/2) of them at least once.
    assertThat(drawn.distinct().count()).isCloseTo(7869, within(150L));
  }

  @Test
  void withReplacement_aClassThatIsNamedIsDrawn_alsoIfItsSizeStays() {
    RandomUnderSampler sampler = new RandomUnderSampler().setWithReplacement(true);
    Dataset<Row> auto = sampler.fitResample(different()).filter("label = 'c'");
    assertThat(auto.distinct().count()).isEqualTo(100);
    for (String strategy : List.of("all", "{\"c\": 100}")) {
      Dataset<Row> drawn =
          sampler.setSamplingStrategy(strategy).fitResample(different()).filter("label = 'c'");
      assertThat(drawn.count()).isEqualTo(100);
      assertThat(drawn.distinct().count()).isBetween(50L, 76L); // 63 on average, deviation 3
    }
  }

  @Test
  void countingAndFiltering_isAll() {
    Dataset<Row> data = different().cache();
    data.count();
    RandomUnderSampler sampler = new RandomUnderSampler();
    assertThat(Jobs.startedBy(() -> sampler.fit(data))).isZero();
    assertThat(Jobs.startedBy(() -> sampler.fitResample(data).schema())).isEqualTo(1);
    assertThat(sampler.fitResample(data).queryExecution().executedPlan().toString())
        .doesNotContain("Exchange")
        .contains("Filter");
    data.unpersist();
  }
}

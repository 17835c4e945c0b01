// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.testing.TaskKiller;

/** Small cases worked out by hand, and rows that stay as they were wherever they are. */
class CleaningTest extends SparkTest {

  /** Rows on a line: of class 0 at the first places, of class 1 at the others; ids count on. */
  private static Dataset<Row> line(double[] zeros, double[] ones) {
    List<Row> rows = new ArrayList<>();
    for (double x : zeros) {
      rows.add(Tables.row(Vectors.dense(x), 0, rows.size()));
    }

    for (double x : ones) {
      rows.add(Tables.row(Vectors.dense(x), 1, rows.size()));
    }

    return Tables.of(Tables.SCHEMA, rows);
  }

  /** 3.9 and 4 are a link; 6 and 6.1 are of one class, and the others are in a chain. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "auto | 3",
        "majority | 3",
        "not majority | 4",
        "all | 3 4",
        "[1] | 4",
        "[\"0\", \"1\"] | 3 4",
        "none | ~~"
      })
  void aLink_isRemoved_asFarAsItsClassesAreNamed(String strategy, String wanted) {
    Dataset<Row> rows = line(new double[] {0, 1, 2, 3.9}, new double[] {4, 6, 6.1});
    assertThat(
            ids(CleaningOracleTest.removed(new TomekLinks().setSamplingStrategy(strategy), rows)))
        .isEqualTo(wanted);
  }

  private static String ids(Set<Long> removed) {
    return String.join(" ", removed.stream().map(String::valueOf).toList());
  }

  /** 1.4 is nearest to 1 and 2; 20 and 21 have one friend each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "all | auto | 0 1 2 3",
        "mode | auto | ~~",
        "mode | all | 4 5 6",
        "all | [1] | 4 5 6"
      })
  void rowsAmongOthers_areRemoved(String kind, String strategy, String wanted) {
    Dataset<Row> rows = line(new double[] {0, 1, 2, 3}, new double[] {1.4, 20, 21});
    EditedNearestNeighbours sampler =
        new EditedNearestNeighbours().setKindSel(kind).setSamplingStrategy(strategy);
    assertThat(ids(CleaningOracleTest.removed(sampler, rows))).isEqualTo(wanted);
  }

  /** Of two neighbours of one class each the smaller label counts, on both sides. */
  @Test
  void equallyFrequentClasses_theSmallerLabelCounts() {
    Dataset<Row> rows = line(new double[] {0, 3, 4, 5}, new double[] {1, 2.5, 9});
    EditedNearestNeighbours sampler =
        new EditedNearestNeighbours()
            .setKNeighbors(2)
            .setKindSel("mode")
            .setSamplingStrategy("all");
    // 1 sees 0 and 2.5: a 0 and a 1, and goes. 3 sees 2.5 and 4: a 1 and a 0, and stays.
    assertThat(CleaningOracleTest.removed(sampler, rows)).contains(4L).doesNotContain(1L);
  }

  /** Two copies are each other's nearest row, and only a row of another class parts them. */
  @Test
  void copies_haveOneVerdict() {
    Dataset<Row> apart = line(new double[] {0, 0, 5, 6}, new double[] {0.1, 9});
    assertThat(CleaningOracleTest.removed(new TomekLinks(), apart)).isEmpty();
    Dataset<Row> together = line(new double[] {0, 0, 5, 6}, new double[] {0, 9});
    assertThat(CleaningOracleTest.removed(new TomekLinks(), together)).containsExactly(0L, 1L);
  }

  @Test
  void rowsThatStay_areAsTheyWere_inColumnsOfAllTypes() {
    Dataset<Row> rows =
        spark
            .range(60)
            .selectExpr(
                "id",
                "if(id % 7 = 0, -0.0d, float(id % 9)) as x",
                "cast(id % 5 as decimal(20, 3)) as y",
                "map('a', id, 'b', null) as `a.map`",
                "array(named_struct('v', if(id % 3 = 0, double('NaN'), -0.0d))) as deep",
                "make_interval(0, 0, 0, id) as span",
                "date_add(date'2020-02-28', int(id % 3)) as label")
            .repartition(3);
    TomekLinks sampler = new TomekLinks().setInputCols("x", "y").setSamplingStrategy("all");
    Dataset<Row> kept = sampler.fitResample(rows);
    assertThat(kept.schema()).isEqualTo(rows.schema());
    sampler.setFlagCol("verdict");
    Dataset<Row> flagged = sampler.fitResample(rows);
    assertThat(flagged.schema()).isEqualTo(sampler.transformSchema(rows.schema()));
    assertThat(Rows.texts(flagged.drop("verdict"))).isEqualTo(Rows.texts(rows));
    assertThat(Rows.texts(kept))
        .isNotEmpty()
        .hasSizeLessThan(60)
        .isEqualTo(Rows.texts(flagged.filter("verdict = 'kept'").drop("verdict")));
    assertThat(flagged.filter("verdict = 'tomek'").count()).isEqualTo(60 - kept.count());
  }

  @Test
  void partitionsAndOrder_doNotMatter() {
    for (Dataset<Row> data : List.of(Tables.clouds(700, 400, 90), Tables.duplicates(400, 90))) {
      for (CleaningSampler<?> sampler :
          List.<CleaningSampler<?>>of(
              new TomekLinks().setExactBelow(200).setBucketRows(100),
              new EditedNearestNeighbours().setKindSel("mode").setExactBelow(200),
              new RepeatedEditedNearestNeighbours().setExactBelow(200).setMaxIter(2),
              new NeighbourhoodCleaning().setExactBelow(200).setBucketRows(100))) {
        String one = Rows.digest(sampler.fitResample(data.coalesce(1)));
        assertThat(Rows.digest(sampler.fitResample(data.orderBy("id").repartition(7))))
            .isEqualTo(one);
        try (TaskKiller killer = new TaskKiller(spark.sparkContext(), 0.4, 1)) {
          assertThat(Rows.digest(sampler.fitResample(data.repartition(5)))).isEqualTo(one);
          assertThat(killer.killed()).isPositive();
        }
      }
    }
  }

  @Test
  void approximateSearch_agreesWithTheExactOne() {
    Dataset<Row> rows = Tables.of(Tables.SCHEMA, Tables.cloudRows(6, 3000, 1500)).cache();
    int unlikeAny = 0;
    for (CleaningSampler<?> sampler :
        List.<CleaningSampler<?>>of(new TomekLinks(), new EditedNearestNeighbours())) {
      Set<Long> exact = CleaningOracleTest.removed(sampler.setSamplingStrategy("all"), rows);
      sampler.setExactBelow(500).setBucketRows(700);
      Set<Long> near = CleaningOracleTest.removed(sampler, rows);
      Set<Long> both = new TreeSet<>(exact);
      both.retainAll(near);
      int unlike = exact.size() + near.size() - 2 * both.size();
      assertThat(unlike).isLessThan(135); // of 4,500 rows, which are 3 %
      unlikeAny += unlike;
    }

    assertThat(unlikeAny).isPositive(); // it was another search
  }

  /** All rows are about equally far, so that neighbours are everywhere, beyond a border too. */
  @Test
  void bucketsOfRowsWithoutStructure_agreeWithTheExactSearch() {
    Random random = new Random(1);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 6000; id++) {
      double[] x = random.doubles(12).toArray();
      int label = x[0] + x[1] + 0.3 * random.nextGaussian() > 1 ? 1 : 0;
      rows.add(Tables.row(Vectors.dense(x), label, id));
    }

    Dataset<Row> data = Tables.of(Tables.SCHEMA, rows).cache();
    EditedNearestNeighbours sampler = new EditedNearestNeighbours().setSamplingStrategy("all");
    Set<Long> unlike = CleaningOracleTest.removed(sampler, data);
    Set<Long> near =
        CleaningOracleTest.removed(sampler.setExactBelow(500).setBucketRows(2000), data);
    near.forEach(id -> assertThat(unlike.remove(id) || unlike.add(-id - 1)).isTrue());
    assertThat(unlike).isNotEmpty().hasSizeLessThan(120); // of 6,000 rows, which are 2 %
    sampler.setBucketRows(700); // more buckets, and more borders
    CleaningSummary.Agreement checked = sampler.summary(data, 1000).agreement();
    assertThat(checked).isNotNull();
    assertThat(checked.sampled()).isEqualTo(1000);
    assertThat(checked.share()).isBetween(0.97, 0.999);
    data.unpersist();
  }

  @Test
  void summary_countsByClass() {
    Dataset<Row> rows = line(new double[] {0, 0, 5, 6}, new double[] {0, 9});
    CleaningSummary summary = new TomekLinks().setSamplingStrategy("all").summary(rows);
    assertThat(summary)
        .hasToString("class 0: 4 rows, 2 removed, 2 left\nclass 1: 2 rows, 1 removed, 1 left");
    assertThat(summary.removed()).isEqualTo(3);
    assertThat(new TomekLinks().setSamplingStrategy("none").summary(rows).removed()).isZero();
  }

  @Test
  void agreement_ofAnExactSearch_isWhole() {
    Dataset<Row> clouds = Tables.of(Tables.SCHEMA, Tables.cloudRows(2, 60, 40, 30)).cache();
    Dataset<Row> ties = line(new double[] {0, 0, 1, 2, 3, 3, 6}, new double[] {2, 3, 5, 7, 7, 8});
    for (CleaningSampler<?> sampler :
        List.<CleaningSampler<?>>of(
            new TomekLinks(),
            new EditedNearestNeighbours(),
            new EditedNearestNeighbours().setKindSel("mode"),
            new RepeatedEditedNearestNeighbours(),
            new AllKNN())) {
      for (Dataset<Row> rows : List.of(clouds, ties)) {
        CleaningSummary summary = sampler.setSamplingStrategy("all").summary(rows, 50);
        assertThat(summary.removed()).isPositive();
        CleaningSummary.Agreement checked = summary.agreement();
        assertThat(checked).isNotNull();
        assertThat(checked.agreed()).isEqualTo(checked.sampled()).isPositive();
      }
    }

    CleaningSummary asked = new TomekLinks().summary(ties, 50);
    // The different rows of class 0, the larger one, are 0, 1, 2, 3 and 6.
    assertThat(asked.toString()).endsWith("agreement with exact neighbours: 100.0 % of 5 rows");
    assertThat(asked.toJson())
        .endsWith("\"agreement\":{\"sampled\":5,\"agreed\":5,\"share\":1.0}}");
    assertThat(new NeighbourhoodCleaning().summary(ties, 50).agreement()).isNull();
    clouds.unpersist();
  }

  @Test
  void aClassThatIsTakenWhole_isNoted() {
    Dataset<Row> rows = line(new double[] {0, 10}, new double[] {0, 10, 20, 21});
    CleaningSummary summary = new TomekLinks().setSamplingStrategy("all").summary(rows);
    assertThat(summary.toString())
        .startsWith("class 0: 2 rows, 2 removed, 0 left (the whole class is removed)\nclass 1:");
    assertThat(summary.toJson())
        .isEqualTo(
            "{\"classes\":[{\"label\":\"0\",\"before\":2,\"removed\":2,\"after\":0,"
                + "\"note\":\"the whole class is removed\"},{\"label\":\"1\",\"before\":4,"
                + "\"removed\":2,\"after\":2,\"note\":\"\"}]}");
  }

  @Test
  void rowsOfInvalidValues_areRefusedKeptOrDropped_andNobodysNeighbours() {
    Dataset<Row> rows =
        line(new double[] {0, 1, 2, Double.NaN}, new double[] {2.1, 7})
            .union(Tables.of(Tables.SCHEMA, Tables.row(Vectors.dense(2.05), null, 6)));
    assertThat(Refusal.of(() -> new TomekLinks().fitResample(rows))).startsWith("[SMOTE-024]");
    TomekLinks sampler = new TomekLinks().setHandleInvalid("keep");
    assertThat(Rows.texts(sampler.fitResample(rows).select("id")))
        .containsExactly("(0)", "(1)", "(3)", "(4)", "(5)", "(6)");
    assertThat(Rows.texts(sampler.setHandleInvalid("skip").fitResample(rows).select("id")))
        .containsExactly("(0)", "(1)", "(4)", "(5)");
  }

  @Test
  void whatCannotBeCleaned_isRefused() {
    Dataset<Row> rows = line(new double[] {0, 1, 2}, new double[] {3});
    EditedNearestNeighbours edited = new EditedNearestNeighbours().setKNeighbors(4);
    assertThat(Refusal.of(() -> edited.fitResample(rows)))
        .startsWith("[SMOTE-112] Cannot find 4 neighbours of a row among 4 usable rows");
    assertThat(Refusal.of(() -> new TomekLinks().setFlagCol("ID").fit(rows)))
        .startsWith("[SMOTE-007] Cannot add the column 'ID' of flagCol");
    Dataset<Row> texts = rows.selectExpr("label", "string(id) as job", "id");
    assertThat(Refusal.of(() -> new TomekLinks().setInputCols("job", "id").fit(texts)))
        .startsWith("[SMOTE-113] Cannot measure distances over the nominal features [job]");
    Dataset<Row> stream =
        spark.readStream().format("rate").load().selectExpr("value as label", "value as x");
    assertThat(Refusal.of(() -> new TomekLinks().setInputCols("x").fitResample(stream)))
        .startsWith("[SMOTE-008] Cannot resample a streaming dataset");
    assertThat(Refusal.of(() -> new TomekLinks().setSamplingStrategy("0.5")))
        .startsWith("[SMOTE-110]");
    assertThat(Refusal.of(() -> new TomekLinks().setSamplingStrategy(List.of(7)).fitResample(rows)))
        .startsWith("[SMOTE-031]");
    assertThat(Refusal.of(() -> new TomekLinks().fitResample(rows.filter("label = 0"))))
        .startsWith("[SMOTE-021]");
  }
}

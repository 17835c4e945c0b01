// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** One call that makes some classes larger and others smaller. */
class BothWaysTest extends SparkTest {

  /** 90 rows of the class 0, 20 of 1, 10 of 2. */
  private static Dataset<Row> data() {
    return Tables.clouds(90, 20, 10);
  }

  private static Smote smote() {
    return new Smote().setSyntheticCol("synthetic");
  }

  private static Map<Integer, Long> counts(Dataset<Row> rows) {
    return rows.groupBy("label").count().collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getInt(0), row -> row.getLong(1)));
  }

  @Test
  void balance_extremeAndPercentages_areExact() {
    Dataset<Row> balanced = smote().setSamplingStrategy("balance").fitResample(data());
    assertThat(counts(balanced)).isEqualTo(Map.of(0, 40L, 1, 40L, 2, 40L));
    assertThat(counts(balanced.filter("synthetic"))).isEqualTo(Map.of(1, 20L, 2, 30L));
    Dataset<Row> percent = smote().setPercOver(300).setPercUnder(100).fitResample(data());
    assertThat(counts(percent)).isEqualTo(Map.of(0, 25L, 1, 5L, 2, 40L));
    // 1/90, 1/20 and 1/10 are as 2, 9 and 18: of 120 rows 8.3, 37.2 and 74.5.
    Dataset<Row> extreme = smote().setSamplingStrategy("extreme").fitResample(data());
    assertThat(counts(extreme)).isEqualTo(Map.of(0, 8L, 1, 37L, 2, 75L));
  }

  @Test
  void syntheticRows_areMadeOfAllRowsOfTheClass_asWithoutShrinking() {
    Dataset<Row> both = smote().setPercOver(300).setPercUnder(100).fitResample(data());
    Dataset<Row> over = smote().setSamplingStrategy(Map.of(2, 40)).fitResample(data());
    assertThat(Rows.digest(both.filter("synthetic")))
        .isEqualTo(Rows.digest(over.filter("synthetic")));
    assertThat(Rows.texts(over)).containsAll(Rows.texts(both));
    assertThat(both.filter("not synthetic").select("id").distinct().count()).isEqualTo(40);
  }

  @Test
  void classThatIsSkipped_makesNoRowsOfWhichOthersCouldBeAPercentage() {
    Smote smote = smote().setKNeighbors(10).setSmallClass("skip").setPercOver(300);
    assertThat(counts(smote.setPercUnder(100).fitResample(data())))
        .isEqualTo(Map.of(0, 90L, 1, 20L, 2, 10L));
  }

  @Test
  void partitions_doNotMatter() {
    Smote smote = smote().setSamplingStrategy("balance");
    assertThat(Rows.digest(smote.fitResample(data().repartition(7))))
        .isEqualTo(Rows.digest(smote.fitResample(data().repartition(1))));
  }

  @Test
  void summary_saysWhatIsTakenAway_alsoWhenItWasSaved() {
    SmoteModel model = smote().setSamplingStrategy("balance").fit(data());
    for (SmoteSummary summary :
        List.of(model.summary(), SmoteSummary.fromJson("model", model.summary().toJson()))) {
      assertThat(summary.classes())
          .extracting(
              SmoteSummary.ClassRows::had,
              SmoteSummary.ClassRows::made,
              SmoteSummary.ClassRows::removed,
              SmoteSummary.ClassRows::has)
          .containsExactly(
              tuple(90L, 0L, 50L, 40L), tuple(20L, 20L, 0L, 40L), tuple(10L, 30L, 0L, 40L));
      assertThat(summary.priors().get(0).after()).isEqualTo(40 / 120.0);
    }

    assertThat(Refusal.of(() -> SmoteSummary.fromJson("it", more(model.summary().toJson()))))
        .contains("classes[0].removed is 91 and not");
  }

  private static String more(String json) {
    return json.replace("\"removed\":50", "\"removed\":91");
  }

  @Test
  void invalidRows_areSkippedFirst_orCountAsRowsOfTheirClass() {
    Dataset<Row> broken =
        data()
            .unionByName(
                Tables.of(
                    Tables.SCHEMA,
                    Tables.row(Vectors.dense(Double.NaN, 0, 0, 0), 0, 200),
                    Tables.row(Vectors.dense(Double.NaN, 0, 0, 0), 7, 201),
                    Tables.row(Vectors.dense(0, 0, 0, 0), null, 202)));
    Smote smote = smote().setSamplingStrategy("{\"2\": 10}").setPercOver(300).setPercUnder(100);
    smote.clear(smote.samplingStrategy());
    assertThat(counts(smote.setHandleInvalid("skip").fitResample(broken)))
        .isEqualTo(Map.of(0, 25L, 1, 5L, 2, 40L));
    Dataset<Row> kept = smote.setHandleInvalid("keep").fitResample(broken.filter("id <> 201"));
    assertThat(counts(kept.filter("label is not null"))).isEqualTo(Map.of(0, 25L, 1, 5L, 2, 40L));
    assertThat(kept.filter("label is null").count()).isEqualTo(1);
  }

  @Test
  void contradictions_areRefusedBeforeAnyJob() {
    Dataset<Row> data = data();
    Smote both = smote().setSamplingStrategy("balance").setPercOver(200);
    assertThat(Refusal.withoutJob(() -> both.fit(data)))
        .startsWith("[SMOTE-130] Cannot follow percOver and samplingStrategy 'balance' together");
    assertThat(Refusal.withoutJob(() -> both.transformSchema(data.schema())))
        .startsWith("[SMOTE-130]");
    assertThat(Refusal.withoutJob(() -> smote().setPercUnder(200).fit(data)))
        .startsWith("[SMOTE-131] Cannot follow percUnder alone");
    assertThat(Refusal.of(() -> smote().setPercOver(500).setPercUnder(300).fit(data)))
        .startsWith("[SMOTE-132] Cannot keep 150 rows of all classes but '2', which have 110");
  }

  @Test
  void oneMorePass_isMade_ifAClassShrinks_andOnlyThen() {
    Dataset<Row> data = data().cache();
    data.count();
    int without = Jobs.startedBy(() -> smote().setPercOver(300).fit(data));
    List<String> shrinking =
        Jobs.describedBy(() -> smote().setPercOver(300).setPercUnder(100).fit(data));
    assertThat(shrinking)
        .hasSize(without + 1)
        .contains("spark-smote: choose the rows that stay of classes that shrink");
    data.unpersist();
  }
}

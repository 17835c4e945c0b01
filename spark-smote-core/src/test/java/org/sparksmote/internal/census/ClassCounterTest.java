// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.census.ClassCounter.Counts;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.NominalDemand;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.exact.Moments;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Class 7 has the rows (1, 10), (3, 10) twice, class 8 has (5, 30), which is sparse. */
class ClassCounterTest extends SparkTest {

  private static final Vector SPARSE = Vectors.sparse(2, new int[] {0, 1}, new double[] {5, 30});

  private static final List<Row> ROWS =
      List.of(
          Tables.row(SPARSE, 8, 0),
          Tables.row(Vectors.dense(1, 10), 7, 1),
          Tables.row(Vectors.dense(3, 10), 7, 2),
          Tables.row(Vectors.dense(3, 10), 7, 3));

  private static Counts count(Smote smote, boolean withMoments, List<Row> rows) {
    NominalDemand demand = new NominalDemand(NominalRule.REFUSED, "smote", false, true);
    InputSchema input = InputSchema.resolve(smote, demand, Tables.SCHEMA);
    return ClassCounter.count(
        smote,
        new ClassCounter.Demand(withMoments, "less", true),
        input,
        Tables.of(Tables.SCHEMA, rows));
  }

  private static Counts count(List<Row> rows) {
    return count(new Smote(), false, rows);
  }

  private static List<Row> with(Row more) {
    return Stream.concat(ROWS.stream(), Stream.of(more)).toList();
  }

  @Test
  void classes_comeByLabel_withTheirRows() {
    Counts counts = count(ROWS);
    assertThat(counts.classes()).extracting(ClassCount::name).containsExactly("7", "8");
    assertThat(counts.classes()).extracting(ClassCount::key).containsExactly(7, 8);
    assertThat(counts.classes()).extracting(ClassCount::found).containsExactly(3L, 1L);
    assertThat(counts.classes()).extracting(ClassCount::usable).containsExactly(3L, 1L);
    assertThat(counts.invalidRows()).isZero();
  }

  @Test
  void rows_areMeasured() {
    Counts counts = count(ROWS);
    assertThat(counts.size()).isEqualTo(2);
    assertThat(counts.storedPerRow()).isEqualTo(2);
    assertThat(counts.isLittle()).isTrue();
    assertThat(counts.distinct().of(counts.classes().get(0))).isEqualTo(2);
    assertThat(counts.distinct().ofOthers(counts.classes().get(0))).isEqualTo(1);
  }

  @Test
  void weights_areOneOverTheRange_ifAskedFor() {
    Counts scaled = count(new Smote().setStandardize("minmax"), false, ROWS);
    assertThat(scaled.weights().values().toArray())
        .as("features from 1 to 5 and from 10 to 30")
        .containsExactly(1.0 / 4, 1.0 / 20);
    Counts plain = count(new Smote().setStandardize("none"), false, ROWS);
    assertThat(plain.weights().values().toArray()).containsExactly(1, 1);
  }

  @Test
  void moments_areByClass_ifAskedFor() {
    assertThat(count(ROWS).moments()).isEmpty();
    Counts counts = count(new Smote(), true, ROWS);
    Moments of7 = Objects.requireNonNull(counts.moments().get(7));
    assertThat(of7.means()).containsExactly(7.0 / 3, 10);
    assertThat(Objects.requireNonNull(counts.moments().get(8)).means()).containsExactly(5, 30);
  }

  @Test
  void counting_isOneJob() {
    assertThat(Jobs.startedBy(() -> count(ROWS))).isEqualTo(1);
  }

  @Test
  void emptyInput_isRefused() {
    assertThat(Refusal.of(() -> count(List.of()))).startsWith("[SMOTE-020]");
  }

  @Test
  void oneClass_isRefused_unlessNothingIsToBeMade() {
    List<Row> only = ROWS.subList(1, 4);
    assertThat(Refusal.of(() -> count(only)))
        .startsWith("[SMOTE-021]")
        .contains("only class is '7' with 3 rows");
    assertThat(count(new Smote().setSamplingStrategy("none"), false, only).classes()).hasSize(1);
  }

  @Test
  void labelsThatLookLikeATarget_areRefused() {
    List<Row> target = List.of(ROWS.get(0), Tables.row(SPARSE, 1, 1), Tables.row(SPARSE, 2, 2));
    assertThat(Refusal.of(() -> count(target)))
        .startsWith("[SMOTE-022]")
        .contains("each of its 3 values");
    assertThat(Refusal.of(() -> count(new Smote().setMaxClasses(2), false, target)))
        .startsWith("[SMOTE-022]");
  }

  @Test
  void rowWithoutLabel_isRefused_orLeftAside() {
    List<Row> rows = with(Tables.row(SPARSE, null, 4));
    assertThat(Refusal.of(() -> count(rows))).startsWith("[SMOTE-024]").contains("1 rows");
    Counts kept = count(new Smote().setHandleInvalid("keep"), false, rows);
    assertThat(kept.invalidRows()).isEqualTo(1);
    assertThat(kept.classes()).extracting(ClassCount::found).containsExactly(3L, 1L);
  }

  @Test
  void rowWithInvalidFeature_isRefused_kept_orSkipped() {
    List<Row> rows = with(Tables.row(Vectors.dense(1, Double.NaN), 8, 4));
    assertThat(Refusal.of(() -> count(rows))).startsWith("[SMOTE-023]").contains("feature 1");
    ClassCount kept = count(new Smote().setHandleInvalid("keep"), false, rows).classes().get(1);
    assertThat(kept.rows()).isEqualTo(2);
    assertThat(kept.usable()).isEqualTo(1);
    ClassCount some = count(new Smote().setHandleInvalid("skip"), false, rows).classes().get(1);
    assertThat(some.found()).isEqualTo(2);
    assertThat(some.rows()).isEqualTo(1);
  }

  @Test
  void vectorsOfSeveralSizes_areRefused() {
    assertThat(Refusal.of(() -> count(with(Tables.row(Vectors.dense(1, 2, 3), 8, 4)))))
        .startsWith("[SMOTE-025]")
        .contains("4 rows of size 2", "1 rows of size 3");
  }
}

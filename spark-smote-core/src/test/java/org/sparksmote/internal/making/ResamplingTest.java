// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Class a has 6 rows, class b two: at 0 and at 10. */
class ResamplingTest extends SparkTest {

  private static final StructType SCHEMA =
      new StructType().add("label", DataTypes.StringType).add("x", DataTypes.DoubleType);

  private static Dataset<Row> data(Row... more) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      rows.add(RowFactory.create("a", 100.0 + i));
    }

    rows.add(RowFactory.create("b", 0.0));
    rows.add(RowFactory.create("b", 10.0));
    rows.addAll(Arrays.asList(more));
    return Tables.of(SCHEMA, rows);
  }

  private static Smote smote() {
    return new Smote().setInputCols("x").setKNeighbors(1);
  }

  private static Resampling plan(Smote smote, Dataset<Row> data) {
    return Resampling.plan(smote, Recipes.of(smote), data);
  }

  /** What a resampled table has beyond the table. */
  private static List<Row> made(Dataset<Row> resampled, Dataset<Row> data) {
    return resampled.exceptAll(data).collectAsList();
  }

  @Test
  void missingRows_lieBetweenTheRowsOfTheirClass_besideAllOriginals() {
    Dataset<Row> data = data();
    Dataset<Row> resampled = plan(smote(), data).apply(data);
    assertThat(resampled.schema()).isEqualTo(SCHEMA);
    assertThat(data.exceptAll(resampled).count()).as("originals that are lost").isZero();
    List<Row> made = made(resampled, data);
    assertThat(made).hasSize(4).allMatch(row -> row.getString(0).equals("b"));
    assertThat(made).extracting(row -> row.getDouble(1)).allMatch(x -> x > 0 && x < 10);
    assertThat(made).extracting(row -> row.getDouble(1)).doesNotHaveDuplicates();
  }

  @Test
  void copies_areOfEveryRowAsOften() {
    Dataset<Row> data = data();
    Smote copying = smote().setVariant("random");
    List<Row> made = made(plan(copying, data).apply(data), data);
    assertThat(
            made.stream()
                .collect(Collectors.groupingBy(row -> row.getDouble(1), Collectors.counting())))
        .containsOnly(Map.entry(0.0, 2L), Map.entry(10.0, 2L));
  }

  @Test
  void onePlan_makesTheSameRowsAgain_andAnotherSeedOthers() {
    Dataset<Row> data = data();
    Resampling plan = plan(smote().setSeed(3), data);
    List<String> once = Rows.texts(plan.apply(data));
    assertThat(Rows.texts(plan.apply(data.repartition(3)))).isEqualTo(once);
    assertThat(Rows.texts(plan(smote().setSeed(4), data).apply(data))).isNotEqualTo(once);
  }

  @Test
  void plan_countsInOneJob_andResultIsOnlyDescribed() {
    Dataset<Row> data = data();
    assertThat(Jobs.startedBy(() -> plan(smote(), data))).isEqualTo(1);
    Resampling plan = plan(smote(), data);
    assertThat(Jobs.startedBy(() -> plan.apply(data))).isZero();
  }

  @Test
  void summary_saysWhatClassesHadAndGet() {
    SmoteSummary summary = plan(smote(), data()).summary();
    assertThat(summary.classes())
        .extracting(SmoteSummary.ClassRows::label)
        .containsExactly("a", "b");
    assertThat(summary.classes()).extracting(SmoteSummary.ClassRows::had).containsExactly(6L, 2L);
    assertThat(summary.classes()).extracting(SmoteSummary.ClassRows::made).containsExactly(0L, 4L);
  }

  @Test
  void nothingToMake_isTheTableItself() {
    Dataset<Row> data = data();
    Resampling plan = plan(smote().setSamplingStrategy("none"), data);
    assertThat(Rows.texts(plan.apply(data))).isEqualTo(Rows.texts(data));
    assertThat(plan.quality(data, 10, 1)).isEmpty();
  }

  @Test
  void invalidRows_areDroppedIfTheyMayBe_andCounted() {
    Row[] invalid = {
      RowFactory.create("b", Double.NaN),
      RowFactory.create("a", (Object) null),
      RowFactory.create(null, 5.0)
    };
    Dataset<Row> data = data(invalid);
    Resampling plan = plan(smote().setHandleInvalid("skip"), data);
    assertThat(plan.summary().invalidRows()).isEqualTo(3);
    Dataset<Row> resampled = plan.apply(data);
    assertThat(data().exceptAll(resampled).count()).isZero();
    assertThat(resampled.count()).as("6 of a, and 6 of b").isEqualTo(12);
    assertThat(Refusal.of(() -> plan(smote(), data))).contains("handleInvalid");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.ResamplingPipeline;
import org.sparksmote.Smote;
import org.sparksmote.SmoteModel;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** The session of the dataset decides, whichever one is active or the default (F3). */
class SessionsTest extends SparkTest {

  /** A session in which case matters, and a table that only such a session can have. */
  private static Dataset<Row> caseSensitive() {
    SparkSession other = spark.newSession();
    other.conf().set("spark.sql.caseSensitive", "true");
    StructType schema = Tables.SCHEMA.add("LABEL", "string").add("Id", "string");
    List<Row> rows =
        Tables.clouds(60, 20).selectExpr("*", "'x' as more", "'y' as most").collectAsList();
    return other.createDataFrame(rows, schema);
  }

  @Test
  void caseOfNames_isThatOfTheDatasetsSession() {
    Dataset<Row> data = caseSensitive();
    SparkSession active = SparkSession.active();
    assertThat(active.conf().get("spark.sql.caseSensitive")).isEqualTo("false");
    Smote smote = new Smote().setSyntheticCol("Features");
    assertThat(smote.fitResample(data).count()).isEqualTo(120);
    SmoteModel model = smote.fit(data);
    assertThat(model.transform(data.drop("LABEL")).columns()).contains("features", "Features");
    Recorder recorder = new Recorder();
    PipelineStage[] stages = {smote, recorder};
    new ResamplingPipeline().setStages(stages).fit(data);
    assertThat(recorder.seen().rows()).hasSize(120);
    assertThat(new ResamplingPipeline().setStages(stages).fitResample(data).count()).isEqualTo(120);
    assertThat(SparkSession.active()).isSameAs(active);
  }

  @Test
  void inASessionWhereCaseDoesNotMatter_namesClash() {
    Dataset<Row> data = Tables.clouds(60, 20);
    SparkSession active = SparkSession.active();
    SparkSession other = spark.newSession();
    other.conf().set("spark.sql.caseSensitive", "true");
    SparkSession.setActiveSession(other);
    try {
      assertThat(new Smote().setLabelCol("LABEL").fitResample(data).count()).isEqualTo(120);
    } finally {
      SparkSession.setActiveSession(active);
    }
  }

  @Test
  void withoutASession_schemasAreStillTransformed() {
    SparkSession active = SparkSession.active();
    SparkSession.clearActiveSession();
    SparkSession.clearDefaultSession();
    try {
      StructType out = new Smote().setLabelCol("Label").transformSchema(Tables.SCHEMA);
      assertThat(out.fieldNames()).containsExactly("features", "label", "id");
    } finally {
      SparkSession.setActiveSession(active);
      SparkSession.setDefaultSession(active);
    }
  }

  /** Class of 25 and of 15 days and moments, which are also nominal features and passengers. */
  private static Dataset<Row> times() {
    return Tables.clouds(25, 15)
        .selectExpr(
            "double(id * 7 % 11) as x",
            "date_add(date'1500-01-01', label) as day",
            "timestamp'2024-03-31 00:30:00' + make_dt_interval(0, label) as moment",
            "timestamp'2024-03-31 00:30:00' + make_dt_interval(0, int(id % 3)) as hour");
  }

  @ParameterizedTest
  @CsvSource({"day,false", "day,true", "moment,false", "moment,true"})
  void otherTimeObjects_betweenFitAndTransform_areTheSameInput(String label, boolean java8) {
    String key = "spark.sql.datetime.java8API.enabled";
    Dataset<Row> data = times();
    Smote smote = new Smote().setVariant("smotenc").setInputCols("x", "hour").setLabelCol(label);
    smote.setCategoricalCols("hour").setPassengerColumns("copy").setSyntheticCol("synthetic");
    List<SmoteModel> models = new ArrayList<>();
    withConf(key, String.valueOf(java8), () -> models.add(smote.fit(data)));
    List<String> rows = new ArrayList<>();
    withConf(
        key,
        String.valueOf(!java8),
        () -> rows.addAll(models.get(0).transform(data).toJSON().collectAsList()));
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(smote.fitResample(data).toJSON().collectAsList());
    assertThat(rows).hasSize(50);
  }

  @Test
  void namesOfMoments_areThoseOfTheDatasetsTimeZone() {
    SparkSession other = spark.newSession();
    other.conf().set("spark.sql.session.timeZone", "Asia/Kathmandu");
    Dataset<Row> data = other.createDataFrame(times().collectAsList(), times().schema());
    Smote smote = new Smote().setInputCols("x").setLabelCol("moment");
    assertThat(smote.fit(data).summary().classes())
        .extracting(SmoteSummary.ClassRows::label)
        .containsExactly("2024-03-31 06:15:00", "2024-03-31 07:15:00");
    smote.setSamplingStrategy(Map.of("2024-03-31 07:15:00", 16));
    assertThat(smote.fit(data).summary().made()).isEqualTo(1);
  }
}

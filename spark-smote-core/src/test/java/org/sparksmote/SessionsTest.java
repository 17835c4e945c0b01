// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

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
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/** What a client of Spark Connect sends: a sampler as text. */
class RemoteSamplerTest extends SparkTest {

  private static final String TEXT =
      """
      {"class": "%s", "uid": "fewer",
       "paramMap": {%s}, "defaultParamMap": {}}
      """;

  private static Dataset<Row> rows() {
    return spark.range(10).selectExpr("id", "int(id % 5 = 0) as label");
  }

  private static RemoteSampler sampler(String type, String params) {
    RemoteSampler sampler = new RemoteSampler();
    sampler.set(sampler.sampler(), TEXT.formatted(type, params));
    return sampler;
  }

  private static RemoteSampler under(String params) {
    return sampler("org.sparksmote.undersampling.RandomUnderSampler", params);
  }

  @Test
  void asked_itGivesTheRowsOfTheSampler_withItsSettings() {
    RemoteSampler sampler = under("\"samplingStrategy\": \"{\\\"0\\\": 3}\"");
    sampler.set(sampler.resample(), true);
    Dataset<Row> found = sampler.transform(rows());
    assertThat(found.filter("label = 0").count()).isEqualTo(3);
    assertThat(found.filter("label = 1").count()).isEqualTo(2);
  }

  @Test
  void otherwise_itGivesColumnsOnly() {
    Dataset<Row> found = under("\"balanceWeightCol\": \"weight\"").transform(rows());
    assertThat(found.columns()).containsExactly("id", "label", "weight");
    assertThat(found.isEmpty()).isTrue();
  }

  @Test
  void whatIsNoSampler_isRefused_beforeItIsMade() {
    assertThat(Refusal.of(() -> sampler("java.io.FileOutputStream", "").transform(rows())))
        .startsWith("[SMOTE-043]");
    assertThat(Refusal.of(() -> sampler("org.sparksmote.NoSuch", "").transform(rows())))
        .startsWith("[SMOTE-043]");
  }

  @Test
  void settingsThatItDoesNotTake_areRefused() {
    assertThat(Refusal.of(() -> under("\"seed\": \"x\"").transform(rows())))
        .startsWith("[SMOTE-055]");
    assertThat(Refusal.of(() -> under("\"nothing\": 1").transform(rows())))
        .startsWith("[SMOTE-056]");
  }
}

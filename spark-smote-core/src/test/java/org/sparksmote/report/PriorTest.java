// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.SmoteModel;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** What a resampling does to the shares of the classes, and to probabilities. */
class PriorTest extends SparkTest {

  @Test
  void restore_byHand() {
    Prior prior = new Prior("1", 0.2, 0.5); // odds 1 : 4 became 1 : 1
    assertThat(prior.oddsRatio()).isEqualTo(0.25);
    assertThat(prior.restore(0.5)).isEqualTo(0.2);
    assertThat(prior.restore(0.8)).isCloseTo(0.5, within(1e-15)); // odds 4 : 1 become 1 : 1
    assertThat(prior.restore(0)).isZero();
    assertThat(prior.restore(1)).isEqualTo(1);
  }

  @Test
  void restore_sharesThatStayed_changesNothing() {
    assertThat(new Prior("1", 1, 1).restore(0.3)).isEqualTo(0.3);
    assertThat(new Prior("1", 0.4, 0.4).restore(0.3)).isEqualTo(0.3);
  }

  @Test
  void summary_saysTheSharesBeforeAndAfter() {
    SmoteSummary summary = new Smote().fit(Tables.clouds(80, 20)).summary();
    assertThat(summary.priors())
        .containsExactly(new Prior("0", 0.8, 0.5), new Prior("1", 0.2, 0.5));
    assertThat(summary.toString())
        .contains(
            "1: 20.00 % of the rows before, 50.00 % after; of a linear model's p restore"
                + " p w / (p w + 1 - p), w = 0.2500")
        .doesNotContain("0: 80");
  }

  @Test
  void summary_nothingMade_saysNothingOfShares() {
    SmoteSummary summary =
        new Smote().setSamplingStrategy("none").fit(Tables.clouds(80, 20)).summary();
    assertThat(summary.describePriors()).isEmpty();
    assertThat(summary.toString()).doesNotContain("Probabilities");
  }

  /** The truth is a logistic model, so what a fit on balanced rows says too much is known. */
  @Test
  void restore_logisticModelOfBalancedRows_saysWhatIsUsualAgain() {
    Dataset<Row> data = logistic(6000);
    SmoteModel model = new Smote().fit(data);
    Prior prior = model.summary().priors().get(1);
    LogisticRegressionModel fitted = new LogisticRegression().fit(model.transform(data));
    List<Double> said =
        fitted.transform(data).select("probability").collectAsList().stream()
            .map(row -> row.<Vector>getAs(0).apply(1))
            .toList();
    assertThat(mean(said) / prior.before()).isGreaterThan(3);
    assertThat(mean(said.stream().map(prior::restore).toList()) / prior.before())
        .isCloseTo(1, within(0.25));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static Dataset<Row> logistic(int count) {
    Random random = new Random(3);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Vector features = Vectors.dense(random.doubles(3, -3, 3).toArray());
      double score = features.apply(0) + 0.5 * features.apply(1) - 4;
      int label = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
      rows.add(Tables.row(features, label, i));
    }

    return Tables.of(Tables.SCHEMA, rows);
  }
}

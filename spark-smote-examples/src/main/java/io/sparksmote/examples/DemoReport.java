// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.examples;

import io.sparksmote.examples.FraudStudy.Outcome;
import java.util.Locale;

/**
 * What the demo prints at the end: the figures, and a plain reading of them whichever way they came
 * out.
 *
 * @param genuine genuine rows in the training data
 * @param frauds frauds in it
 */
record DemoReport(long genuine, long frauds, Outcome plain, Outcome smote, Outcome weights) {

  /** Differences of PR-AUC below this are noise between one table and the next. */
  private static final double EVEN = 0.005;

  @Override
  public String toString() {
    TextTable table =
        new TextTable(
            "trained on", "genuine", "fraud", "PR-AUC", "recall", "precision", "threshold", "s");
    add(table, "as it is", frauds, plain);
    add(table, "SMOTE", genuine, smote);
    add(table, "class weights", frauds, weights);
    return String.format(
        Locale.ROOT, "%n%s%n%s%n", table, String.join(System.lineSeparator(), reading()));
  }

  private void add(TextTable table, String name, long fraudRows, Outcome outcome) {
    table.row(
        name,
        TextTable.count(genuine),
        TextTable.count(fraudRows),
        TextTable.decimal(outcome.prAuc()),
        TextTable.decimal(outcome.atThreshold().recall()),
        TextTable.decimal(outcome.atThreshold().precision()),
        TextTable.decimal(outcome.threshold()),
        TextTable.tenths(outcome.seconds()));
  }

  private String[] reading() {
    return new String[] {
      "Recall and precision hold at the threshold with the best F1 on the training rows.",
      String.format(
          Locale.ROOT,
          "SMOTE %s the ranking of this linear model: PR-AUC %+.3f against as it is, %+.3f against"
              + " class weights.",
          verb(smote.prAuc() - plain.prAuc()),
          smote.prAuc() - plain.prAuc(),
          smote.prAuc() - weights.prAuc()),
      String.format(
          Locale.ROOT,
          "What it buys: at the default threshold 0.5 it finds %.0f %% of the frauds instead of"
              + " %.0f %%, with any%nclassifier, also one that takes no weights; the price there is"
              + " precision, %.3f instead of %.3f.",
          100 * smote.atHalf().recall(),
          100 * plain.atHalf().recall(),
          smote.atHalf().precision(),
          plain.atHalf().precision())
    };
  }

  private static String verb(double difference) {
    if (Math.abs(difference) < EVEN) {
      return "hardly changes";
    }

    return difference > 0 ? "improves" : "worsens";
  }
}

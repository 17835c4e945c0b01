// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.demo;

import java.util.Locale;
import org.sparksmote.SmoteVariant;
import org.sparksmote.examples.cli.TextTable;
import org.sparksmote.examples.demo.FraudStudy.Outcome;

/**
 * What the demo prints at the end: the figures, and a plain reading of them whichever way they came
 * out.
 *
 * @param sampler what the balanced classes are made with
 * @param genuine genuine rows in the training data
 * @param frauds frauds in it
 */
record DemoReport(
    String sampler,
    long genuine,
    long frauds,
    Outcome plain,
    Outcome resampled,
    Outcome balanced,
    Outcome weights) {

  /** Differences of PR-AUC below this are noise between one table and the next. */
  private static final double EVEN = 0.005;

  /** What a variant is called here. */
  static String name(SmoteVariant variant) {
    return variant == SmoteVariant.SMOTE ? "SMOTE" : variant.label();
  }

  @Override
  public String toString() {
    TextTable table =
        new TextTable(
            "trained on",
            "genuine",
            "fraud",
            "PR-AUC",
            "recall",
            "precision",
            "threshold",
            "p / share",
            "s");
    add(table, "as it is", frauds, plain);
    add(table, sampler, genuine, resampled);
    add(table, sampler + ", balanceWeightCol", genuine, balanced);
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
        TextTable.decimal(outcome.ratio()),
        TextTable.tenths(outcome.seconds()));
  }

  private String[] reading() {
    return new String[] {
      "Recall and precision hold at the threshold with the best F1 on the training rows.",
      String.format(
          Locale.ROOT,
          "%s %s the ranking of this linear model: PR-AUC %+.3f against as it is, %+.3f against"
              + " class weights.",
          sampler,
          verb(resampled.prAuc() - plain.prAuc()),
          resampled.prAuc() - plain.prAuc(),
          resampled.prAuc() - weights.prAuc()),
      String.format(
          Locale.ROOT,
          "At the default threshold 0.5 recall is %.2f with %s, %.2f with class weights, %.2f as it"
              + " is:%nmost of that is a shifted threshold, which the other two can have for nothing.",
          resampled.atHalf().recall(),
          sampler,
          weights.atHalf().recall(),
          plain.atHalf().recall()),
      String.format(
          Locale.ROOT,
          "Mean probability of fraud over the share of frauds (1 is right): %.2f with %s, %.2f with"
              + " class weights,%n%.2f as it is, and %.2f where %s has a balanceWeightCol that the"
              + " classifier takes as weightCol.",
          resampled.ratio(),
          sampler,
          weights.ratio(),
          plain.ratio(),
          balanced.ratio(),
          sampler)
    };
  }

  private static String verb(double difference) {
    if (Math.abs(difference) < EVEN) {
      return "hardly changes";
    }

    return difference > 0 ? "improves" : "worsens";
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sparksmote.internal.json.CheckedJson;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.weights.ClassTotals;

/** What {@code classWeight} asks for, to a weight of each class. */
final class AskedWeights {

  static final String BALANCED = "balanced";

  private AskedWeights() {}

  /** Whether it can be read; it says itself what is wrong. */
  static boolean isAsked(String text) {
    return text.equals(BALANCED) || !given(text).isEmpty();
  }

  /** The weights of the classes, in their order. */
  static double[] of(String text, String weightCol, List<ClassTotals.Total> classes) {
    return text.equals(BALANCED) ? balanced(weightCol, classes) : given(text, classes);
  }

  /** All rows by the number of classes and the rows of the class, rows counted by their weights. */
  private static double[] balanced(String weightCol, List<ClassTotals.Total> classes) {
    double all = ClassTotals.sum(classes);
    double[] weights = new double[classes.size()];
    for (int c = 0; c < weights.length; c++) {
      ClassTotals.Total of = classes.get(c);
      weights[c] = all / (weights.length * of.weight());
      if (!(weights[c] < Double.POSITIVE_INFINITY)) {
        throw ClassWeightProblems.weighsNothing(of.count().name(), weightCol);
      }
    }

    return weights;
  }

  /** Classes that are not named weigh 1. */
  private static double[] given(String text, List<ClassTotals.Total> classes) {
    double[] weights = new double[classes.size()];
    String[] named = new String[weights.length];
    Map<String, Double> given = given(text);
    for (Map.Entry<String, Double> entry : given.entrySet()) {
      int c = 0;
      while (c < weights.length && !classes.get(c).count().isNamed(entry.getKey())) {
        c++;
      }

      if (c == weights.length) {
        List<ClassCount> present = classes.stream().map(ClassTotals.Total::count).toList();
        throw ClassWeightProblems.unknownClass(entry.getKey(), present);
      }

      if (named[c] != null) {
        String both = CheckedJson.shown(named[c]) + " and " + CheckedJson.shown(entry.getKey());
        throw ClassWeightProblems.badClassWeight(text, both + " are the same class");
      }

      named[c] = entry.getKey();
    }

    for (int c = 0; c < weights.length; c++) {
      weights[c] = named[c] == null ? 1 : given.getOrDefault(named[c], 1.0);
    }

    return weights;
  }

  private static Map<String, Double> given(String text) {
    CheckedJson json =
        CheckedJson.of(
            text, reason -> ClassWeightProblems.badClassWeight(CheckedJson.shown(text), reason));
    Map<String, Double> given = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : json.fields().entrySet()) {
      given.put(entry.getKey(), json.amount(entry.getKey()));
    }

    if (given.isEmpty()) {
      throw ClassWeightProblems.badClassWeight(CheckedJson.shown(text), "it names no label");
    }

    return given;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.exact.ExactSum;
import org.sparksmote.internal.spark.Passes;
import org.sparksmote.params.EstimatorParams;

/**
 * Out-of-fold scores, looked at in one pass before anything is learned from them. Sums are exact,
 * so that no order of rows changes them.
 */
final class CheckedScores {

  private long badScores;
  private long badCosts;
  private final List<ExactSum> weights;
  private final List<ExactSum> costs;

  private CheckedScores(int classes) {
    weights = sums(classes);
    costs = sums(classes);
  }

  private static List<ExactSum> sums(int classes) {
    return Stream.generate(ExactSum::new).limit(classes).toList();
  }

  /**
   * Refuses scores and costs that are none.
   *
   * @param scores with the columns of {@link FoldedRows#scores}
   */
  static CheckedScores of(Dataset<Row> scores, int classes, EstimatorParams params) {
    Row sent =
        Passes.merge(
            scores,
            part -> new CheckedScores(classes).add(part).toRow(),
            new CheckedScores(classes).toRow(),
            (a, b) -> new CheckedScores(classes).add(a).add(b).toRow());
    CheckedScores all = new CheckedScores(classes).add(sent);
    if (all.badScores > 0) {
      throw MetaProblems.noScores(params.getProbabilityCol(), all.badScores);
    }

    if (all.badCosts > 0) {
      throw MetaProblems.badCost(all.badCosts);
    }

    return all;
  }

  private CheckedScores add(Iterator<Row> part) {
    while (part.hasNext()) {
      Row row = part.next();
      Vector said = row.getAs(FoldedRows.SCORES);
      boolean isSaid = said != null && Arrays.stream(said.toArray()).noneMatch(Double::isNaN);
      badScores += isSaid ? 0 : 1;
      Double cost = row.getAs(FoldedRows.COST);
      boolean isCost = cost != null && cost >= 0 && cost < Double.POSITIVE_INFINITY;
      badCosts += isCost ? 0 : 1;
      int c = (int) row.<Double>getAs(FoldedRows.LABEL).doubleValue();
      double weight = row.getAs(FoldedRows.WEIGHT);
      weights.get(c).add(weight);
      costs.get(c).add(isCost ? weight * cost : 0);
    }

    return this;
  }

  private CheckedScores add(Row sent) {
    badScores += sent.getLong(0);
    badCosts += sent.getLong(1);
    for (int c = 0; c < weights.size(); c++) {
      weights.get(c).merge(ExactSum.of(sent.getStruct(2).getAs(c)));
      costs.get(c).merge(ExactSum.of(sent.getStruct(3).getAs(c)));
    }

    return this;
  }

  private Row toRow() {
    return RowFactory.create(badScores, badCosts, bytes(weights), bytes(costs));
  }

  private static Row bytes(List<ExactSum> sums) {
    return RowFactory.create(sums.stream().map(ExactSum::toBytes).toArray());
  }

  /** What the rows of each class weigh. */
  double[] weights() {
    return weights.stream().mapToDouble(ExactSum::value).toArray();
  }

  /** What it costs to be wrong about all rows of each class, each as often as it weighs. */
  double[] costs() {
    return costs.stream().mapToDouble(ExactSum::value).toArray();
  }
}

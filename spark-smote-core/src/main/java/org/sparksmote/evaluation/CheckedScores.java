// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.sparksmote.params.FoldParams;

/** Looks at out-of-fold scores before anything is learned from them, in one aggregation. */
final class CheckedScores {

  private CheckedScores() {}

  /** Refuses scores that are none; the weights of each class. */
  static double[] weights(Dataset<Row> scores, int classes, FoldParams params) {
    UDF1<Vector, Boolean> isNone =
        said -> said == null || Arrays.stream(said.toArray()).anyMatch(Double::isNaN);
    Column noScore =
        functions
            .udf(isNone, DataTypes.BooleanType)
            .apply(functions.col("`" + FoldedRows.SCORES + "`"));
    Column weight = functions.col("`" + FoldedRows.WEIGHT + "`");
    List<Column> sums = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      Column isOwn = functions.col("`" + FoldedRows.LABEL + "`").equalTo(c);
      sums.add(functions.coalesce(functions.sum(functions.when(isOwn, weight)), functions.lit(0)));
    }

    Row found = scores.agg(functions.count_if(noScore), sums.toArray(new Column[0])).head();
    if (found.getLong(0) > 0) {
      throw MetaProblems.noScores(params.getProbabilityCol(), found.getLong(0));
    }

    double[] weights = new double[classes];
    Arrays.setAll(weights, c -> found.getDouble(1 + c));
    return weights;
  }

  private static Column isNoCost(Column cost) {
    return cost.isNull().or(cost.isNaN()).or(cost.lt(0)).or(cost.equalTo(Double.POSITIVE_INFINITY));
  }

  /** Refuses costs that are none. */
  static void requireCosts(Dataset<Row> scores) {
    Column cost = functions.col("`" + FoldedRows.COST + "`");
    long bad = scores.filter(isNoCost(cost)).count();
    if (bad > 0) {
      throw MetaProblems.badCost(bad);
    }
  }
}

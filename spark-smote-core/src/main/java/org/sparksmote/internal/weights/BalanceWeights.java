// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.sparksmote.internal.census.CensusProblems;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.strategy.ClassCount;

/**
 * The weights with which every class weighs after a sampler what it weighed before: the case weight
 * of a row, or 1, times the total of its class before by that after. Rows that the sampler leaves
 * out because they are invalid weigh nothing on either side: no learner would have seen them. Rows
 * without a label keep their case weight. A class that is gone has no row to be weighed.
 *
 * <p>Totals are exact sums, rounded once, so that weights do not depend on the order of rows.
 */
public final class BalanceWeights {

  private final BalanceSettings settings;
  private final HashMap<Object, Double> factors; // by key of the class

  private BalanceWeights(BalanceSettings settings, Map<Object, Double> factors) {
    this.settings = settings;
    this.factors = new HashMap<>(factors);
  }

  /**
   * By numbers of rows before and after, which are what classes weigh without case weights; starts
   * no job.
   */
  public static BalanceWeights ofRows(
      BalanceSettings settings, List<ClassCount> classes, long[] before, long[] after) {
    Map<Object, Double> factors = new HashMap<>();
    for (int c = 0; c < before.length; c++) {
      factors.put(classes.get(c).key(), after[c] == 0 ? 1 : (double) before[c] / after[c]);
    }

    return new BalanceWeights(settings, factors);
  }

  /** By totals before that are known, of classes in their order, and those of rows after. */
  public static BalanceWeights of(
      BalanceSettings settings, List<ClassCount> classes, double[] before, ClassTotals after) {
    Map<Object, Double> factors = new HashMap<>();
    for (int c = 0; c < before.length; c++) {
      ClassCount of = classes.get(c);
      factors.put(of.key(), factor(settings, of.name(), before[c], after.weight(of.key())));
    }

    return new BalanceWeights(settings, factors);
  }

  /**
   * By sums over the rows, two jobs: one reads what was there before, one makes what is there after
   * once more than it is asked for.
   */
  public static BalanceWeights counted(
      BalanceSettings settings, Dataset<?> before, Dataset<?> after) {
    LabelColumn input = settings.known(before.schema());
    ClassTotals from = totals(settings, before).require(settings, false);
    ClassTotals to = totals(settings, after);
    Map<Object, Double> factors = new HashMap<>();
    for (ClassTotals.Total of : from.classes(before, input)) {
      ClassCount count = of.count();
      double left = to.weight(count.key());
      factors.put(count.key(), factor(settings, count.name(), of.weight(), left));
    }

    return new BalanceWeights(settings, factors);
  }

  private static ClassTotals totals(BalanceSettings settings, Dataset<?> rows) {
    return ClassTotals.of(rows, settings.known(rows.schema()), settings.maxClasses());
  }

  /**
   * What the case weights of a class are multiplied by.
   *
   * @param after not a number if no row of the class is left
   */
  private static double factor(BalanceSettings settings, String name, double before, double after) {
    double factor = before / after;
    if (before > 0 && factor == Double.POSITIVE_INFINITY) {
      throw WeightProblems.noWeightLeft(name, settings.weightCol());
    }

    return factor > 0 ? factor : 1;
  }

  /** The rows with their weights in one more column; starts no job. */
  public Dataset<Row> addTo(Dataset<Row> rows) {
    LabelColumn input = settings.known(rows.schema());
    HashMap<Object, Double> known = factors; // so that tasks are not sent the rest
    UDF1<Object, Double> factor =
        cell -> {
          Object label = Labels.key(cell);
          Double of = label == null ? Double.valueOf(1) : known.get(label);
          if (of == null) {
            throw CensusProblems.inputChanged(String.valueOf(label), 0, 1);
          }

          return of;
        };
    List<Column> cells = new ArrayList<>(input.cells());
    Column ofClass = functions.udf(factor, DataTypes.DoubleType).apply(input.comparable());
    cells.add(ofClass.multiply(input.caseWeight()).as("+weight"));
    List<String> names = new ArrayList<>(List.of(rows.columns()));
    names.add(settings.balanceWeightCol());
    return rows.toDF(InputSchema.safeNames(input.schema().size()))
        .select(cells.toArray(new Column[0]))
        .toDF(names.toArray(new String[0]));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.census.CensusProblems;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.exact.ExactSum;
import org.sparksmote.internal.spark.Passes;
import org.sparksmote.internal.strategy.ClassCount;

/** What each class weighs, the same in any order of the rows: the sum of case weights, or rows. */
public final class ClassTotals {

  /**
   * One class.
   *
   * @param count its label and its rows
   * @param sum of the case weights, exact
   */
  public record Total(ClassCount count, ExactSum sum) {

    /** What the class weighs. */
    public double weight() {
      return sum.value();
    }
  }

  /** The sum of a class, and how its label is spelled: the first spelling in order. */
  private static final class Sum {

    private final ExactSum weights = new ExactSum();
    private long rows;
    private @Nullable String spelling;

    void spell(@Nullable String text) {
      if (text != null && (spelling == null || text.compareTo(spelling) < 0)) {
        spelling = text;
      }
    }
  }

  private final int maxClasses;
  private final Map<Object, Sum> sums = new HashMap<>(); // by key
  private long invalidLabels;
  private long invalidWeights;

  private ClassTotals(int maxClasses) {
    this.maxClasses = maxClasses;
  }

  /**
   * Sums up, in one job.
   *
   * @param input the columns of the dataset
   */
  public static ClassTotals of(Dataset<?> dataset, LabelColumn input, int maxClasses) {
    Dataset<Row> cells =
        dataset
            .toDF(InputSchema.safeNames(input.schema().size()))
            .select(input.comparable(), input.caseWeight(), input.spelling());
    Row sent =
        Passes.merge(
            cells,
            part -> new ClassTotals(maxClasses).add(part).toRow(),
            new ClassTotals(maxClasses).toRow(),
            (a, b) -> new ClassTotals(maxClasses).add(a).add(b).toRow());
    return new ClassTotals(maxClasses).add(sent);
  }

  private ClassTotals add(Iterator<Row> part) {
    while (part.hasNext()) {
      Row row = part.next();
      double weight = row.isNullAt(1) ? Double.NaN : row.getDouble(1);
      boolean isWeight = weight >= 0 && weight < Double.POSITIVE_INFINITY;
      invalidWeights += isWeight ? 0 : 1;
      Object label = Labels.key(row.get(0));
      Sum sum = label == null ? null : sum(label);
      invalidLabels += label == null ? 1 : 0;
      if (sum != null) {
        sum.rows++;
        sum.weights.add(isWeight ? weight : 0);
        sum.spell(row.getAs(2));
      }
    }

    return this;
  }

  /** The sum of a class, or null if there are too many classes already. */
  private @Nullable Sum sum(Object label) {
    Sum known = sums.get(label);
    if (known == null && !isOverfull()) {
      known = new Sum();
      sums.put(label, known);
    }

    return known;
  }

  private boolean isOverfull() {
    return sums.size() > maxClasses;
  }

  private ClassTotals add(Row sent) {
    long[] numbers = sent.getAs(0);
    invalidLabels += numbers[0];
    invalidWeights += numbers[1];
    Row entries = sent.getStruct(1);
    for (int i = 0; i < entries.size(); i += 4) {
      Sum sum = sum(entries.get(i));
      if (sum != null) {
        sum.weights.merge(ExactSum.of(entries.getAs(i + 1)));
        sum.rows += entries.getLong(i + 2);
        sum.spell(entries.getAs(i + 3));
      }
    }

    return this;
  }

  private Row toRow() {
    List<@Nullable Object> entries = new ArrayList<>();
    sums.forEach(
        (label, sum) -> {
          entries.add(label);
          entries.add(sum.weights.toBytes());
          entries.add(sum.rows);
          entries.add(sum.spelling);
        });
    long[] numbers = {invalidLabels, invalidWeights};
    return RowFactory.create(numbers, RowFactory.create(entries.toArray()));
  }

  /**
   * Refuses more classes than allowed, weights that are none, and if asked for, rows without a
   * label.
   */
  public ClassTotals require(BalanceSettings settings, boolean labelled) {
    if (isOverfull()) {
      throw CensusProblems.noClasses(
          settings.labelCol(), "it has more than " + maxClasses + " distinct values");
    }

    if (invalidWeights > 0) {
      throw CensusProblems.invalidWeights(settings.weightCol(), invalidWeights);
    }

    if (labelled && invalidLabels > 0) {
      throw CensusProblems.invalidLabels(settings.labelCol(), invalidLabels);
    }

    return this;
  }

  /** The sum of the class with that key; not a number if it has no row. */
  double weight(Object key) {
    Sum sum = sums.get(key);
    return sum == null ? Double.NaN : sum.weights.value();
  }

  /** All classes, by ascending label; starts no job. */
  public List<Total> classes(Dataset<?> dataset, LabelColumn input) {
    TreeMap<Object, Sum> sorted = new TreeMap<>(Labels::compare);
    sorted.putAll(sums);
    List<Object> keys = List.copyOf(sorted.keySet());
    List<String> names = Labels.names(keys, input.type(), dataset.sparkSession());
    List<Total> classes = new ArrayList<>();
    sorted.forEach(
        (key, sum) -> {
          String spelling = sum.spelling;
          String name = spelling == null ? names.get(classes.size()) : spelling;
          ClassCount count = new ClassCount(key, name, sum.rows, sum.rows, sum.rows, 0);
          classes.add(new Total(count, sum.weights));
        });
    return classes;
  }

  /** What all classes weigh together, rounded once. */
  public static double sum(List<Total> classes) {
    ExactSum all = new ExactSum();
    classes.forEach(of -> all.merge(of.sum()));
    return all.value();
  }
}

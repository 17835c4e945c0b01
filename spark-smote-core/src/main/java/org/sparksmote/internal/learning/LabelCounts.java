// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.spark.Passes;
import org.sparksmote.internal.strategy.ClassCount;

/**
 * Rows of every class by its index, as classifiers of Spark have classes, and those of no index.
 */
public final class LabelCounts {

  /** Spark's classifiers take no more classes than that either, unless metadata count them. */
  private static final int MOST = 100;

  private final long[] rows = new long[MOST];
  private long others;
  private long badWeights;
  private double example = Double.NaN; // the least of the others, which NaN comes last of

  private LabelCounts() {}

  /** Refuses labels that are no numbers, before any job. */
  public static void requireNumbers(StructType schema, String labelCol) {
    StructField field = schema.fields()[new ColumnResolver(schema).find("labelCol", labelCol)];
    if (!(field.dataType() instanceof NumericType)) {
      throw LearningProblems.noClassIndices(
          field.name(), "they are of type " + field.dataType().simpleString());
    }
  }

  /**
   * Counts a column of doubles, in one job.
   *
   * @param weightCol empty if there is none
   */
  public static LabelCounts of(Dataset<?> data, String labelCol, String weightCol) {
    Column weight = weightCol.isEmpty() ? functions.lit(1.0) : number(weightCol);
    Dataset<Row> labels = data.select(number(labelCol), weight).toDF();
    Row sent =
        Passes.merge(
            labels,
            part -> new LabelCounts().add(part).toRow(),
            new LabelCounts().toRow(),
            (a, b) -> new LabelCounts().add(a).add(b).toRow());
    return new LabelCounts().add(sent);
  }

  private static Column number(String column) {
    return functions.col(ColumnResolver.quoted(column)).cast(DataTypes.DoubleType);
  }

  private LabelCounts add(Iterator<Row> part) {
    while (part.hasNext()) {
      Row row = part.next();
      double weight = row.isNullAt(1) ? Double.NaN : row.getDouble(1);
      badWeights += weight >= 0 && weight < Double.POSITIVE_INFINITY ? 0 : 1;
      double label = row.isNullAt(0) ? Double.NaN : row.getDouble(0);
      if (label >= 0 && label < MOST && label == Math.rint(label)) {
        rows[(int) label]++;
      } else {
        others++;
        example = least(example, label);
      }
    }

    return this;
  }

  private LabelCounts add(Row sent) {
    long[] other = sent.getAs(0);
    for (int c = 0; c < MOST; c++) {
      rows[c] += other[c];
    }

    others += sent.getLong(1);
    example = least(example, sent.getDouble(2));
    badWeights += sent.getLong(3);
    return this;
  }

  private static double least(double a, double b) {
    return Double.compare(a, b) <= 0 ? a : b;
  }

  private Row toRow() {
    return RowFactory.create(rows, others, example, badWeights);
  }

  /** Classes up to the last one that has rows, two at least. */
  public int classes() {
    int classes = MOST;
    while (classes > 2 && rows[classes - 1] == 0) {
      classes--;
    }

    return classes;
  }

  /** The rows of a class. */
  public long rows(int c) {
    return rows[c];
  }

  /** All rows. */
  public long total() {
    return Arrays.stream(rows).sum();
  }

  /** Refuses weights that are none. */
  public LabelCounts requireWeights(String weightCol) {
    if (badWeights > 0) {
      throw LearningProblems.badWeights(weightCol, badWeights);
    }

    return this;
  }

  /** Refuses a dataset without rows. */
  public LabelCounts requireRows() {
    if (others == 0 && total() == 0) {
      throw LearningProblems.noRows();
    }

    return this;
  }

  /** Refuses labels that are no indices. */
  public LabelCounts requireIndices(String labelCol) {
    if (others > 0) {
      String reason =
          others + " are " + (Double.isNaN(example) ? "null or NaN" : "such as " + example);
      throw LearningProblems.noClassIndices(labelCol, reason);
    }

    return this;
  }

  /** Refuses a class without rows among the first {@code classes}. */
  public void requireAll(int classes, String where, String labelCol) {
    requireAll(Arrays.copyOf(rows, classes), where, labelCol);
  }

  /** Refuses a class of no rows. */
  public static void requireAll(long[] rows, String where, String labelCol) {
    for (int c = 0; c < rows.length; c++) {
      if (rows[c] == 0) {
        throw LearningProblems.emptyClass(c, where, labelCol);
      }
    }
  }

  /** The classes as strategies ask for them. */
  public List<ClassCount> counts(Dataset<?> data) {
    List<Object> labels = new ArrayList<>();
    for (int c = 0; c < classes(); c++) {
      labels.add((double) c);
    }

    List<String> names = Labels.names(labels, DataTypes.DoubleType, data.sparkSession());
    List<ClassCount> counts = new ArrayList<>();
    for (int c = 0; c < labels.size(); c++) {
      counts.add(new ClassCount(labels.get(c), names.get(c), rows[c], rows[c], rows[c], 0));
    }

    return counts;
  }
}

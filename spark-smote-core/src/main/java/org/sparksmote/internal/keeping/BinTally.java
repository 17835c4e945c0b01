// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.columns.StoredLabels;
import org.sparksmote.internal.spark.Passes;

/**
 * The counting pass: rows of every class, and how many of their ranks are in each bin. Tallies
 * merge in any order to the same result.
 */
final class BinTally {

  private final int maxClasses;
  private final int bins;
  private final boolean withReplacement;
  final Map<Object, ClassBins> classes = new HashMap<>(); // by label
  long rows;
  long invalidLabels;
  long invalidWeights;

  private BinTally(int maxClasses, int bins, boolean withReplacement) {
    this.maxClasses = maxClasses;
    this.bins = bins;
    this.withReplacement = withReplacement;
  }

  /**
   * Counts the rows of a dataset, in one job.
   *
   * @param columns label and key of a row; then its case weight and how its label is spelled, where
   *     either is of interest
   */
  static BinTally count(
      Dataset<Row> data,
      List<Column> columns,
      int maxClasses,
      RankBins bins,
      boolean withReplacement,
      Draws draws) {
    int size = bins.size();
    Dataset<Row> read = data.select(columns.toArray(new Column[0]));
    DataType labelType = read.schema().fields()[0].dataType();
    Row counted =
        Passes.mergeStored(
            read,
            part ->
                new BinTally(maxClasses, size, withReplacement)
                    .add(part, labelType, bins, draws)
                    .toRow(),
            new BinTally(maxClasses, size, withReplacement).toRow(),
            (a, b) -> new BinTally(maxClasses, size, withReplacement).add(a).add(b).toRow());
    return new BinTally(maxClasses, size, withReplacement).add(counted);
  }

  private BinTally add(Iterator<InternalRow> part, DataType type, RankBins binning, Draws draws) {
    StoredLabels labels = new StoredLabels(type);
    while (part.hasNext()) {
      InternalRow row = part.next();
      rows++;
      Object label = labels.key(row, 0);
      ClassBins counts = label == null ? null : counts(label);
      if (label == null) {
        invalidLabels++;
      } else if (counts != null) {
        add(row.getLong(1), counts, binning, draws);
      }

      if (row.numFields() > 2) {
        weigh(row, counts);
      }
    }

    return this;
  }

  private void add(long key, ClassBins counts, RankBins binning, Draws draws) {
    counts.rows[binning.of(key)]++;
    if (withReplacement) {
      draws.count(key, 0, Draws.BY_CONTENT, counts.ranks);
    }
  }

  private void weigh(InternalRow row, @Nullable ClassBins counts) {
    double weight = row.isNullAt(2) ? Double.NaN : row.getDouble(2);
    boolean isWeight = weight >= 0 && weight < Double.POSITIVE_INFINITY;
    invalidWeights += isWeight ? 0 : 1;
    if (counts != null) {
      counts.weigh(isWeight ? weight : 0);
      counts.spell(row.isNullAt(3) ? null : row.getUTF8String(3).toString());
    }
  }

  /** The counts of a class, or null if there are too many classes already. */
  private @Nullable ClassBins counts(Object label) {
    ClassBins known = classes.get(label);
    if (known == null && !isOverfull()) {
      known = new ClassBins(bins, withReplacement);
      classes.put(label, known);
    }

    return known;
  }

  /** Whether there are more classes than allowed; counting them on would be of no use. */
  boolean isOverfull() {
    return classes.size() > maxClasses;
  }

  private Row toRow() {
    List<Object> entries = new ArrayList<>();
    classes.forEach(
        (label, counts) -> {
          entries.add(label);
          entries.add(counts.toRow());
        });
    long[] numbers = {rows, invalidLabels, invalidWeights};
    return RowFactory.create(numbers, RowFactory.create(entries.toArray()));
  }

  private BinTally add(Row sent) {
    long[] numbers = sent.getAs(0);
    rows += numbers[0];
    invalidLabels += numbers[1];
    invalidWeights += numbers[2];
    Row entries = sent.getStruct(1);
    for (int i = 0; i < entries.size(); i += 2) {
      if (!isOverfull()) {
        ClassBins other = ClassBins.of(entries.getStruct(i + 1), withReplacement);
        classes.merge(entries.get(i), other, ClassBins::merge);
      }
    }

    return this;
  }
}

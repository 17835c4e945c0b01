// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.exact.ExactSum;

/** What the counting pass knows of one class: rows and ranks by bin, and the sum of weights. */
final class ClassBins {

  /** Rows by the bin of their content. */
  final long[] rows;

  /** Ranks by bin; the same as the rows where each row has one rank. */
  final long[] ranks;

  /** How a label is spelled that is not its own key: the first spelling in order. */
  @Nullable String spelling;

  private final ExactSum weights;

  ClassBins(int bins, boolean withReplacement) {
    this.rows = new long[bins];
    this.ranks = withReplacement ? new long[bins] : rows;
    this.weights = new ExactSum();
  }

  private ClassBins(Row sent, boolean withReplacement) {
    this.rows = sent.getAs(0);
    this.ranks = withReplacement ? sent.getAs(1) : rows;
    this.weights = ExactSum.of(sent.getAs(2));
    this.spelling = sent.getAs(3);
  }

  static ClassBins of(Row sent, boolean withReplacement) {
    return new ClassBins(sent, withReplacement);
  }

  /** As it travels; {@link #of} reads it. */
  Row toRow() {
    return RowFactory.create(rows, ranks == rows ? null : ranks, weights.toBytes(), spelling);
  }

  void weigh(double weight) {
    weights.add(weight);
  }

  void spell(@Nullable String text) {
    if (text != null && (spelling == null || text.compareTo(spelling) < 0)) {
      spelling = text;
    }
  }

  ClassBins merge(ClassBins other) {
    add(rows, other.rows);
    if (ranks != rows) {
      add(ranks, other.ranks);
    }

    weights.merge(other.weights);
    spell(other.spelling);
    return this;
  }

  /** Adds numbers to numbers. */
  static void add(long[] sums, long[] others) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += others[i];
    }
  }

  /** All rows. */
  long total() {
    return Arrays.stream(rows).sum();
  }

  double weight() {
    return weights.value();
  }
}

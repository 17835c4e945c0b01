// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * What the passes over an input read of it: label, features, and a fingerprint of both, by which
 * one pass knows whether it reads what another one has read. Spark computes it on its own form of a
 * row, so that it costs little where nothing else is wanted of a row.
 */
public final class FingerprintedRows {

  private static final String FINGERPRINT = "fingerprint";

  private static final String WANTED = "wanted";

  private FingerprintedRows() {}

  /** Where in a row the fingerprint is: behind the features. */
  public static int position(InputSchema input) {
    return FeatureReader.FIRST + input.features().size();
  }

  /** To count: behind the fingerprint how a label is spelled, then the case weight, if any. */
  public static Dataset<Row> toCount(InputSchema input, Dataset<?> data) {
    List<Integer> others = new ArrayList<>();
    if (CellForms.isCollated(input.labelType())) {
      others.add(input.label());
    }

    if (input.weight() >= 0) {
      others.add(input.weight());
    }

    return of(input, data, others);
  }

  /**
   * To send on: behind the fingerprint the other columns. Rows of no class that is wanted have no
   * features: to make objects of them is most of what reading a row takes.
   *
   * @param classes the keys of their labels, or null for all
   */
  public static Dataset<Row> toRoute(
      InputSchema input, Dataset<?> data, List<Integer> others, @Nullable Set<Object> classes) {
    Dataset<Row> rows = of(input, data, others);
    if (classes == null) {
      return rows;
    }

    // A column of its own, so that it is asked once and not once per feature.
    Column label = rows.col(rows.columns()[0]);
    Dataset<Row> asked = rows.withColumn(WANTED, Labels.isOneOf(label, classes));
    Column[] columns = Arrays.stream(rows.columns()).map(asked::col).toArray(Column[]::new);
    for (int i = FeatureReader.FIRST; i < position(input); i++) {
      columns[i] = functions.when(asked.col(WANTED), columns[i]).as(rows.columns()[i]);
    }

    return asked.select(columns);
  }

  private static Dataset<Row> of(InputSchema input, Dataset<?> data, List<Integer> others) {
    Dataset<Row> rows = input.select(data, others);
    List<Column> columns = new ArrayList<>();
    for (String name : rows.columns()) {
      columns.add(rows.col(name));
    }

    Column[] compared = columns.subList(0, position(input)).toArray(new Column[0]);
    columns.add(position(input), functions.xxhash64(compared).as(FINGERPRINT));
    return rows.select(columns.toArray(new Column[0]));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.variants.BaseWeight;

/**
 * What the rows of a cell weigh together.
 *
 * @param cell the cell
 * @param rule how they were weighed
 * @param eligible rows that may be bases
 * @param sum of their weights
 * @param logScale logarithm of what the sum is to be multiplied with to compare cells
 * @param histogram rows by level, if the rule has levels
 */
record CellReport(
    int cell, BaseWeight rule, long eligible, double sum, double logScale, long[] histogram) {

  /** The report as it travels. */
  Row toRow() {
    return RowFactory.create(cell, rule.name(), eligible, sum, logScale, histogram);
  }

  /** The report that travelled as a Row. */
  static CellReport of(Row row) {
    return new CellReport(
        row.getInt(0),
        BaseWeight.valueOf(row.getString(1)),
        row.getLong(2),
        row.getDouble(3),
        row.getDouble(4),
        row.getAs(5));
  }
}

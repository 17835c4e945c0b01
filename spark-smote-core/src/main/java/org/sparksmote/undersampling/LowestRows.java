// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.sparksmote.internal.spark.Persisted;

/**
 * The n rows of a class with the lowest values, exactly n: of equal values those with the lowest
 * keys, which are random and belong to the content of the row, and of rows that are the same any.
 * No row is sorted: passes over the values count them by their next bits, until it is known which
 * value is the n-th.
 *
 * <p>Rows have the columns {@code +class} (null: the row stays), {@code +value} (null: it goes, if
 * its class loses rows) and {@code +key}.
 */
final class LowestRows {

  private LowestRows() {}

  /**
   * The rows that stay.
   *
   * @param keep rows of each class, or of those that have a value all if they are fewer; negative:
   *     every row of the class stays
   * @param tie tells rows apart that have one key
   */
  static Dataset<Row> of(Dataset<Row> rows, long[] keep, Column tie) {
    RankLimits limits = new RankLimits(keep);
    if (limits.isOpen()) {
      Persisted persisted = new Persisted();
      Dataset<Row> ranks = rows.select("+class", "+value", "+key").filter("`+class` is not null");
      persisted.persist(ranks, StorageLevel.MEMORY_AND_DISK());
      try {
        while (limits.isOpen()) {
          limits.narrow(ranks);
        }
      } finally {
        persisted.release();
      }
    }

    return kept(rows, limits, tie);
  }

  private static Dataset<Row> kept(Dataset<Row> rows, RankLimits limits, Column tie) {
    UDF3<Integer, Double, Long, Integer> side = limits::side;
    Column sideOf =
        functions
            .udf(side, DataTypes.IntegerType)
            .apply(functions.col("+class"), functions.col("+value"), functions.col("+key"));
    if (!limits.hasTies()) {
      return rows.filter(sideOf.lt(0));
    }

    Dataset<Row> sided = rows.withColumn("+side", sideOf);
    WindowSpec same = Window.partitionBy("+class").orderBy(tie);
    Dataset<Row> tied =
        sided.filter("`+side` = 0").withColumn("+number", functions.row_number().over(same));
    UDF3<Integer, Integer, Integer, Boolean> first = (c, number, any) -> number <= limits.tied(c);
    Column stays =
        functions
            .udf(first, DataTypes.BooleanType)
            .apply(functions.col("+class"), functions.col("+number"), functions.col("+side"));
    List<String> columns = Arrays.asList(sided.columns());
    Column[] all =
        columns.stream().map(name -> functions.col("`" + name + "`")).toArray(Column[]::new);
    return sided.filter("`+side` < 0").union(tied.filter(stays).select(all)).drop("+side");
  }
}

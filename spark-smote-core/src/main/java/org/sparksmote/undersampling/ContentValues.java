// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** Values that rows have by their class and features, and how rows get them. */
final class ContentValues {

  private static final StructType TYPE =
      new StructType()
          .add("+ofClass", DataTypes.IntegerType, false)
          .add("+one", DataTypes.LongType, false)
          .add("+two", DataTypes.LongType, false)
          .add("+value", DataTypes.DoubleType, true);

  private final CountedRows counted;
  private @Nullable Dataset<Row> values;

  ContentValues(CountedRows counted) {
    this.counted = counted;
  }

  /** The row of a value; null if it has none. */
  static Row row(int c, Tuple2<Long, Long> id, @Nullable Double value) {
    return RowFactory.create(c, id._1(), id._2(), value);
  }

  /** Adds the values of a class. */
  void add(JavaRDD<Row> ofClass) {
    Dataset<Row> more = counted.data().sparkSession().createDataFrame(ofClass, TYPE);
    Dataset<Row> known = values;
    values = known == null ? more : known.union(more);
  }

  /** Identified rows with the column {@code +value}; null where there is no value. */
  Dataset<Row> of(Dataset<Row> rows) {
    Dataset<Row> known = values;
    if (known == null) {
      return rows.withColumn("+value", functions.lit(null).cast(DataTypes.DoubleType));
    }

    return rows.join(
        known,
        rows.col("+class")
            .equalTo(known.col("+ofClass"))
            .and(rows.col("+first").equalTo(known.col("+one")))
            .and(rows.col("+second").equalTo(known.col("+two"))),
        "left_outer");
  }
}

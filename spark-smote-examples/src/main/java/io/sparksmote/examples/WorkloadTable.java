// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.examples;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A workload as a table: the class to be grown, and a small second class, since resampling needs
 * two.
 *
 * @param workload the shape of the data
 * @param rows rows of the class to be grown
 * @param dims features
 * @param seed another seed, another table
 */
record WorkloadTable(Workload workload, long rows, int dims, long seed) {

  static final String GROWN = "grown";

  private static final String OTHER = "other";

  private static final long OTHER_ROWS = 1000;

  static StructType schema() {
    return new StructType()
        .add("label", DataTypes.StringType, false)
        .add("features", SQLDataTypes.VectorType(), false);
  }

  Dataset<Row> make(SparkSession spark, int partitions) {
    Workload.RowMaker maker = workload.maker(dims, seed);
    long grown = rows;
    MapFunction<Long, Row> row =
        number ->
            RowFactory.create(number < grown ? GROWN : OTHER, Vectors.dense(maker.row(number)));
    return spark
        .range(0, rows + OTHER_ROWS, 1, partitions)
        .as(Encoders.LONG())
        .map(row, Encoders.row(schema()));
  }
}

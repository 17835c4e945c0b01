// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.demo;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.examples.workloads.Draws;

/**
 * A generated table of card payments with a rare class of frauds. Row i depends on seed and i
 * alone.
 *
 * @param rows payments
 * @param fraudRate share of frauds, as the chance of each row
 * @param seed another seed, another table
 */
record FraudTable(long rows, double fraudRate, long seed) implements Serializable {

  static final String LABEL = "label";

  /** True in about 30 % of the rows, which are kept for the test. */
  static final String TEST = "test";

  private static final double TEST_SHARE = 0.3;

  static StructType schema() {
    StructType schema = new StructType();
    for (String feature : Payment.FEATURES) {
      schema = schema.add(feature, DataTypes.DoubleType, false);
    }

    return schema.add(LABEL, DataTypes.DoubleType, false).add(TEST, DataTypes.BooleanType, false);
  }

  /** The table; made anew wherever it is read. */
  Dataset<Row> make(SparkSession spark, int partitions) {
    MapFunction<Long, Row> row = this::row;
    return spark.range(0, rows, 1, partitions).as(Encoders.LONG()).map(row, Encoders.row(schema()));
  }

  private Row row(long number) {
    Draws draws = Draws.of(seed, number);
    boolean test = draws.chance(TEST_SHARE);
    boolean fraud = draws.chance(fraudRate);
    double[] values = fraud ? Payment.fraud(draws) : Payment.genuine(draws);
    Object[] cells = Arrays.copyOf(DoubleStream.of(values).boxed().toArray(), values.length + 2);
    cells[values.length] = fraud ? 1.0 : 0.0;
    cells[values.length + 1] = test;
    return RowFactory.create(cells);
  }
}

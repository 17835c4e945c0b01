// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.scale;

import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
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
 * A table that is stored nowhere: 50 Gaussian clusters, each row a pure function of its number,
 * made anew in every pass and therefore cheaply.
 *
 * @param rows rows of the class to be grown; {@link #OTHERS} of another class follow
 * @param dims features
 * @param partitions input partitions
 */
record ScaleTable(long rows, int dims, int partitions) {

  static final String GROWN = "grown";

  private static final long OTHERS = 1000;

  private static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.StringType, false)
          .add("features", SQLDataTypes.VectorType(), false);

  /** The whole table. */
  Dataset<Row> make(SparkSession spark) {
    return make(spark, rows + OTHERS, partitions);
  }

  /** The rows of the first partitions. */
  Dataset<Row> first(SparkSession spark, int few) {
    return make(spark, few * rowsPerPartition(), few);
  }

  long rowsPerPartition() {
    return (rows + partitions - 1) / partitions;
  }

  /** The first rows, without Spark. */
  Iterator<Row> iterator(long count) {
    Maker maker = new Maker(rows, dims);
    return LongStream.range(0, count).mapToObj(maker::call).iterator();
  }

  private Dataset<Row> make(SparkSession spark, long end, int parts) {
    return spark
        .range(0, end, 1, parts)
        .as(Encoders.LONG())
        .map(new Maker(rows, dims), Encoders.row(SCHEMA));
  }

  /** Makes a row from its number: a cluster's centre and noise. */
  private static final class Maker implements MapFunction<Long, Row> {

    private static final long serialVersionUID = 1L;

    private static final int CLUSTERS = 50;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** Gaussian draws, picked by 16 bits of a hash: four of them cost one hash. */
    private static final double[] NOISE = noise();

    private final long firstOther;
    private final int dims;
    private final double[] centers;

    Maker(long firstOther, int dims) {
      this.firstOther = firstOther;
      this.dims = dims;
      this.centers = new SplittableRandom(1).doubles((long) CLUSTERS * dims, -10, 10).toArray();
    }

    private static double[] noise() {
      SplittableRandom random = new SplittableRandom(2);
      double[] noise = new double[1 << 16];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = random.nextGaussian();
      }

      return noise;
    }

    @Override
    public Row call(Long number) {
      long row = mix(number * GOLDEN);
      int center = (int) (((row >>> 32) * CLUSTERS) >>> 32) * dims;
      double[] values = new double[dims];
      long bits = 0;
      for (int j = 0; j < dims; j++) {
        bits = (j & 3) == 0 ? mix(row + (j + 1) * GOLDEN) : bits >>> 16;
        values[j] = centers[center + j] + NOISE[(int) bits & 0xffff];
      }

      return RowFactory.create(number < firstOther ? GROWN : "other", Vectors.dense(values));
    }

    private static long mix(long value) {
      long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
      z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
      return z ^ (z >>> 31);
    }
  }
}

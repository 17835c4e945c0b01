// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Spark jobs over rows whose small result comes to the driver. What tasks send passes Spark's
 * serializer, which on many clusters is Kryo, and Kryo cannot read records: everything is sent as a
 * Row of numbers, texts, primitive arrays and further Rows.
 */
public final class Passes {

  /** Partitions up to which their results are merged by one step on executors, and not by two. */
  private static final int SHALLOW = 256;

  /** Results that reach the driver, at least, as far as room for them is concerned. */
  private static final int FEW_RESULTS = 4;

  /** What is merged by key is a sample, so a few tasks will do. */
  private static final int MERGING_TASKS = 4;

  private Passes() {}

  /** All that the partitions say, which must be bounded. */
  public static List<Row> collect(
      Dataset<Row> rows, FlatMapFunction<Iterator<Row>, Row> partition) {
    return rows.javaRDD().mapPartitions(partition).collect();
  }

  /** What the partitions say, merged into one; {@code nothing} if there is no partition. */
  public static Row merge(
      Dataset<Row> rows,
      Function<Iterator<Row>, Row> partition,
      Row nothing,
      Function2<Row, Row, Row> merge) {
    return merged(rows.javaRDD(), partition, nothing, merge);
  }

  /**
   * The same of rows as Spark stores them, where making objects of every cell would cost more than
   * what is done with them. A row is valid until the next one is read.
   */
  public static Row mergeStored(
      Dataset<Row> rows,
      Function<Iterator<InternalRow>, Row> partition,
      Row nothing,
      Function2<Row, Row, Row> merge) {
    return merged(rows.queryExecution().toRdd().toJavaRDD(), partition, nothing, merge);
  }

  private static int depth(int partitions) {
    return partitions <= SHALLOW ? 2 : 3;
  }

  /**
   * How many values the result of a task may hold when partitions are merged, so that the driver
   * gets no more than so many from all tasks, and a quarter of what {@code
   * spark.driver.maxResultSize} allows.
   */
  public static long valuesPerResult(Dataset<Row> rows, long most) {
    SparkConf conf = rows.sparkSession().sparkContext().getConf();
    long bytes = conf.getSizeAsBytes("spark.driver.maxResultSize", "1g");
    long allowed = bytes == 0 ? most : Math.min(most, bytes / 4 / Double.BYTES);
    int partitions = rows.javaRDD().getNumPartitions();
    long root = (long) Math.ceil(StrictMath.pow(partitions, 1.0 / depth(partitions)));
    return allowed / Math.max(FEW_RESULTS, Math.min(partitions, root + 2));
  }

  /** Merging in a tree keeps what reaches the driver small when there are many partitions. */
  private static <T> Row merged(
      JavaRDD<T> rows,
      Function<Iterator<T>, Row> partition,
      Row nothing,
      Function2<Row, Row, Row> merge) {
    int depth = depth(rows.getNumPartitions());
    return rows.mapPartitions(part -> List.of(partition.call(part)).iterator())
        .treeAggregate(nothing, merge, merge, depth);
  }

  /**
   * What the partitions say about some keys, merged by key, which must be bounded. What many
   * partitions say about the same key is merged on the executors, on disk if need be.
   */
  public static List<Row> collectByKey(
      Dataset<Row> rows,
      PairFlatMapFunction<Iterator<Row>, Long, Row> partition,
      Function2<Row, Row, Row> merge) {
    return rows.javaRDD()
        .mapPartitionsToPair(partition)
        .reduceByKey(merge, MERGING_TASKS)
        .values()
        .collect();
  }

  /**
   * What is learned on the executors from all that the partitions say about a number: of each key
   * one row, whichever comes first.
   */
  public static List<Row> learn(
      Dataset<Row> rows,
      PairFlatMapFunction<Iterator<Row>, Tuple2<Integer, Long>, Row> partition,
      int numbers,
      Function<Tuple2<Integer, Iterable<Row>>, Row> learner) {
    return rows.javaRDD()
        .mapPartitionsToPair(partition)
        .reduceByKey((first, second) -> first, MERGING_TASKS)
        .mapToPair(row -> new Tuple2<>(row._1()._1(), row._2()))
        .groupByKey(numbers)
        .map(learner)
        .collect();
  }
}

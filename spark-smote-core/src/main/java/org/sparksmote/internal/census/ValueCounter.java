// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.distance.ValueTables;
import org.sparksmote.internal.rows.FeatureRow;
import scala.Tuple2;

/**
 * The pass that SMOTE-N needs besides: counts for every value of every nominal feature the rows of
 * each class. Values are counted on the executors; those that a class to grow has reach the driver,
 * if they are few enough to travel with the plan. Counts stay in an RDD between its two jobs, as
 * tuples of numbers and primitive arrays, which any serializer of Spark can send.
 */
public final class ValueCounter implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Shares of classes that the plan may hold: 16 MB. */
  static final long MOST_SHARES = 2_000_000;

  /** Values that a task counts at a time. */
  private static final int OPEN_VALUES = 100_000;

  private final FeatureReader reader;
  private final int size;
  private final HashMap<Object, Integer> classOf = new HashMap<>();
  private final boolean[] kept; // per class: whether its values are needed

  private ValueCounter(FeatureReader reader, int size, List<ClassPlan> classes, boolean all) {
    this.reader = reader;
    this.size = size;
    this.kept = new boolean[classes.size()];
    for (int c = 0; c < kept.length; c++) {
      classOf.put(classes.get(c).count().key(), c);
      kept[c] = all || !classes.get(c).isUntouched();
    }
  }

  /** Counts: two jobs, the second of which only sends what the first counted. */
  public static ValueTables count(
      boolean all, InputSchema input, Dataset<?> data, int size, List<ClassPlan> classes) {
    ValueCounter counter = new ValueCounter(FeatureReader.of(input), size, classes, all);
    JavaPairRDD<Tuple2<Integer, Double>, long[]> counted =
        input
            .select(data)
            .javaRDD()
            .mapPartitionsToPair(counter::count)
            .reduceByKey(ValueCounter::sum)
            .filter(value -> counter.isKept(value._2()));
    long[] values =
        counted
            .mapPartitions(part -> List.of(counter.valuesPerFeature(part)).iterator())
            .reduce(ValueCounter::sum);
    refuseTooMany(input, values, classes.size());
    List<TreeMap<Double, long[]>> byFeature = new ArrayList<>();
    for (int j = 0; j < size; j++) {
      byFeature.add(new TreeMap<>());
    }

    counted.collect().forEach(v -> byFeature.get(v._1()._1()).put(v._1()._2(), v._2()));
    return ValueTables.of(classes.size(), byFeature);
  }

  private static void refuseTooMany(InputSchema input, long[] values, int classes) {
    long total = Arrays.stream(values).sum();
    if (total * classes > MOST_SHARES) {
      int largest = 0;
      for (int j = 1; j < values.length; j++) {
        largest = values[j] > values[largest] ? j : largest;
      }

      throw CensusProblems.tooManyValues(
          input.nominal().name(largest), values[largest], total, MOST_SHARES / classes);
    }
  }

  private boolean isKept(long[] rows) {
    for (int c = 0; c < kept.length; c++) {
      if (kept[c] && rows[c] > 0) {
        return true;
      }
    }

    return false;
  }

  private long[] valuesPerFeature(Iterator<Tuple2<Tuple2<Integer, Double>, long[]>> values) {
    long[] count = new long[size];
    values.forEachRemaining(value -> count[value._1()._1()]++);
    return count;
  }

  private static long[] sum(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }

    return sum;
  }

  private Iterator<Tuple2<Tuple2<Integer, Double>, long[]>> count(Iterator<Row> rows) {
    return new Counting(rows);
  }

  /** Counts some rows, passes the counts on, and goes on to the next rows. */
  private final class Counting implements Iterator<Tuple2<Tuple2<Integer, Double>, long[]>> {

    private final Iterator<Row> rows;
    private final FeatureRow features = new FeatureRow();
    private final double[] values = new double[size];
    private final Map<Tuple2<Integer, Double>, long[]> open = new HashMap<>();
    private Iterator<Map.Entry<Tuple2<Integer, Double>, long[]>> ready = open.entrySet().iterator();

    Counting(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      if (!ready.hasNext()) {
        open.clear();
        while (rows.hasNext() && open.size() < OPEN_VALUES) {
          add(rows.next());
        }

        ready = open.entrySet().iterator();
      }

      return ready.hasNext();
    }

    @Override
    public Tuple2<Tuple2<Integer, Double>, long[]> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }

      Map.Entry<Tuple2<Integer, Double>, long[]> value = ready.next();
      return new Tuple2<>(value.getKey(), value.getValue());
    }

    private void add(Row row) {
      Object label = Labels.key(row.get(0));
      @Nullable Integer c = label == null ? null : classOf.get(label);
      if (c == null) {
        return;
      }

      reader.read(row, features);
      if (features.invalid != FeatureRow.VALID || features.size != size) {
        return;
      }

      Arrays.fill(values, 0);
      features.copyTo(values, 0);
      for (int j = 0; j < size; j++) {
        Tuple2<Integer, Double> value = new Tuple2<>(j, values[j] + 0.0);
        open.computeIfAbsent(value, any -> new long[kept.length])[c]++;
      }
    }
  }
}

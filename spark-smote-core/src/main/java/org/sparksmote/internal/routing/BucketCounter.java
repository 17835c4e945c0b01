// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.columns.LabelledRows;
import org.sparksmote.internal.distance.ImageReader;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.keyed.ContentKey;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.spark.Passes;

/**
 * Counts the rows of every bucket, in one job, so that no row moves before all shares are known.
 */
final class BucketCounter implements Serializable {

  private static final long serialVersionUID = 1L;

  private final LabelledRows rows;
  private final List<RowDistance> distances;
  private final TreeMap<Integer, BucketRule> rules;

  BucketCounter(LabelledRows rows, List<RowDistance> distances, Map<Integer, BucketRule> rules) {
    this.rows = rows;
    this.distances = List.copyOf(distances);
    this.rules = new TreeMap<>(rules);
  }

  /** Rows and digests by class index. */
  BucketCounts count(Dataset<Row> data) {
    Row counted = Passes.merge(data, this::count, new Counted().toRow(), this::merge);
    Counted all = new Counted();
    all.add(counted);
    return new BucketCounts(rules, all.tallies, all.needed);
  }

  /** What is counted, by class index; it travels as a Row. */
  private final class Counted {

    private final Map<Integer, long[]> tallies = new TreeMap<>();
    private final Map<Integer, double[]> needed = new TreeMap<>(); // of rules with a cover

    Counted() {
      rules.forEach(
          (c, rule) -> {
            EnemyCover cover = rule.cover();
            tallies.put(c, new long[2 * rule.buckets()]);
            needed.put(c, new double[cover == null ? 0 : cover.balls()]);
          });
    }

    void add(int c, FeatureRow features, ImageReader images) {
      BucketRule rule = rules.get(c);
      long[] tally = tallies.get(c);
      double[] radii = needed.get(c);
      if (rule != null && tally != null && radii != null) {
        int bucket = rule.home(features, images);
        tally[bucket]++;
        tally[rule.buckets() + bucket] += ContentKey.digest(features.key());
        EnemyCover cover = rule.cover();
        if (cover != null) {
          cover.note(images.read(features), radii);
        }
      }
    }

    Row toRow() {
      return RowFactory.create(
          RowFactory.create(tallies.values().toArray()),
          RowFactory.create(needed.values().toArray()));
    }

    void add(Row other) {
      int at = 0;
      for (int c : rules.keySet()) {
        long[] tally = other.getStruct(0).getAs(at);
        double[] radii = other.getStruct(1).getAs(at++);
        tallies.merge(c, tally, BucketCounter::sum);
        needed.merge(c, radii, BucketCounter::largest);
      }
    }
  }

  private Row count(Iterator<Row> part) {
    Counted counted = new Counted();
    List<ImageReader> images = distances.stream().map(ImageReader::new).toList();
    rows.forEach(part, false, (c, features) -> counted.add(c, features, images.get(c)));
    return counted.toRow();
  }

  private Row merge(Row a, Row b) {
    Counted sums = new Counted();
    sums.add(a);
    sums.add(b);
    return sums.toRow();
  }

  private static double[] largest(double[] a, double[] b) {
    double[] largest = a.clone();
    Arrays.setAll(largest, i -> Math.max(a[i], b[i]));
    return largest;
  }

  private static long[] sum(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }

    return sum;
  }
}

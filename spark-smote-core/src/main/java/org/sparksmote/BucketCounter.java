// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.synth.ContentKey;

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
    Row counted = Passes.merge(data, this::count, toRow(nothing()), this::merge);
    return new BucketCounts(rules, tallies(counted));
  }

  private Map<Integer, long[]> nothing() {
    Map<Integer, long[]> tallies = new TreeMap<>();
    rules.forEach((c, rule) -> tallies.put(c, new long[2 * rule.buckets()]));
    return tallies;
  }

  /** The tallies of all classes, in the order of their numbers. */
  private static Row toRow(Map<Integer, long[]> tallies) {
    return RowFactory.create(tallies.values().toArray());
  }

  private Map<Integer, long[]> tallies(Row row) {
    Map<Integer, long[]> tallies = new TreeMap<>();
    rules.keySet().forEach(c -> tallies.put(c, row.getAs(tallies.size())));
    return tallies;
  }

  private Row count(Iterator<Row> part) {
    Map<Integer, long[]> tallies = nothing();
    List<ImageReader> images = distances.stream().map(ImageReader::new).toList();
    rows.forEach(
        part,
        false,
        (c, features) -> {
          BucketRule rule = rules.get(c);
          long[] tally = tallies.get(c);
          if (rule != null && tally != null) {
            int bucket = rule.home(features, images.get(c));
            tally[bucket]++;
            tally[rule.buckets() + bucket] += ContentKey.digest(features.key());
          }
        });
    return toRow(tallies);
  }

  private Row merge(Row a, Row b) {
    Map<Integer, long[]> sums = tallies(a);
    tallies(b).forEach((c, tally) -> sums.merge(c, tally, BucketCounter::sum));
    return toRow(sums);
  }

  private static long[] sum(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }

    return sum;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
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
  BucketCounts count(JavaRDD<Row> data) {
    Map<Integer, long[]> tallies =
        data.mapPartitions(part -> List.of(count(part)).iterator())
            .treeAggregate(new HashMap<>(), BucketCounter::merge, BucketCounter::merge);
    rules.forEach((c, rule) -> tallies.putIfAbsent(c, new long[2 * rule.buckets()]));
    return new BucketCounts(rules, tallies);
  }

  private Map<Integer, long[]> count(Iterator<Row> part) {
    Map<Integer, long[]> tallies = new HashMap<>();
    List<ImageReader> images = distances.stream().map(ImageReader::new).toList();
    rows.forEach(
        part,
        false,
        (c, features) -> {
          BucketRule rule = rules.get(c);
          if (rule != null) {
            int bucket = rule.home(features, images.get(c));
            long[] tally = tallies.computeIfAbsent(c, any -> new long[2 * rule.buckets()]);
            tally[bucket]++;
            tally[rule.buckets() + bucket] += ContentKey.digest(features.key());
          }
        });
    return tallies;
  }

  private static Map<Integer, long[]> merge(Map<Integer, long[]> a, Map<Integer, long[]> b) {
    b.forEach((c, tally) -> a.merge(c, tally, BucketCounter::sum));
    return a;
  }

  private static long[] sum(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }

    return sum;
  }
}

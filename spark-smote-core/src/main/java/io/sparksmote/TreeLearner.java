// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import io.sparksmote.internal.knn.HashTree;
import io.sparksmote.internal.synth.ContentKey;
import io.sparksmote.internal.synth.KeyedRandom;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Settles the bucket rule of every class of several buckets, by learning a hash tree if neighbours
 * must stay together, and counts the rows of the buckets. Both jobs run on the executors; only
 * trees and counts reach the driver.
 */
final class TreeLearner implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Sampled rows: enough for the medians of a shallow tree, and for each bucket of a deep one. */
  private static final int LEAST_SAMPLE = 8_000;

  private static final int SAMPLE_PER_BUCKET = 500;
  private static final int MOST_SAMPLE = 100_000;

  /** Marks the draw that chooses the sample, so that it is independent of those that make rows. */
  private static final int SAMPLE_DRAW = -1;

  private final FeatureReader reader;
  private final double[] weights;
  private final int[] buckets;
  private final HashMap<Object, Integer> classOf = new HashMap<>();
  private final List<Integer> learned = new ArrayList<>(); // classes that get a tree
  private final boolean[] withEnemies;
  private final long[] thresholds; // per class: rows whose draw is below are in the sample
  private final double halo;
  private final int k;
  private final long seed;
  private final InputSchema input;

  TreeLearner(
      SmoteParams<?> params,
      InputSchema input,
      ClassCounter.Counts counts,
      List<ClassPlan> classes,
      int[] buckets,
      List<VariantParts> parts) {
    this.reader = FeatureReader.of(input);
    this.input = input;
    this.weights = counts.weights().values();
    this.buckets = buckets;
    this.halo = params.getHalo();
    this.k = params.getKNeighbors();
    this.seed = params.getSeed();
    this.thresholds = new long[buckets.length];
    this.withEnemies = new boolean[buckets.length];
    long all = classes.stream().mapToLong(plan -> plan.count().usable()).sum();
    for (int c = 0; c < buckets.length; c++) {
      if (buckets[c] > 1) {
        ClassCount count = classes.get(c).count();
        classOf.put(count.label(), c);
        withEnemies[c] = parts.get(c).needsEnemies();
        thresholds[c] = threshold(withEnemies[c] ? all : count.usable(), buckets[c]);
        if (parts.get(c).needsLocality()) {
          learned.add(c);
        }
      }
    }
  }

  private static long threshold(long rows, int buckets) {
    long wanted = Math.min(MOST_SAMPLE, Math.max(LEAST_SAMPLE, (long) SAMPLE_PER_BUCKET * buckets));
    return (long) (Math.min(1.0, (double) wanted / rows) * Long.MAX_VALUE);
  }

  /** Learns and counts; starts no job when every class is one bucket. */
  BucketCounts countBuckets(Dataset<?> data) {
    if (classOf.isEmpty()) {
      return new BucketCounts(Map.of(), Map.of());
    }

    JavaRDD<Row> rows = input.select(data, false).javaRDD();
    Map<Integer, BucketRule> rules = new TreeMap<>(learned.isEmpty() ? Map.of() : learn(rows));
    classOf.values().forEach(c -> rules.putIfAbsent(c, BucketRule.anywhere(buckets[c])));
    Map<Integer, long[]> tallies =
        rows.mapPartitions(part -> List.of(count(part, rules)).iterator())
            .treeAggregate(new HashMap<>(), TreeLearner::merge, TreeLearner::merge);
    classOf.values().forEach(c -> tallies.putIfAbsent(c, new long[2 * buckets[c]]));
    return new BucketCounts(rules, tallies);
  }

  private Map<Integer, BucketRule> learn(JavaRDD<Row> rows) {
    Map<Integer, BucketRule> rules = new TreeMap<>();
    rows.mapPartitionsToPair(this::sample)
        .groupByKey(learned.size())
        .mapToPair(sampled -> new Tuple2<>(sampled._1(), learn(sampled._1(), sampled._2())))
        .collectAsMap()
        .forEach((c, tree) -> rules.put(c, BucketRule.nearby(buckets[c], tree)));
    learned.forEach(
        c -> rules.computeIfAbsent(c, any -> BucketRule.nearby(buckets[c], learn(c, List.of()))));
    return rules;
  }

  /** Distinct sampled rows: a row that stands there a thousand times says no more than once. */
  private Iterator<Tuple2<Integer, double[]>> sample(Iterator<Row> rows) {
    Map<Integer, Set<Long>> seen = new HashMap<>();
    List<Tuple2<Integer, double[]>> sampled = new ArrayList<>();
    ImageReader images = new ImageReader(weights);
    forEachRow(
        rows,
        learned.stream().anyMatch(c -> withEnemies[c]),
        (own, features) -> {
          long key = features.key();
          long draw = KeyedRandom.rank(seed, key, SAMPLE_DRAW) >>> 1;
          for (int c : learned) {
            boolean drawn = draw < thresholds[c] && (withEnemies[c] || own == c);
            if (drawn && seen.computeIfAbsent(c, any -> new HashSet<>()).add(key)) {
              sampled.add(new Tuple2<>(c, images.read(features).clone()));
            }
          }
        });
    return sampled.iterator();
  }

  private byte[] learn(int c, Iterable<double[]> sampled) {
    List<double[]> rows = new ArrayList<>();
    sampled.forEach(rows::add);
    rows.sort(Arrays::compare); // an order that does not depend on partitions
    List<double[]> distinct = new ArrayList<>();
    for (double[] row : rows) {
      if (distinct.isEmpty() || !Arrays.equals(distinct.get(distinct.size() - 1), row)) {
        distinct.add(row);
      }
    }

    return HashTree.learn(distinct.toArray(new double[0][]), buckets[c], halo, k, seed).toBytes();
  }

  private Map<Integer, long[]> count(Iterator<Row> rows, Map<Integer, BucketRule> rules) {
    Map<Integer, long[]> tallies = new HashMap<>();
    ImageReader images = new ImageReader(weights);
    forEachRow(
        rows,
        false,
        (own, features) -> {
          int bucket = java.util.Objects.requireNonNull(rules.get(own)).home(features, images);
          long[] tally = tallies.computeIfAbsent(own, any -> new long[2 * buckets[own]]);
          tally[bucket]++;
          tally[buckets[own] + bucket] += ContentKey.digest(features.key());
        });
    return tallies;
  }

  private interface RowUse {
    /** Takes a row of a class, or of none that is split (-1). */
    void accept(int classIndex, FeatureRow features);
  }

  private void forEachRow(Iterator<Row> rows, boolean othersToo, RowUse use) {
    FeatureRow features = new FeatureRow();
    while (rows.hasNext()) {
      Row row = rows.next();
      Object label = Labels.key(row.get(0));
      Integer c = label == null ? null : classOf.get(label);
      if (c != null || (label != null && othersToo)) {
        reader.read(row, features);
        if (features.invalid == FeatureRow.VALID && features.size == weights.length) {
          use.accept(c == null ? -1 : c, features);
        }
      }
    }
  }

  private static Map<Integer, long[]> merge(Map<Integer, long[]> a, Map<Integer, long[]> b) {
    b.forEach((c, tally) -> a.merge(c, tally, TreeLearner::sum));
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

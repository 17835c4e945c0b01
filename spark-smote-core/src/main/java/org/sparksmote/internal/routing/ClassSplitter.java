// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.cells.SearchPlan;
import org.sparksmote.internal.census.CensusProblems;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.census.RowSample;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.LabelledRows;
import org.sparksmote.internal.distance.ImageReader;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.exact.Apportionment;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.params.NeighborParams;

/**
 * Splits classes that are too large for one task. Rules are learned from the sample that the count
 * drew, or else by one job. What a bucket gets of the new rows depends on its rows, and these are
 * counted while they are routed; only where a bucket may be so small that it must be joined to
 * another, or rows of other classes are left out, one more job counts them before.
 *
 * @param counts of {@code data}
 * @param classes all classes, by ascending label
 */
record ClassSplitter(
    NeighborParams params,
    SearchPlan search,
    InputSchema input,
    Dataset<?> data,
    ClassCounter.Counts counts,
    List<RoutedClass> classes,
    TaskRoom room) {

  /** Buckets that are counted on the way: what each task says of them goes to every partition. */
  private static final int MOST_OPEN = 64;

  /** Rows of the sample in a bucket by which its size is known well enough. */
  private static final int LEAST_SAMPLED = 100;

  /**
   * A class that was split.
   *
   * @param cellOfBucket position of every bucket's cell in {@code cells}
   */
  record Split(BucketRule rule, int[] cellOfBucket, List<Cell> cells) {}

  /**
   * By class index; no job if there are none.
   *
   * @param known rules that need not be learned
   * @param targets what must be
   */
  Map<Integer, Split> split(
      Map<Integer, BucketRule> known, Map<Integer, RuleLearner.Target> targets) {
    if (known.isEmpty() && targets.isEmpty()) {
      return Map.of();
    }

    Map<Object, Integer> classOf = new HashMap<>();
    known.keySet().forEach(c -> classOf.put(key(c), c));
    targets.keySet().forEach(c -> classOf.put(key(c), c));
    LabelledRows rows = new LabelledRows(input, counts.size(), classOf);
    Map<Integer, BucketRule> rules = learn(rows, targets, Map.of());
    Map<Integer, Split> splits = open(rules);
    rules.putAll(known);
    rules.keySet().removeAll(splits.keySet());
    if (!rules.isEmpty()) {
      BucketCounts counted = count(rows, rules, targets);
      rules.keySet().forEach(c -> splits.put(c, joined(c, counted)));
    }

    return splits;
  }

  private Object key(int c) {
    return plan(c).count().key();
  }

  private ClassPlan plan(int c) {
    return classes.get(c).plan();
  }

  private Map<Integer, BucketRule> learn(
      LabelledRows rows,
      Map<Integer, RuleLearner.Target> targets,
      Map<Integer, EnemyCover> covers) {
    if (targets.isEmpty()) {
      return new TreeMap<>();
    }

    boolean othersToo = targets.values().stream().anyMatch(RuleLearner.Target::enemies);
    Dataset<Row> all = input.select(data);
    Dataset<Row> selected = othersToo ? all : rows.ofClasses(all);
    RuleLearner learner = new RuleLearner(params, search, distances(), rows, targets);
    return learner.learn(selected, this::sample, covers);
  }

  private List<RowDistance> distances() {
    return classes.stream().map(RoutedClass::distance).toList();
  }

  private RowSample sample(int c) {
    return counts.samples().of(key(c));
  }

  /** The classes of which no bucket need be counted now. */
  private Map<Integer, Split> open(Map<Integer, BucketRule> rules) {
    Map<Integer, Split> splits = new TreeMap<>();
    int open = 0;
    for (Map.Entry<Integer, BucketRule> entry : rules.entrySet()) {
      int c = entry.getKey();
      int buckets = entry.getValue().buckets();
      if (open + buckets <= MOST_OPEN && isEven(c, entry.getValue())) {
        List<Cell> cells = IntStream.range(0, buckets).mapToObj(any -> Cell.open(c)).toList();
        int[] own = IntStream.range(0, buckets).toArray();
        splits.put(c, new Split(entry.getValue(), own, cells));
        open += buckets;
      }
    }

    return splits;
  }

  /** Whether no bucket has so few rows that it might have to be joined to another. */
  private boolean isEven(int c, BucketRule rule) {
    Collection<FeatureRow> sample = sample(c).below(1);
    long[] sampled = new long[rule.buckets()];
    ImageReader images = new ImageReader(classes.get(c).distance());
    sample.forEach(row -> sampled[rule.home(row, images)]++);
    long least = Arrays.stream(sampled).min().orElse(0);
    long distinct = counts.distinct().of(plan(c).count());
    return rule.cover() == null
        && least >= LEAST_SAMPLED
        && (double) least / sample.size() * distinct >= 2 * leastRows(c);
  }

  private long leastRows(int c) {
    return room.leastCellRows(classes.get(c).needs());
  }

  private BucketCounts count(
      LabelledRows rows, Map<Integer, BucketRule> rules, Map<Integer, RuleLearner.Target> targets) {
    Dataset<Row> selected = rows.ofClasses(input.select(data));
    BucketCounts counted = new BucketCounter(rows, distances(), rules).count(selected);
    Map<Integer, EnemyCover> wider = counted.widerCovers();
    if (wider.isEmpty()) {
      return counted;
    }

    // Some row lies outside of what the sample proposed. Once is enough: these hold all rows.
    Map<Integer, RuleLearner.Target> again = new TreeMap<>(targets);
    again.keySet().retainAll(wider.keySet());
    rules.putAll(learn(rows, again, wider));
    return new BucketCounter(rows, distances(), rules).count(selected);
  }

  /** Joins small buckets to their neighbours in the tree and shares the new rows out. */
  private Split joined(int c, BucketCounts counted) {
    int[] cellOfBucket = new int[counted.rows(c).length];
    List<JoinedBuckets> joined =
        JoinedBuckets.of(counted.rows(c), counted.digests(c), cellOfBucket, leastRows(c));
    long[] rows = joined.stream().mapToLong(JoinedBuckets::rows).toArray();
    ClassPlan plan = plan(c);
    long digest = joined.stream().mapToLong(JoinedBuckets::digest).sum();
    if (Arrays.stream(rows).sum() != plan.count().usable() || digest != plan.count().digest()) {
      throw CensusProblems.inputChanged(
          plan.count().name(), plan.count().usable(), Arrays.stream(rows).sum());
    }

    // By rows, so that a class is dense where it was; the survey shares out anew by weights.
    long[] make = Apportionment.largestRemainder(plan.make(), rows);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      cells.add(new Cell(c, rows[i], joined.get(i).digest(), make[i], 0));
    }

    return new Split(counted.rule(c), cellOfBucket, cells);
  }
}

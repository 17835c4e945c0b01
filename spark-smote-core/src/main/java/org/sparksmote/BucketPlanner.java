// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.knn.Sketch;
import org.sparksmote.internal.synth.Apportionment;

/**
 * Decides which rows are searched together. A class that fits one task is one cell; a larger one is
 * split by a hash tree learned from a sample (one job), and the rows of each bucket are counted
 * (one more job), so that every cell's share of the new rows is exact before any row moves.
 */
final class BucketPlanner {

  /** Values a bucket may hold, so that wide rows do not fill a task's memory. */
  private static final long BUCKET_VALUES = 40_000_000;

  /** What a wide sparse row takes in a task beside its values, in values. */
  private static final int ROW_VALUES = 12;

  /** Classes above exactBelow get this many buckets at least, if each has enough rows for one. */
  private static final int PARALLEL_BUCKETS = 4;

  /** Buckets with fewer rows than this are joined: too few rows have no near neighbours. */
  private static final int LEAST_CELL_ROWS = 1_000;

  /** Small cells share a task until it has this many rows. */
  private static final int TASK_ROWS = 20_000;

  private final SmoteParams params;
  private final InputSchema input;
  private final Dataset<?> data;
  private final ClassCounter.Counts counts;
  private final List<ClassPlan> classes;
  private final List<ClassFacts> facts;

  BucketPlanner(
      SmoteParams params,
      InputSchema input,
      Dataset<?> data,
      ClassCounter.Counts counts,
      List<ClassPlan> classes,
      List<ClassFacts> facts) {
    this.params = params;
    this.input = input;
    this.data = data;
    this.counts = counts;
    this.classes = classes;
    this.facts = facts;
  }

  /** The whole plan for the tasks. */
  ResamplingPlan plan() {
    int[] buckets = new int[classes.size()];
    Arrays.setAll(buckets, this::buckets);
    BucketCounts bucketCounts = countBuckets(buckets);

    List<ClassRoute> routes = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < buckets.length; c++) {
      ClassPlan plan = classes.get(c);
      if (plan.isUntouched()) {
        routes.add(ClassRoute.NONE);
      } else if (buckets[c] == 1) {
        BucketRule one = BucketRule.anywhere(1);
        routes.add(
            new ClassRoute(one, new int[] {cells.size()}, facts.get(c).parts().needsEnemies()));
        ClassCount count = plan.count();
        cells.add(new Cell(c, count.usable(), count.digest(), plan.make(), 0));
      } else {
        routes.add(addCells(c, bucketCounts, cells));
      }
    }

    return new ResamplingPlan(
        input,
        counts.sums(),
        counts.weights(),
        classes,
        facts,
        routes,
        inPartitions(cells),
        new ResamplingPlan.SearchPlan(
            params.getNumTrees(),
            params.getLeafSize(),
            exactBelow(),
            params.getSeed(),
            params.getTargetQuality(),
            ResamplingPlan.VariantSettings.of(params)));
  }

  private int exactBelow() {
    return switch (params.getNeighborSearch()) {
      case "exact" -> Integer.MAX_VALUE;
      case "approximate" -> 0;
      default -> params.getExactBelow();
    };
  }

  private int buckets(int c) {
    ClassPlan plan = classes.get(c);
    if (plan.isUntouched()) {
      return 1;
    }

    if (!facts.get(c).parts().needsLocality()) {
      return new BucketSizing(sizing().most(), 1).buckets(plan.count().usable());
    }

    RuleLearner.Target target = target(c);
    boolean exact = params.getNeighborSearch().equals("exact");
    boolean small = plan.k() == 0 || target.load() <= params.getExactBelow();
    return exact || small ? 1 : target.buckets();
  }

  private BucketSizing sizing() {
    long most = Math.max(1, Math.min(params.getBucketRows(), BUCKET_VALUES / width()));
    return new BucketSizing(most, PARALLEL_BUCKETS);
  }

  /** Learns rules for the classes of several buckets and counts; no job if there are none. */
  private BucketCounts countBuckets(int[] buckets) {
    Map<Object, Integer> classOf = new HashMap<>();
    Map<Integer, BucketRule> rules = new TreeMap<>();
    Map<Integer, RuleLearner.Target> targets = new TreeMap<>();
    for (int c = 0; c < buckets.length; c++) {
      if (buckets[c] > 1) {
        classOf.put(classes.get(c).count().key(), c);
        if (!facts.get(c).parts().needsLocality()) {
          rules.put(c, BucketRule.anywhere(buckets[c]));
        } else if (fitsEveryTask(c)) {
          rules.put(c, BucketRule.everywhere(buckets[c]));
        } else {
          targets.put(c, target(c)); // whose rules are learned
        }
      }
    }

    if (classOf.isEmpty()) {
      return new BucketCounts(Map.of(), Map.of());
    }

    List<RowDistance> distances = facts.stream().map(ClassFacts::distance).toList();
    LabelledRows rows = new LabelledRows(input, counts.size(), classOf);
    Dataset<Row> selected = input.select(data);
    if (!targets.isEmpty()) {
      rules.putAll(new RuleLearner(params, distances, rows, targets).learn(selected));
    }

    return new BucketCounter(rows, distances, rules).count(selected);
  }

  private RuleLearner.Target target(int c) {
    VariantParts parts = facts.get(c).parts();
    ClassCount count = classes.get(c).count();
    long rows = count.usable();
    boolean enemies = parts.needsEnemies();
    // Images of wide or nominal rows keep distances only roughly: too little to leave rows out.
    boolean rough = isWide() || input.nominal().measured();
    boolean prunes = parts.needsOnlyNearEnemies() && !rough;
    long distinct = counts.distinct(count);
    return new RuleLearner.Target(
        rows,
        enemies ? allRows() : rows,
        distinct,
        enemies ? distinct + counts.distinctOthers(count) : distinct,
        sizing(),
        enemies,
        prunes);
  }

  /**
   * Whether all candidates go to every task. Planes keep few neighbours of wide sparse rows
   * together, and to send such a row is far cheaper than to search its neighbours.
   */
  private boolean fitsEveryTask(int c) {
    RuleLearner.Target target = target(c);
    return isWide() && target.candidates() * (counts.storedPerRow() + ROW_VALUES) <= BUCKET_VALUES;
  }

  private long allRows() {
    return classes.stream().mapToLong(plan -> plan.count().usable()).sum();
  }

  /** Values a row takes in a task: wide sparse rows are kept as they are, beside a sketch. */
  private long width() {
    return isWide()
        ? Math.max(Sketch.DIMS, counts.storedPerRow())
        : Math.max(1, counts.size() + input.nominal().imageWidth());
  }

  private boolean isWide() {
    return counts.size() > RowStore.MAX_DENSE_SIZE;
  }

  /** Joins small buckets to their neighbours in the tree and shares the new rows out. */
  private ClassRoute addCells(int c, BucketCounts counted, List<Cell> cells) {
    int[] cellOfBucket = new int[counted.rows(c).length];
    List<long[]> joined = join(counted.rows(c), counted.digests(c), cellOfBucket);
    long[] rows = joined.stream().mapToLong(cell -> cell[0]).toArray();
    ClassPlan plan = classes.get(c);
    long digest = joined.stream().mapToLong(cell -> cell[1]).sum();
    if (Arrays.stream(rows).sum() != plan.count().usable() || digest != plan.count().digest()) {
      throw Problems.inputChanged(
          plan.count().name(), plan.count().usable(), Arrays.stream(rows).sum());
    }

    long[] make = Apportionment.largestRemainder(plan.make(), rows);
    int first = cells.size();
    for (int i = 0; i < rows.length; i++) {
      cells.add(new Cell(c, rows[i], joined.get(i)[1], make[i], 0));
    }

    return new ClassRoute(
        counted.rule(c),
        Arrays.stream(cellOfBucket).map(cell -> first + cell).toArray(),
        facts.get(c).parts().needsEnemies());
  }

  private List<long[]> join(long[] rows, long[] digests, int[] cellOfBucket) {
    List<long[]> cells = new ArrayList<>();
    for (int b = 0; b < rows.length; b++) {
      boolean full = cells.isEmpty() || cells.get(cells.size() - 1)[0] >= leastCellRows();
      if (full) {
        cells.add(new long[2]);
      }

      cellOfBucket[b] = cells.size() - 1;
      cells.get(cells.size() - 1)[0] += rows[b];
      cells.get(cells.size() - 1)[1] += digests[b];
    }

    joinLast(cells, cellOfBucket);
    return cells;
  }

  private long leastCellRows() {
    return Math.max(LEAST_CELL_ROWS, params.getKNeighbors() + 1L);
  }

  private void joinLast(List<long[]> cells, int[] cellOfBucket) {
    int last = cells.size() - 1;
    if (last > 0 && cells.get(last)[0] < leastCellRows()) {
      cells.get(last - 1)[0] += cells.get(last)[0];
      cells.get(last - 1)[1] += cells.get(last)[1];
      cells.remove(last);
      Arrays.setAll(cellOfBucket, b -> Math.min(cellOfBucket[b], last - 1));
    }
  }

  private static List<Cell> inPartitions(List<Cell> cells) {
    List<Cell> placed = new ArrayList<>();
    int partition = 0;
    long rows = 0;
    for (Cell cell : cells) {
      if (rows > 0 && rows + cell.rows() > TASK_ROWS) {
        partition++;
        rows = 0;
      }

      rows += cell.rows();
      placed.add(cell.inPartition(partition));
    }

    return placed;
  }
}

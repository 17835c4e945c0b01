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
import org.sparksmote.internal.synth.Apportionment;

/**
 * Decides which rows are searched together. A class that fits one task is one cell; a larger one is
 * split by a hash tree learned from a sample (one job), and the rows of each bucket are counted
 * (one more job), so that every cell's share of the new rows is exact before any row moves.
 */
final class BucketPlanner {

  /** Small cells share a task until it has this many rows. */
  private static final int TASK_ROWS = 20_000;

  /** Values that arrive for each of those rows, so that wide ones do not share. */
  private static final int TASK_VALUES_PER_ROW = 250;

  private final SmoteParams params;
  private final InputSchema input;
  private final Dataset<?> data;
  private final ClassCounter.Counts counts;
  private final List<ClassPlan> classes;
  private final List<ClassFacts> facts;
  private final TaskRoom room;

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
    this.room = new TaskRoom(params, input, counts);
  }

  /** The whole plan for the tasks. */
  ResamplingPlan plan() {
    requireRoom();
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
        counts.isLittle(),
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

    VariantParts parts = facts.get(c).parts();
    if (!parts.needsLocality()) {
      long most = room.sizing(parts).most();
      return new BucketSizing(most, most, 1).buckets(plan.count().usable(), 0);
    }

    return isOneCell(c) ? 1 : target(c).buckets();
  }

  private boolean isOneCell(int c) {
    boolean exact = params.getNeighborSearch().equals("exact");
    boolean copied = classes.get(c).k() == 0;
    return exact || copied || target(c).load() <= params.getExactBelow();
  }

  private void requireRoom() {
    List<TaskRoom.Wanted> wanted = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      ClassPlan plan = classes.get(c);
      VariantParts parts = facts.get(c).parts();
      if (!plan.isUntouched() && plan.k() > 0 && parts.needsLocality()) {
        wanted.add(new TaskRoom.Wanted(plan.count(), parts, target(c).load(), isOneCell(c)));
      }
    }

    room.require(wanted);
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
      return new BucketCounts(Map.of(), Map.of(), Map.of());
    }

    List<RowDistance> distances = facts.stream().map(ClassFacts::distance).toList();
    LabelledRows rows = new LabelledRows(input, counts.size(), classOf);
    Dataset<Row> selected = input.select(data);
    rules.putAll(learn(selected, distances, rows, targets, Map.of()));
    BucketCounts counted = new BucketCounter(rows, distances, rules).count(selected);
    Map<Integer, EnemyCover> wider = counted.widerCovers();
    if (wider.isEmpty()) {
      return counted;
    }

    targets.keySet().retainAll(wider.keySet());
    rules.putAll(learn(selected, distances, rows, targets, wider));
    return new BucketCounter(rows, distances, rules).count(selected);
  }

  private Map<Integer, BucketRule> learn(
      Dataset<Row> selected,
      List<RowDistance> distances,
      LabelledRows rows,
      Map<Integer, RuleLearner.Target> targets,
      Map<Integer, EnemyCover> covers) {
    return targets.isEmpty()
        ? Map.of()
        : new RuleLearner(params, distances, rows, targets).learn(selected, covers);
  }

  private RuleLearner.Target target(int c) {
    VariantParts parts = facts.get(c).parts();
    ClassCount count = classes.get(c).count();
    long rows = count.usable();
    boolean enemies = parts.needsEnemies();
    // Images of wide or nominal rows keep distances only roughly: too little to leave rows out.
    boolean rough = room.isWide() || input.nominal().measured();
    boolean prunes = parts.needsOnlyNearEnemies() && !rough;
    long distinct = counts.distinct().of(count);
    return new RuleLearner.Target(
        rows,
        candidates(c),
        distinct,
        enemies ? distinct + counts.distinct().ofOthers(count) : distinct,
        room.imageDims(),
        room.sizing(parts),
        enemies,
        prunes);
  }

  /**
   * Whether all candidates go to every task. Planes keep few neighbours of wide sparse rows
   * together, and to send such a row is far cheaper than to search its neighbours.
   */
  private boolean fitsEveryTask(int c) {
    RuleLearner.Target target = target(c);
    return room.isWide() && room.fitsEveryTask(target.candidates());
  }

  /** Rows that may travel for a class. */
  private long candidates(int c) {
    return facts.get(c).parts().needsEnemies() ? allRows() : classes.get(c).count().usable();
  }

  private long allRows() {
    return classes.stream().mapToLong(plan -> plan.count().usable()).sum();
  }

  /** Joins small buckets to their neighbours in the tree and shares the new rows out. */
  private ClassRoute addCells(int c, BucketCounts counted, List<Cell> cells) {
    int[] cellOfBucket = new int[counted.rows(c).length];
    long least = room.leastCellRows(facts.get(c).parts());
    List<long[]> joined = join(counted.rows(c), counted.digests(c), cellOfBucket, least);
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

  private static List<long[]> join(long[] rows, long[] digests, int[] cellOfBucket, long least) {
    List<long[]> cells = new ArrayList<>();
    for (int b = 0; b < rows.length; b++) {
      boolean full = cells.isEmpty() || cells.get(cells.size() - 1)[0] >= least;
      if (full) {
        cells.add(new long[2]);
      }

      cellOfBucket[b] = cells.size() - 1;
      cells.get(cells.size() - 1)[0] += rows[b];
      cells.get(cells.size() - 1)[1] += digests[b];
    }

    joinLast(cells, cellOfBucket, least);
    return cells;
  }

  private static void joinLast(List<long[]> cells, int[] cellOfBucket, long least) {
    int last = cells.size() - 1;
    if (last > 0 && cells.get(last)[0] < least) {
      cells.get(last - 1)[0] += cells.get(last)[0];
      cells.get(last - 1)[1] += cells.get(last)[1];
      cells.remove(last);
      Arrays.setAll(cellOfBucket, b -> Math.min(cellOfBucket[b], last - 1));
    }
  }

  private List<Cell> inPartitions(List<Cell> cells) {
    long[] cellsOfClass = new long[classes.size()];
    cells.forEach(cell -> cellsOfClass[cell.classIndex()]++);
    List<Cell> placed = new ArrayList<>();
    int partition = 0;
    long load = 0;
    for (Cell cell : cells) {
      int c = cell.classIndex();
      long values = candidates(c) / cellsOfClass[c] * room.values(facts.get(c).parts());
      long more = Math.max(cell.rows(), values / TASK_VALUES_PER_ROW);
      if (load > 0 && load + more > TASK_ROWS) {
        partition++;
        load = 0;
      }

      load += more;
      placed.add(cell.inPartition(partition));
    }

    return placed;
  }
}

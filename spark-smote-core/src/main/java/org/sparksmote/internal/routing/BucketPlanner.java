// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.cells.SearchPlan;
import org.sparksmote.internal.census.CensusProblems;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.LabelledRows;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.exact.Apportionment;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.params.NeighborParams;
import org.sparksmote.params.SamplerParams;

/**
 * Decides which rows are searched together. A class that fits one task is one cell; a larger one is
 * split by a hash tree learned from a sample (one job), and the rows of each bucket are counted
 * (one more job), so that every cell's share of the new rows is exact before any row moves.
 */
public final class BucketPlanner {

  /** Small cells share a task until it has this many rows. */
  private static final int TASK_ROWS = 20_000;

  /** Values that arrive for each of those rows, so that wide ones do not share. */
  private static final int TASK_VALUES_PER_ROW = 250;

  private final NeighborParams params;
  private final SearchPlan search;
  private final InputSchema input;
  private final Dataset<?> data;
  private final ClassCounter.Counts counts;
  private final List<RoutedClass> classes;
  private final TaskRoom room;

  /**
   * Of an input that was counted.
   *
   * @param counted nearest rows of all classes that are counted, where some are
   * @param classes all classes, by ascending label, whose rows have no way yet
   */
  public BucketPlanner(
      SamplerParams params,
      int counted,
      InputSchema input,
      Dataset<?> data,
      ClassCounter.Counts counts,
      List<RoutedClass> classes) {
    this.params = params;
    this.search = search(params, counted);
    this.input = input;
    this.data = data;
    this.counts = counts;
    this.classes = classes;
    this.room = new TaskRoom(params, counted, input, counts);
  }

  private static SearchPlan search(SamplerParams params, int counted) {
    int exactBelow =
        switch (params.getNeighborSearch()) {
          case "exact" -> Integer.MAX_VALUE;
          case "approximate" -> 0;
          default -> params.getExactBelow();
        };
    return new SearchPlan(
        params.getNumTrees(),
        params.getLeafSize(),
        exactBelow,
        params.getSeed(),
        params.getTargetQuality(),
        counted);
  }

  /** The whole plan for the tasks. */
  public RoutingPlan plan() {
    requireRoom();
    int[] buckets = new int[classes.size()];
    Arrays.setAll(buckets, this::buckets);
    BucketCounts bucketCounts = countBuckets(buckets);

    List<RoutedClass> routed = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < buckets.length; c++) {
      routed.add(classes.get(c).on(route(c, buckets[c], bucketCounts, cells)));
    }

    return new RoutingPlan(
        input,
        counts.sums(),
        counts.isLittle(),
        counts.weights(),
        routed,
        inPartitions(cells),
        search);
  }

  private ClassRoute route(int c, int buckets, BucketCounts bucketCounts, List<Cell> cells) {
    ClassPlan plan = classes.get(c).plan();
    if (plan.isUntouched()) {
      return ClassRoute.NONE;
    }

    if (buckets > 1) {
      return addCells(c, bucketCounts, cells);
    }

    ClassCount count = plan.count();
    cells.add(new Cell(c, count.usable(), count.digest(), plan.make(), 0));
    return new ClassRoute(
        BucketRule.anywhere(1),
        new int[] {cells.size() - 1},
        classes.get(c).needs().takesEnemies());
  }

  private int buckets(int c) {
    ClassPlan plan = classes.get(c).plan();
    if (plan.isUntouched()) {
      return 1;
    }

    CellNeeds needs = classes.get(c).needs();
    if (!needs.locality()) {
      long most = room.sizing(needs).most();
      return new BucketSizing(most, most, 1).buckets(plan.count().usable(), 0);
    }

    return isOneCell(c) ? 1 : target(c).buckets();
  }

  private boolean isOneCell(int c) {
    boolean exact = params.getNeighborSearch().equals("exact");
    boolean copied = classes.get(c).plan().k() == 0;
    return exact || copied || target(c).load() <= params.getExactBelow();
  }

  private void requireRoom() {
    List<TaskRoom.Wanted> wanted = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      ClassPlan plan = classes.get(c).plan();
      CellNeeds needs = classes.get(c).needs();
      if (!plan.isUntouched() && plan.k() > 0 && needs.locality()) {
        wanted.add(new TaskRoom.Wanted(plan.count(), needs, target(c).load(), isOneCell(c)));
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
        classOf.put(classes.get(c).plan().count().key(), c);
        if (!classes.get(c).needs().locality()) {
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

    List<RowDistance> distances = classes.stream().map(RoutedClass::distance).toList();
    LabelledRows rows = new LabelledRows(input, counts.size(), classOf);
    boolean othersToo = targets.values().stream().anyMatch(RuleLearner.Target::enemies);
    Dataset<Row> all = input.select(data);
    Dataset<Row> selected = othersToo ? all : rows.ofClasses(all);
    rules.putAll(learn(selected, distances, rows, targets, Map.of()));
    BucketCounts counted = new BucketCounter(rows, distances, rules).count(selected);
    Map<Integer, EnemyCover> wider = counted.widerCovers();
    if (wider.isEmpty()) {
      return counted;
    }

    // Some row lies outside of what the sample proposed. Once is enough: these hold all rows.

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
        : new RuleLearner(params, search, distances, rows, targets)
            .learn(selected, c -> counts.samples().of(classes.get(c).plan().count().key()), covers);
  }

  private RuleLearner.Target target(int c) {
    CellNeeds needs = classes.get(c).needs();
    ClassCount count = classes.get(c).plan().count();
    long rows = count.usable();
    boolean enemies = needs.takesEnemies();
    // Images of wide or nominal rows keep distances only roughly: too little to leave rows out.
    boolean rough = room.isWide() || input.nominal().measured();
    boolean prunes = needs.enemies() == CellNeeds.Enemies.NEAR && !rough;
    long distinct = counts.distinct().of(count);
    return new RuleLearner.Target(
        rows,
        candidates(c),
        distinct,
        enemies ? distinct + counts.distinct().ofOthers(count) : distinct,
        room.imageDims(),
        room.sizing(needs),
        enemies,
        prunes,
        needs.copies());
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
    RoutedClass routed = classes.get(c);
    return routed.needs().takesEnemies() ? allRows() : routed.plan().count().usable();
  }

  private long allRows() {
    return classes.stream().mapToLong(routed -> routed.plan().count().usable()).sum();
  }

  /** Joins small buckets to their neighbours in the tree and shares the new rows out. */
  private ClassRoute addCells(int c, BucketCounts counted, List<Cell> cells) {
    int[] cellOfBucket = new int[counted.rows(c).length];
    long least = room.leastCellRows(classes.get(c).needs());
    List<JoinedBuckets> joined =
        JoinedBuckets.of(counted.rows(c), counted.digests(c), cellOfBucket, least);
    long[] rows = joined.stream().mapToLong(JoinedBuckets::rows).toArray();
    ClassPlan plan = classes.get(c).plan();
    long digest = joined.stream().mapToLong(JoinedBuckets::digest).sum();
    if (Arrays.stream(rows).sum() != plan.count().usable() || digest != plan.count().digest()) {
      throw CensusProblems.inputChanged(
          plan.count().name(), plan.count().usable(), Arrays.stream(rows).sum());
    }

    // By rows, so that a class is dense where it was; the survey shares out anew by weights.
    long[] make = Apportionment.largestRemainder(plan.make(), rows);
    int first = cells.size();
    for (int i = 0; i < rows.length; i++) {
      cells.add(new Cell(c, rows[i], joined.get(i).digest(), make[i], 0));
    }

    return new ClassRoute(
        counted.rule(c),
        Arrays.stream(cellOfBucket).map(cell -> first + cell).toArray(),
        classes.get(c).needs().takesEnemies());
  }

  private List<Cell> inPartitions(List<Cell> cells) {
    long[] cellsOfClass = new long[classes.size()];
    cells.forEach(cell -> cellsOfClass[cell.classIndex()]++);
    List<Cell> placed = new ArrayList<>();
    int partition = 0;
    long load = 0;
    for (Cell cell : cells) {
      int c = cell.classIndex();
      long values = candidates(c) / cellsOfClass[c] * room.values(classes.get(c).needs());
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

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.SearchPlan;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.params.NeighborParams;
import org.sparksmote.params.SamplerParams;

/**
 * Decides which rows are searched together. A class that fits one task is one cell; a larger one is
 * split by a hash tree, see {@link ClassSplitter}.
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
    Map<Integer, ClassSplitter.Split> splits = split(buckets);

    List<RoutedClass> routed = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < buckets.length; c++) {
      routed.add(classes.get(c).on(route(c, splits.get(c), cells)));
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

  private ClassRoute route(int c, ClassSplitter.@Nullable Split split, List<Cell> cells) {
    ClassPlan plan = classes.get(c).plan();
    if (plan.isUntouched()) {
      return ClassRoute.NONE;
    }

    if (split != null) {
      return addCells(c, split, cells);
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

  /** The classes of several buckets; no job if there are none. */
  private Map<Integer, ClassSplitter.Split> split(int[] buckets) {
    Map<Integer, BucketRule> rules = new TreeMap<>();
    Map<Integer, RuleLearner.Target> targets = new TreeMap<>();
    for (int c = 0; c < buckets.length; c++) {
      if (buckets[c] > 1) {
        if (!classes.get(c).needs().locality()) {
          rules.put(c, BucketRule.anywhere(buckets[c]));
        } else if (fitsEveryTask(c)) {
          rules.put(c, BucketRule.everywhere(buckets[c]));
        } else {
          targets.put(c, target(c)); // whose rules are learned
        }
      }
    }

    return new ClassSplitter(params, search, input, data, counts, classes, room)
        .split(rules, targets);
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

  /** Adds the cells of a class of several buckets. */
  private ClassRoute addCells(int c, ClassSplitter.Split split, List<Cell> cells) {
    int first = cells.size();
    cells.addAll(split.cells());
    return new ClassRoute(
        split.rule(),
        Arrays.stream(split.cellOfBucket()).map(cell -> first + cell).toArray(),
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
      long rows =
          cell.isOpen() ? classes.get(c).plan().count().usable() / cellsOfClass[c] : cell.rows();
      long more = Math.max(rows, values / TASK_VALUES_PER_ROW);
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

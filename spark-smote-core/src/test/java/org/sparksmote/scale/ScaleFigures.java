// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.scale;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.routing.CountingRouter;
import org.sparksmote.internal.routing.RoutedRows;
import org.sparksmote.internal.variants.ResamplingPlan;
import org.sparksmote.report.NeighborQuality;
import org.sparksmote.testing.StageMeter;

/**
 * What a simulation measured.
 *
 * @param taskSeconds what an empty task takes from the driver
 */
record ScaleFigures(
    double taskSeconds,
    Planning planning,
    Routing routing,
    Shuffle shuffle,
    RouterHeap routerHeap,
    @Nullable Search search,
    @Nullable NeighborQuality quality) {

  /**
   * The jobs before any row moves.
   *
   * @param heapBefore heap in use before them, by Spark itself
   * @param mostHeap the most heap in use, driver and tasks in one JVM
   * @param routerBytes what a map task is sent, serialized
   * @param makerBytes what a reduce task is sent, serialized
   * @param keySeconds time to find a shuffle key for every partition
   */
  record Planning(
      ResamplingPlan plan,
      double seconds,
      List<StageMeter.Stage> stages,
      long heapBefore,
      long mostHeap,
      long routerBytes,
      long makerBytes,
      double keySeconds) {

    long resultBytes() {
      return stages.stream().mapToLong(stage -> stage.resultBytes).sum();
    }

    /** Planned rows per shuffle partition, a reduce task each. */
    long[] rowsOfTasks() {
      long[] rows = new long[CountingRouter.partitions(plan.routing())];
      plan.routing().cells().forEach(cell -> rows[cell.partition()] += cell.rows());
      return rows;
    }
  }

  /**
   * All rows, or a share of them, through the router.
   *
   * @param rows rows of the class that went in
   * @param sums what came out
   */
  record Routing(long rows, double seconds, double coreSeconds, RoutedRows sums) {

    double bytesPerRow() {
      return (double) Arrays.stream(sums.bytes).sum() / rows;
    }

    double copiesPerRow() {
      return (double) Arrays.stream(sums.candidates).sum() / rows;
    }

    double nanosPerRow() {
      return (coreSeconds * 1e9 - sums.countingNanos) / rows;
    }

    /** Rows that arrive at each reduce task, were all rows routed. */
    long[] arrivals(long allRows) {
      long[] arrivals = new long[sums.homes.length];
      double scale = (double) allRows / rows;
      Arrays.setAll(arrivals, p -> (long) (scale * (sums.homes[p] + sums.candidates[p])));
      return arrivals;
    }
  }

  /** A real shuffle of a few input partitions, with as many reduce tasks as the whole has. */
  record Shuffle(long rows, double mapSeconds, double reduceSeconds, long written) {

    double mapNanosPerRow() {
      return mapSeconds * 1e9 / rows;
    }

    double writtenPerRow() {
      return (double) written / rows;
    }
  }

  /** The heap of one map task's router when its input ends: open blocks, and those closed then. */
  record RouterHeap(long open, long peak) {}

  /** The reduce task with most rows, run as it is: unpacking, search, making rows. */
  record Search(long arrived, double coldSeconds, double warmSeconds, long heap) {

    double coldMicrosPerRow() {
      return coldSeconds * 1e6 / arrived;
    }

    double heapPerRow() {
      return (double) heap / arrived;
    }
  }
}

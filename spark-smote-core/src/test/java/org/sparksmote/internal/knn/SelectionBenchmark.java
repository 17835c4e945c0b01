// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.sparksmote.testing.ShortRun;

/**
 * Measures the rows of a leaf against it and seven others and keeps the nearest of each, per pair.
 * Lists are empty at first, and about 40 candidates enter each: as many as in a whole search.
 */
public class SelectionBenchmark extends ShortRun {
  private static final int POINTS = 320;
  private static final int LEAVES = 8;
  private static final int KEPT = 6;
  private static final int PAIRS = POINTS * POINTS * LEAVES;

  @Param("32")
  int dims;

  private final List<Columns> leaves = new ArrayList<>();
  private final RowBlock block = new RowBlock(POINTS);
  private final float[] limits = new float[POINTS];
  private float[] rows;

  @Setup
  public void setUp() {
    double[] values = Workloads.isotropic(LEAVES * POINTS, dims, 1);
    rows = FloatImage.of(DensePoints.of(values, LEAVES * POINTS, dims)).rows;
    for (int leaf = 0; leaf < LEAVES; leaf++) {
      Columns columns = Columns.of(POINTS, dims);
      for (int slot = 0; slot < POINTS; slot++) {
        columns.put(slot, rows, (leaf * POINTS + slot) * dims);
      }

      leaves.add(columns);
    }

    Arrays.fill(limits, -1f); // only the four rows of a block ask
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public Object nearAndOffer() {
    CandidateLists lists = new CandidateLists(POINTS, KEPT);
    for (int leaf = 0; leaf < LEAVES; leaf++) {
      for (int row = 0; row < POINTS; row += RowBlock.ROWS) {
        select(leaf, row, lists);
      }
    }

    return lists;
  }

  private void select(int leaf, int row, CandidateLists lists) {
    float widest = -1;
    for (int r = 0; r < RowBlock.ROWS; r++) {
      widest = Math.max(widest, lists.limit(row + r));
    }

    block.rows(row, row + RowBlock.ROWS, dims);
    leaves.get(leaf).near(0, POINTS, rows, limits, 0, widest, block);
    for (int h = 0; h < block.hitCount; h++) {
      int hit = block.hits[h];
      for (int r = 0; r < RowBlock.ROWS; r++) {
        float distance = block.distances(r)[hit];
        if (distance < lists.limit(row + r)) {
          lists.offer(row + r, leaf * POINTS + hit, distance);
        }
      }
    }
  }

  /** What is left when nothing is selected. */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public Object measureOnly() {
    for (Columns leaf : leaves) {
      for (int row = 0; row < POINTS; row += RowBlock.ROWS) {
        block.rows(row, row + RowBlock.ROWS, dims);
        leaf.measure(0, POINTS, rows, block);
      }
    }

    return block;
  }

  private record Candidate(int id, float distance) {}

  /** The same distances, and a heap for each row. */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public Object baselinePriorityQueue() {
    List<PriorityQueue<Candidate>> heaps = new ArrayList<>();
    for (int row = 0; row < POINTS; row++) {
      heaps.add(
          new PriorityQueue<>(KEPT, Comparator.comparingDouble(Candidate::distance).reversed()));
    }

    for (int leaf = 0; leaf < LEAVES; leaf++) {
      for (int row = 0; row < POINTS; row += RowBlock.ROWS) {
        block.rows(row, row + RowBlock.ROWS, dims);
        leaves.get(leaf).measure(0, POINTS, rows, block);
        for (int r = 0; r < RowBlock.ROWS; r++) {
          offerAll(leaf * POINTS, block.distances(r), heaps.get(row + r));
        }
      }
    }

    return heaps;
  }

  private static void offerAll(int firstId, float[] distances, PriorityQueue<Candidate> heap) {
    for (int slot = 0; slot < POINTS; slot++) {
      if (heap.size() < KEPT) {
        heap.add(new Candidate(firstId + slot, distances[slot]));
      } else if (distances[slot] < heap.element().distance()) {
        heap.remove();
        heap.add(new Candidate(firstId + slot, distances[slot]));
      }
    }
  }
}

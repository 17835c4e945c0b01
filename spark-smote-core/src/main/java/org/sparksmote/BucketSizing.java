// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;

/**
 * How many buckets rows are split into.
 *
 * @param most rows a bucket may hold
 * @param tasks buckets there should be at least, if each has enough rows to be worth a task
 */
record BucketSizing(long most, int tasks) implements Serializable {

  private static final int PARALLEL_ROWS = 10_000;

  /** The buckets for so many rows. */
  int buckets(long rows) {
    long bySize = (rows + most - 1) / most;
    long byTasks = Math.min(tasks, rows / PARALLEL_ROWS);
    return Math.toIntExact(Math.max(1, Math.max(bySize, byTasks)));
  }
}

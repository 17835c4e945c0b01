// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;

/**
 * How many buckets rows are split into.
 *
 * @param most rows a bucket may have, as far as searching them is work
 * @param arriving rows that may arrive in a bucket, copies from beyond its borders left out
 * @param tasks buckets there should be at least, if each has enough rows to be worth a task
 */
record BucketSizing(long most, long arriving, int tasks) implements Serializable {

  private static final int PARALLEL_ROWS = 10_000;

  /**
   * The buckets for so many rows.
   *
   * @param load rows that are work
   * @param travelling rows that travel, more of them where other classes do
   */
  int buckets(long load, long travelling) {
    long byWork = Math.max(ceil(load, most), Math.min(tasks, load / PARALLEL_ROWS));
    return Math.toIntExact(Math.max(1, Math.max(byWork, ceil(travelling, arriving))));
  }

  private static long ceil(long rows, long each) {
    return (rows + each - 1) / each;
  }
}

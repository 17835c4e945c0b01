// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what Spark tells of its tasks. The tasks that read a shuffle are, in the job that makes
 * the rows, those that search neighbours; the time of their code is the kernel time.
 */
final class TaskMeter extends SparkListener {

  private int jobs;
  private long searchMillis;
  private long shuffleBytes;

  /**
   * Sums since the last reset.
   *
   * @param jobs jobs started
   * @param searchMillis run time of all tasks that read a shuffle
   * @param shuffleBytes bytes written to shuffles
   */
  record Sums(int jobs, long searchMillis, long shuffleBytes) {}

  @Override
  public synchronized void onJobStart(SparkListenerJobStart start) {
    jobs++;
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    @Nullable TaskMetrics metrics = end.taskMetrics();
    if (metrics == null) {
      return; // a task that was lost
    }

    shuffleBytes += metrics.shuffleWriteMetrics().bytesWritten();
    if (metrics.shuffleReadMetrics().recordsRead() > 0) {
      searchMillis += metrics.executorRunTime();
    }
  }

  /** The sums so far, which start again at zero. */
  synchronized Sums takeSums() {
    Sums sums = new Sums(jobs, searchMillis, shuffleBytes);
    jobs = 0;
    searchMillis = 0;
    shuffleBytes = 0;
    return sums;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.sparksmote.internal.keyed.KeyedRandom;

/** Kills a share of the running tasks from outside; Spark runs them again. */
public final class TaskKiller extends SparkListener implements AutoCloseable {

  private final SparkContext context;
  private final double rate;
  private final long seed;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final AtomicInteger killed = new AtomicInteger();

  public TaskKiller(SparkContext context, double rate, long seed) {
    this.context = context;
    this.rate = rate;
    this.seed = seed;
    context.addSparkListener(this);
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart start) {
    long task = start.taskInfo().taskId();
    int attempt = start.taskInfo().attemptNumber();
    if (attempt < 5 && KeyedRandom.of(seed, task, attempt, 0).nextDouble() < rate) {
      thread.execute(() -> context.killTaskAttempt(task, true, "injected"));
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() instanceof TaskKilled) {
      killed.incrementAndGet();
    }
  }

  /** Tasks that really died; a task may have ended before the kill arrived. */
  public int killed() {
    Jobs.awaitEvents(context);
    return killed.get();
  }

  @Override
  public void close() {
    context.removeSparkListener(this);
    thread.shutdown();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.sql.SparkSession;

/**
 * Ends the jobs and cleans up when the JVM is told to end, by SIGTERM or Ctrl-C, in bounded time.
 * Tasks may make anew what is deleted under them, so this waits for them.
 */
public final class Interruption implements AutoCloseable {

  /** Before Spark stops its context, and Hadoop closes the file systems. */
  private static final int PRIORITY = 100;

  private static final long SECONDS = 25;

  private static final long SECONDS_FOR_TASKS = 10;

  private final Runnable cleanUp;
  private final Runnable hook = this::end;
  private volatile boolean closed;

  private Interruption(Runnable cleanUp) {
    this.cleanUp = cleanUp;
  }

  /** From now on until it is closed, an end of the JVM cleans up. */
  public static Interruption cleaningUp(Runnable cleanUp) {
    Interruption interruption = new Interruption(cleanUp);
    ShutdownHookManager.get()
        .addShutdownHook(interruption.hook, PRIORITY, SECONDS, TimeUnit.SECONDS);
    return interruption;
  }

  /** Whether the JVM is ending, so that errors tell of nothing but that. */
  public static boolean isUnderWay() {
    return ShutdownHookManager.get().isShutdownInProgress();
  }

  private void end() {
    cleanUp.run(); // first of all, as this may be killed too
    try {
      endJobs();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      cleanUp.run(); // what tasks made meanwhile
    }
  }

  /** Until no task runs and the run has given up; it may start a job between two others. */
  private void endJobs() throws InterruptedException {
    scala.Option<SparkSession> session = SparkSession.getDefaultSession();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_FOR_TASKS);
    while (session.isDefined() && System.nanoTime() < end) {
      SparkContext context = session.get().sparkContext();
      if (context.isStopped() || (closed && !isBusy(context))) {
        return;
      }

      context.cancelAllJobs();
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean isBusy(SparkContext context) {
    SparkExecutorInfo[] executors = context.statusTracker().getExecutorInfos();
    return Arrays.stream(executors).anyMatch(executor -> executor.numRunningTasks() > 0);
  }

  @Override
  public void close() {
    closed = true;
    if (!isUnderWay()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}

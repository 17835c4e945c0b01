// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** Counts the Spark jobs that a piece of code starts. */
public final class Jobs extends SparkListener {

  private final AtomicInteger started = new AtomicInteger();

  private Jobs() {}

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    started.incrementAndGet();
  }

  public static int startedBy(Runnable body) {
    SparkContext context = SparkTest.spark.sparkContext();
    awaitEvents(context);
    Jobs jobs = new Jobs();
    context.addSparkListener(jobs);
    try {
      body.run();
    } finally {
      awaitEvents(context);
      context.removeSparkListener(jobs);
    }

    return jobs.started.get();
  }

  /** Listeners hear of jobs a little later; this waits until they have heard of all. */
  public static void awaitEvents(SparkContext context) {
    try {
      context.listenerBus().waitUntilEmpty(60_000);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}

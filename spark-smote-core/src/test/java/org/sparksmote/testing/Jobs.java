// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** Sees the Spark jobs that a piece of code starts. */
public final class Jobs extends SparkListener {

  private final List<String> descriptions = Collections.synchronizedList(new ArrayList<>());

  private Jobs() {}

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    descriptions.add(start.properties().getProperty("spark.job.description", ""));
  }

  public static int startedBy(Runnable body) {
    return describedBy(body).size();
  }

  /** What the Spark UI shows of the jobs, in the order of their start. */
  public static List<String> describedBy(Runnable body) {
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

    return List.copyOf(jobs.descriptions);
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

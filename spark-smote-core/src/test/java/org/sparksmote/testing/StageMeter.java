// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what Spark tells of its tasks, stage by stage. Core time is processor time and the pauses
 * of the garbage collector: what others run on the same machine meanwhile is not in it.
 */
public final class StageMeter extends SparkListener {

  /** The sums of one stage. */
  public static final class Stage {
    public final String name;
    public int tasks;
    public double coreSeconds;
    public double longestSeconds;
    public long resultBytes;
    public long written;
    boolean reads;

    /** Spark's name is {@code method at Class.java:line}. */
    Stage(String name) {
      this.name = name.replaceFirst("(\\w+) at (\\w+)\\.java:\\d+", "$2.$1");
    }

    /** Whether its tasks read the input, and not what other tasks left for them. */
    public boolean isPass() {
      return !reads;
    }

    private void add(TaskMetrics task) {
      double seconds = task.executorCpuTime() / 1e9 + task.jvmGCTime() / 1e3;
      tasks++;
      coreSeconds += seconds;
      longestSeconds = Math.max(longestSeconds, seconds);
      resultBytes += task.resultSize();
      written += task.shuffleWriteMetrics().bytesWritten();
      reads |= task.shuffleReadMetrics().recordsRead() > 0;
    }
  }

  private final SparkContext context;
  private final Map<Integer, Stage> stages = new TreeMap<>();

  private StageMeter(SparkContext context) {
    this.context = context;
  }

  public static StageMeter on(SparkContext context) {
    StageMeter meter = new StageMeter(context);
    context.addSparkListener(meter);
    return meter;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    stages.put(submitted.stageInfo().stageId(), new Stage(submitted.stageInfo().name()));
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    @Nullable Stage stage = stages.get(end.stageId());
    @Nullable TaskMetrics metrics = end.taskMetrics();
    if (stage != null && metrics != null) {
      stage.add(metrics);
    }
  }

  /** The stages since the last call, in order. */
  public List<Stage> take() {
    Jobs.awaitEvents(context);
    synchronized (this) {
      List<Stage> taken = new ArrayList<>(stages.values());
      stages.clear();
      return taken;
    }
  }
}

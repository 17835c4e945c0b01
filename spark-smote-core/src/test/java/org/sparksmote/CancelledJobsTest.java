// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskKilled;
import org.apache.spark.api.java.function.ForeachFunction;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.cells.TaskInterruption;
import org.sparksmote.internal.knn.Interruption;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import scala.jdk.javaapi.CollectionConverters;

/** Whoever cancels a job gets the cluster back: tasks end, and nothing stays persisted (D9, I6). */
class CancelledJobsTest extends SparkTest {

  /** Every group has a name of its own, because a cancelled one stays cancelled. */
  private static final AtomicInteger GROUPS = new AtomicInteger();

  private static volatile CountDownLatch waiting = new CountDownLatch(1);

  /** Waits in a task, as a search does that takes long, until the task is cancelled. */
  private static final class Waiting implements ForeachFunction<Row> {

    private static final long serialVersionUID = 1L;

    @Override
    public void call(Row row) {
      Interruption interruption = TaskInterruption.here();
      waiting.countDown();
      while (true) {
        interruption.check();
        Thread.onSpinWait();
      }
    }
  }

  /** Learns until it is cancelled. */
  private static final class WaitingStage extends Estimator<Recorder.Fitted> {

    private static final long serialVersionUID = 1L;

    @Override
    public String uid() {
      return "waiting";
    }

    @Override
    public Recorder.Fitted fit(Dataset<?> dataset) {
      dataset.toDF().foreach(new Waiting());
      return new Recorder.Fitted();
    }

    @Override
    public StructType transformSchema(StructType schema) {
      return schema;
    }

    @Override
    public WaitingStage copy(ParamMap extra) {
      return this;
    }
  }

  private static Set<Object> persisted() {
    return Set.copyOf(
        CollectionConverters.asJava(spark.sparkContext().getPersistentRDDs()).keySet());
  }

  /** Runs in a group of jobs, which {@code cancel} is told so that it can cancel it. */
  private static void inGroup(String group, ThrowingCallable body) {
    SparkContext context = spark.sparkContext();
    context.setJobGroup(group, "cancelled", false);
    try {
      assertThat(catchThrowable(body)).isNotNull();
    } finally {
      context.clearJobGroup();
    }
  }

  private static String newGroup() {
    return "to be cancelled " + GROUPS.incrementAndGet();
  }

  private static void cancelledWhileATaskWaits(ThrowingCallable body) throws Exception {
    CountDownLatch killed = new CountDownLatch(1);
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.reason() instanceof TaskKilled) {
              killed.countDown();
            }
          }
        };
    spark.sparkContext().addSparkListener(listener);
    waiting = new CountDownLatch(1);
    String group = newGroup();
    CompletableFuture<Boolean> cancelled =
        CompletableFuture.supplyAsync(
            () -> {
              boolean started = await(waiting);
              spark.sparkContext().cancelJobGroup(group);
              return started;
            });
    inGroup(group, body);
    assertThat(cancelled.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(await(killed)).as("the task has ended").isTrue();
    spark.sparkContext().removeSparkListener(listener);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How soon a search asks, InterruptionTest counts. */
  @Test
  void workThatAsks_endsWithItsTask() throws Exception {
    Dataset<Row> data = Tables.clouds(300, 150);
    cancelledWhileATaskWaits(() -> data.foreach(new Waiting()));
  }

  @Test
  void cancelledFitOfAPipeline_leavesNothingPersisted() throws Exception {
    Set<Object> before = persisted();
    Dataset<Row> data = Tables.clouds(300, 150);
    ResamplingPipeline pipeline =
        new ResamplingPipeline()
            .setCacheInput(true)
            .setStages(new PipelineStage[] {new Smote(), new WaitingStage()});
    for (ThrowingCallable fit :
        List.<ThrowingCallable>of(
            () -> pipeline.fit(data), () -> pipeline.fit(data, new ParamMap()))) {
      cancelledWhileATaskWaits(fit);
      assertThat(persisted()).isEqualTo(before);
    }
  }
}

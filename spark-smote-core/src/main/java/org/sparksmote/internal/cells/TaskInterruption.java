// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.sparksmote.internal.knn.Interruption;

/** Ends work in a task that was cancelled: Spark only asks a task to end, it does not stop it. */
public final class TaskInterruption {

  private TaskInterruption() {}

  /** The interruption of the task that runs in this thread; none if there is no task. */
  public static Interruption here() {
    TaskContext task = TaskContext.get();
    return task == null ? Interruption.NONE : () -> check(task);
  }

  private static void check(TaskContext task) {
    if (task.isInterrupted()) {
      throw new TaskKilledException();
    }
  }
}

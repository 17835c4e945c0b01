// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Does numbered pieces of work, a few at once. */
public final class Workers {

  private Workers() {}

  /**
   * What the pieces 0 to {@code count} - 1 make, in their order. After a failure no further one is
   * begun, and those that are begun end before this does: they may hold what must be released.
   */
  public static <T> List<T> all(int count, int atOnce, IntFunction<T> work) {
    List<T> made = new ArrayList<>();
    if (atOnce == 1 || count == 1) {
      for (int i = 0; i < count; i++) {
        made.add(work.apply(i));
      }

      return made;
    }

    // New threads for each call: they inherit the job group and other local properties of Spark.
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(atOnce, count));
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        futures.add(pool.submit(() -> work.apply(number)));
      }

      for (Future<T> future : futures) {
        made.add(future.get());
      }

      return made;
    } catch (ExecutionException e) {
      throw Workers.<RuntimeException>asItIs(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      pool.shutdownNow();
      throw Workers.<RuntimeException>asItIs(e);
    } finally {
      end(pool);
    }
  }

  private static void end(ExecutorService pool) {
    boolean interrupted = false;
    boolean ended = false;
    pool.shutdown();
    while (!ended) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
        pool.shutdownNow();
      }
    }

    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Spark throws checked exceptions that it does not declare; they pass here as they do there. */
  @SuppressWarnings("unchecked")
  private static <X extends Throwable> RuntimeException asItIs(Throwable error) throws X {
    throw (X) error;
  }
}

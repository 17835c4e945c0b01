// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** How much of the heap is in use, garbage left out. */
public final class HeapProbe {

  /** Between two collections, so that what is watched gets on. */
  private static final long PAUSE_MILLIS = 10;

  private HeapProbe() {}

  /** Bytes in use after a full collection. */
  @SuppressWarnings("SystemGc") // what is measured here is what a collection leaves
  public static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** The most bytes in use while a body runs, beyond those before: collects again and again. */
  public static long peakOf(Callable<?> body) throws Exception {
    long before = live();
    AtomicLong peak = new AtomicLong(before);
    AtomicBoolean done = new AtomicBoolean();
    Thread collector =
        new Thread(
            () -> {
              while (!done.get()) {
                peak.accumulateAndGet(live(), Math::max);
                java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000);
              }
            });
    collector.start();
    try {
      body.call();
    } finally {
      done.set(true);
      collector.join();
    }

    return peak.get() - before;
  }

  /** What a body returned, and the most bytes that a collection left in use while it ran. */
  public record Watched<T>(T result, long mostLeft) {}

  /** Watches a body. Young collections leave old garbage, so the figure is an upper bound. */
  public static <T> Watched<T> watch(Supplier<T> body) {
    AtomicLong most = new AtomicLong(live());
    NotificationListener listener =
        (notification, handback) ->
            most.accumulateAndGet(left((CompositeData) notification.getUserData()), Math::max);
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) bean).addNotificationListener(listener, null, null);
    }

    T result = body.get(); // nothing else is watched after it, so the listener may stay
    return new Watched<>(result, most.get());
  }

  private static long left(CompositeData data) {
    Set<String> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    Map<String, MemoryUsage> after =
        GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc();
    return after.entrySet().stream()
        .filter(pool -> pools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }
}

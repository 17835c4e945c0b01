// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The highest use of the heap, garbage not yet collected included. Peaks of the pools (young, old)
 * need not fall together, so their sum is an upper bound.
 */
final class HeapPeak {

  private HeapPeak() {}

  static void reset() {
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  static long megabytes() {
    return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.examples;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a figure was measured on. */
final class Machine {

  private Machine() {}

  static Map<String, Object> describe() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("java", Runtime.version().toString());
    machine.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    machine.put("cpu", cpu());
    machine.put("max_heap_mb", Runtime.getRuntime().maxMemory() >> 20);
    return machine;
  }

  /** The same in words, for a page. */
  static String inWords(int cores) {
    return String.format(
        Locale.ROOT,
        "%d cores of %s, %.1f GB heap, JDK %s, Spark %s",
        cores,
        cpu(),
        Runtime.getRuntime().maxMemory() / (double) (1 << 30),
        Runtime.version().feature(),
        org.apache.spark.package$.MODULE$.SPARK_VERSION());
  }

  /** Processes that wanted to run in the last minute, on average; negative if unknown. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String cpu() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(Machine::architecture);
    } catch (IOException e) {
      return architecture();
    }
  }

  private static String architecture() {
    return System.getProperty("os.arch", "unknown");
  }
}

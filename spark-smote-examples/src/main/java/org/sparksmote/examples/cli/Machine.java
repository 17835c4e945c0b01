// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a figure was measured on. */
public final class Machine {

  private Machine() {}

  public static Map<String, Object> describe() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("java", Runtime.version().toString());
    machine.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    machine.put("cpu", cpu());
    machine.put("max_heap_mb", Runtime.getRuntime().maxMemory() >> 20);
    return machine;
  }

  /** The same in words, for a page. */
  public static String inWords(int cores) {
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
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** The most memory this process has had so far, off the heap too; 0 where it is not told. */
  public static long peakResidentMegabytes() {
    String kilobytes = firstValue("/proc/self/status", "VmHWM").replaceAll("\\D", "");
    return kilobytes.isEmpty() ? 0 : Long.parseLong(kilobytes) >> 10;
  }

  private static String cpu() {
    String name = firstValue("/proc/cpuinfo", "model name");
    return name.isEmpty() ? System.getProperty("os.arch", "unknown") : name;
  }

  /** What follows the colon in the first line of that name, or nothing. */
  private static String firstValue(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and sums them up in a table.
 *
 * <p>Arguments are those of JMH ({@code -h} lists them), for instance {@code Distance -f 3}, and
 * {@code --docs FILE}, which puts the table into a page, between its two marks.
 */
final class Benchmarks {
  private static final String BEGIN = "<!-- jmh:begin -->";
  private static final String END = "<!-- jmh:end -->";

  private Benchmarks() {}

  public static void main(String[] args)
      throws CommandLineOptionException, RunnerException, IOException {
    List<String> forJmh = new ArrayList<>(List.of(args));
    Path page = takePage(forJmh);
    CommandLineOptions given = new CommandLineOptions(forJmh.toArray(String[]::new));
    Runner runner = new Runner(options(given));
    if (given.shouldHelp()) {
      given.showHelp();
    } else if (given.shouldList()) {
      runner.list();
    } else {
      run(runner, page);
    }
  }

  private static @Nullable Path takePage(List<String> args) {
    int at = args.indexOf("--docs");
    if (at < 0) {
      return null;
    }

    args.remove(at);
    if (at == args.size()) {
      throw new IllegalArgumentException("--docs needs the file of a page");
    }

    return Path.of(args.remove(at));
  }

  /** The peak is measured in every run, since others are related to it. */
  private static Options options(CommandLineOptions given) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(given)
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .addProfiler(ProcessorTime.class);
    if (!given.getIncludes().isEmpty()) {
      given.getIncludes().forEach(options::include);
      options.include(BenchmarkTable.PEAK);
    }

    return options.build();
  }

  private static void run(Runner runner, @Nullable Path page) throws RunnerException, IOException {
    if (page != null) {
      withTable(Files.readString(page), ""); // a page without marks is refused before the work
    }

    String table = BenchmarkTable.of(runner.run());
    System.out.println("\n" + table);
    if (page != null) {
      Files.writeString(page, withTable(Files.readString(page), table));
    }
  }

  private static String withTable(String page, String table) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "Cannot put the table into the page: it needs the lines " + BEGIN + " and " + END);
    }

    return page.substring(0, begin) + BEGIN + "\n\n" + table + "\n" + page.substring(end);
  }
}

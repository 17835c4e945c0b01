// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/**
 * A program in a JVM of its own, with the class path and the options of this one but half a
 * gigabyte: for settings that a running session cannot change.
 */
public final class ChildJvm {

  private static final int SECONDS = 300;

  private final Process process;
  private final Path dir;

  private ChildJvm(Process process, Path dir) {
    this.process = process;
    this.dir = dir;
  }

  /** Starts a program whose output goes to files in {@code dir}. */
  public static ChildJvm start(Class<?> main, Path dir, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-D"))
        .forEach(command::add);
    command.addAll(List.of(options));
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    return new ChildJvm(
        new ProcessBuilder(command)
            .directory(dir.toFile())
            .redirectOutput(dir.resolve("out").toFile())
            .redirectError(dir.resolve("err").toFile())
            .start(),
        dir);
  }

  /** A small session, for the program that is started. */
  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", 4)
        .getOrCreate();
  }

  /** The lines that it prints, once it ended well. */
  public List<String> lines() throws IOException, InterruptedException {
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(dir.resolve("err"))).isZero();
    return Files.readAllLines(dir.resolve("out"));
  }
}

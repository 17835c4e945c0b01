// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sparksmote.examples.SparkSmote;

/**
 * A JVM of its own with the classes of the tests; its output is in files of its directory.
 *
 * @param dir the working directory
 * @param main the class to run
 * @param options more options of the JVM
 */
public record ChildJvm(Path dir, Class<?> main, String... options) {

  public Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-D"))
        .forEach(command::add);
    command.addAll(List.of(options));
    command.addAll(List.of("-Xmx1g", "-cp", classPath(), main.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(dir.toFile())
        .redirectError(dir.resolve("err").toFile())
        .redirectOutput(dir.resolve("out").toFile())
        .start();
  }

  /** Without the log configuration of the tests, unless the main class is among them. */
  private String classPath() {
    String all = System.getProperty("java.class.path");
    return main == SparkSmote.class
        ? Path.of("target/classes").toAbsolutePath()
            + ":"
            + all.replaceAll("[^:]*test-classes/?:", "")
        : all;
  }

  public String text(String name) throws IOException {
    return Files.readString(dir.resolve(name));
  }
}

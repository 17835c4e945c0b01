// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a JVM of its own can show: exit codes, a quiet terminal, a clean directory. */
class ChildProcessTest {

  @TempDir private Path dir = Path.of("");

  private Process run(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-D"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx1g",
            "-cp",
            Path.of("target/classes").toAbsolutePath()
                + ":"
                + System.getProperty("java.class.path").replaceAll("[^:]*test-classes/?:", ""),
            SparkSmote.class.getName()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .directory(dir.toFile())
            .redirectError(dir.resolve("err").toFile())
            .redirectOutput(dir.resolve("out").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process;
  }

  private String text(String name) throws IOException {
    return Files.readString(dir.resolve(name), StandardCharsets.UTF_8);
  }

  @Test
  void main_missingInput_endsWith4AndOneLine() throws Exception {
    Process process =
        run("resample", "--input", "no.csv", "--label-col", "y", "--output", "balanced");

    assertThat(text("err").lines()).hasSize(1).first().asString().contains("no such file");
    assertThat(process.exitValue()).isEqualTo(4);
    assertThat(text("out")).isEmpty();
    try (var files = Files.list(dir)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("err", "out");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.examples.SparkSmote;
import org.sparksmote.examples.testing.ChildJvm;

/** A run that is told to end cleans up; what a killed one left, the next names and removes. */
class InterruptionTest {

  @TempDir private Path dir = Path.of("");

  private ChildJvm jvm = new ChildJvm(dir, SparkSmote.class);

  @BeforeEach
  void writeInputs() throws IOException {
    jvm = new ChildJvm(Files.createDirectories(dir.resolve("work")), SparkSmote.class);
    table("slow.csv", 150_000);
    table("quick.csv", 60);
  }

  private void table(String name, int rows) throws IOException {
    StringBuilder text = new StringBuilder("x,y,z,label\n");
    for (int i = 0; i < rows; i++) {
      text.append(i * 7919L % 100_003).append(',').append(i * 104_729L % 99_991).append(',');
      text.append(i * 31L % 9_973).append(i % 3 == 0 ? ",b\n" : ",a\n");
    }

    Files.writeString(jvm.dir().resolve(name), text);
  }

  private Process start(String input, String... more) throws IOException {
    Stream<String> fixed =
        Stream.of(
            ("--master local[1] resample --label-col label --output made --input " + input)
                .split(" "));
    return jvm.start(Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
  }

  /** A run that is in the middle of making rows, each of which takes a look at all others. */
  private Process startSlow() throws Exception {
    Process process =
        start("slow.csv", "--neighbor-search", "exact", "--exact-below", "1000000", "--k", "500");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (hidden().isEmpty() && process.isAlive() && System.nanoTime() < end) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }

    assertThat(process.isAlive()).as(jvm.text("err")).isTrue();
    assertThat(hidden()).hasSize(1).first().asString().startsWith(".made.staging-");
    return process;
  }

  private List<String> hidden() throws IOException {
    try (Stream<Path> files = Files.list(jvm.dir())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(".made"))
          .toList();
    }
  }

  @Test
  void terminated_removesItsStaging_andSaysSo() throws Exception {
    Process process = startSlow();
    process.destroy();
    assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
    assertThat(hidden()).isEmpty();
    assertThat(jvm.dir().resolve("made")).doesNotExist();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(jvm.text("err").lines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Interrupted: ")
        .endsWith("/made was not written by this run.");
  }

  @Test
  void killed_isCleanedUpAfter_byTheNextRun_whichSaysSo() throws Exception {
    Process process = startSlow();
    process.destroyForcibly();
    assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
    List<String> left = hidden();
    assertThat(left).hasSize(1);

    Process next = start("quick.csv");
    assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(next.exitValue()).as(jvm.text("err")).isZero();
    assertThat(jvm.text("err").lines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("A run that was killed left data beside ")
        .endsWith("/made: removed " + left.get(0) + ".");
    assertThat(hidden()).isEmpty();
    assertThat(jvm.dir().resolve("made/_SUCCESS")).exists();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.examples.testing.ChildJvm;

/** What only a JVM of its own can show: exit codes, a quiet terminal, a clean directory. */
class ChildProcessTest {

  @TempDir private Path dir = Path.of("");

  private static int exit(Process process) throws InterruptedException {
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private List<String> others() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !List.of("err", "out").contains(name))
          .sorted()
          .toList();
    }
  }

  @Test
  void main_missingInput_endsWith4AndOneLine() throws Exception {
    ChildJvm jvm = new ChildJvm(dir, SparkSmote.class);
    Process process =
        jvm.start("resample", "--input", "no.csv", "--label-col", "y", "--output", "balanced");

    assertThat(exit(process)).isEqualTo(4);
    assertThat(jvm.text("err").lines()).hasSize(1).first().asString().contains("no such file");
    assertThat(jvm.text("out")).isEmpty();
    assertThat(others()).isEmpty();
  }

  /** Letters and digits of these languages are their own, also in names of files and codecs. */
  @ParameterizedTest
  @CsvSource({"tr, TR, ''", "ar, EG, ''", "th, TH, TH"})
  void exitCodesAndFiles_doNotDependOnTheLocale(String language, String country, String variant)
      throws Exception {
    StringBuilder text = new StringBuilder("i,label\n");
    for (int i = 0; i < 30; i++) {
      text.append(i).append(i % 5 == 0 ? ",b\n" : ",a\n");
    }

    Files.writeString(dir.resolve("in.csv"), text);
    ChildJvm jvm =
        new ChildJvm(
            dir,
            SparkSmote.class,
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-Duser.variant=" + variant);
    String[] run = "resample --input in.csv --label-col label --output made".split(" ");
    String[] gzip = {"--output-option", "compression=gzip", "--k", "3"};
    assertThat(exit(jvm.start(with(run, gzip)))).as(jvm.text("err")).isZero();
    assertThat(jvm.text("out")).contains("24", "made");
    try (Stream<Path> parts = Files.list(dir.resolve("made"))) {
      assertThat(parts).anyMatch(part -> part.getFileName().toString().startsWith("part-00000-"));
    }

    if (language.equals("tr")) { // whose letter i differs, which is in every message
      assertThat(exit(jvm.start(with(run, "--overwrite", "--k", "10")))).isEqualTo(3);
      assertThat(jvm.text("err")).contains("[SMOTE-027]");
      assertThat(exit(jvm.start(with(run, "--strategy", "1.5")))).isEqualTo(2);
      assertThat(exit(jvm.start(run))).isEqualTo(4);
    }
  }

  private static String[] with(String[] run, String... more) {
    return Stream.of(run, more).flatMap(Stream::of).toArray(String[]::new);
  }

  /** Runs one command per argument and says whether there is a session afterwards. */
  static final class Commands {

    private Commands() {}

    public static void main(String[] lines) {
      for (String line : lines) {
        int code = SparkSmote.commandLine().execute(line.split(" "));
        System.out.println(code + " " + SparkSession.getDefaultSession().isDefined());
      }
    }
  }

  @Test
  void wrongUsage_startsNoSession() throws Exception {
    String run = "resample --input a.csv --label-col y --output b ";
    String[] wrong = {
      "",
      "nonsense",
      run + "--nonsense",
      run + "--sampling-strategy nonsense",
      run + "--sampling-strategy 1.5",
      run + "--k 0",
      run + "--set nothing=1",
      run + "--variant smoot",
      run + "--format xml",
      run + "--log-level loud",
      run + "--conf a=b",
      "--conf a=b demo",
      "resample --input a.csv --label-col y",
      "demo --fraud-rate 7",
      "generate --output b --rows 3",
      "benchmark --rows 1"
    };
    ChildJvm jvm = new ChildJvm(dir, Commands.class);
    assertThat(exit(jvm.start(wrong))).as(jvm.text("err")).isZero();
    assertThat(jvm.text("out").lines()).hasSameSizeAs(wrong).containsOnly("2 false");
    assertThat(others()).isEmpty();
  }
}

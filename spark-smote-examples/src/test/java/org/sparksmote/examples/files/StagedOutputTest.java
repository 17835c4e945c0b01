// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.files.StagedOutput.Existing;
import org.sparksmote.examples.testing.FaultyFileSystem;

/** An output is the old one or the complete new one, whatever fails on the way. */
class StagedOutputTest extends CommandTest {

  private final Configuration conf = spark.sparkContext().hadoopConfiguration();

  private Path input = Path.of("");

  private Path output = Path.of("");

  @BeforeEach
  void writeOnce() throws IOException {
    conf.set("fs.faulty.impl", FaultyFileSystem.class.getName());
    input = csv("in.csv");
    output = dir.resolve("out");
    assertThat(resample(input, output, "--strategy", "{\"b\": 20}").code()).isZero();
  }

  @AfterEach
  void stopFailing() {
    FaultyFileSystem.failNothing();
  }

  private long rows() {
    return read(output, "csv").count();
  }

  private Outcome overwrite() {
    return resample(input, Path.of("faulty:" + output), "--overwrite");
  }

  private void assertOldDataIsThere() throws IOException {
    assertThat(rows()).isEqualTo(60);
    assertThat(names(dir)).containsExactly("in.csv", "out");
  }

  @Test
  void overwrite_succeeds_replacesAndLeavesNothingElse() throws IOException {
    assertThat(overwrite().err()).isEmpty();
    assertThat(rows()).isEqualTo(80);
    assertThat(names(dir)).containsExactly("in.csv", "out");
  }

  @Test
  void overwrite_everyFailure_keepsOldData() throws IOException {
    for (String fault :
        new String[] {"create part-", "create _spark_smote", "rename .out.staging"}) {
      FaultyFileSystem.failOn(fault);
      Outcome outcome = overwrite();
      assertThat(outcome.code()).as(fault).isEqualTo(4);
      assertThat(outcome.errorLines()).as(fault).hasSize(1);
      assertOldDataIsThere();
    }
  }

  @Test
  void overwrite_oldDataCannotMove_keepsOldData() throws IOException {
    FaultyFileSystem.failOn("rename out");
    assertThat(overwrite().code()).isEqualTo(4);
    assertOldDataIsThere();
  }

  @Test
  void refusedData_leavesNothing() throws IOException {
    Path other = dir.resolve("other");
    Outcome outcome = resample(input, other, "--k", "30");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(names(dir)).containsExactly("in.csv", "out");
  }

  @Test
  void publish_anotherRunWasFaster_failsAndKeepsIts() throws IOException {
    org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(dir + "/race");
    try (StagedOutput mine =
        StagedOutput.prepare(target, Existing.REFUSE, conf, new PrintWriter(new StringWriter()))) {
      Path staging = Path.of(mine.staging().toUri().getPath());
      Files.createDirectories(staging);
      FaultyFileSystem.failNothing();
      Files.createDirectories(dir.resolve("race"));
      Files.writeString(dir.resolve("race/data"), "theirs");
      assertThatThrownBy(mine::publish).isInstanceOf(IOException.class);
    }

    assertThat(names(dir.resolve("race"))).containsExactly("data");
    assertThat(names(dir)).containsExactly("in.csv", "out", "race");
  }

  private void write(String text) {
    try {
      Files.writeString(input, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertNotWritten() throws IOException {
    Outcome outcome = overwrite();
    assertThat(outcome.err())
        .contains("Cannot finish the output: the input file", "in.csv was written or removed");
    assertThat(outcome.code()).isEqualTo(3);
    assertOldDataIsThere();
  }

  @Test
  void inputThatIsWrittenMeanwhile_leavesNoOutput() throws IOException {
    String text = Files.readString(input);
    FaultyFileSystem.before("create _SUCCESS", () -> write(text + "\n"));
    assertNotWritten();
  }

  @Test
  void inputThatIsWrittenMeanwhile_withTheSameLength_leavesNoOutput() throws IOException {
    String text = Files.readString(input);
    Files.setLastModifiedTime(input, FileTime.fromMillis(1_000_000_000_000L));
    FaultyFileSystem.before("create _SUCCESS", () -> write(text));
    assertNotWritten();
  }

  @Test
  void filesThatAreAddedMeanwhile_doNoHarm() throws IOException {
    FaultyFileSystem.before("create _SUCCESS", () -> dir.resolve("more.csv").toFile().mkdir());
    assertThat(overwrite().code()).isZero();
  }
}

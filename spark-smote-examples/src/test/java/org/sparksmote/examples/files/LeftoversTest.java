// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.cli.Heartbeat;
import org.sparksmote.examples.cli.RunPlace;

/** What a killed run left is repaired by the next one; what a live run needs is left alone. */
class LeftoversTest extends CommandTest {

  /** As a name tells it: this process, whose number was once that of another. */
  private static final RunPlace LIVE = RunPlace.ofThisRun();

  private static final RunPlace ENDED = new RunPlace(LIVE.place(), LIVE.pid(), 1, LIVE.token());

  /** Of a host or container of the same name and with the same number of the process. */
  private static final RunPlace ELSEWHERE =
      new RunPlace("0".repeat(32), LIVE.pid(), 1, LIVE.token());

  private static final Duration WEEK = Duration.ofDays(7).plusHours(1);

  private Path target = Path.of("");

  @BeforeEach
  void nameTarget() {
    target = dir.resolve("out");
  }

  private String sweep() throws IOException {
    FileSystem files = FileSystem.getLocal(spark.sparkContext().hadoopConfiguration()).getRaw();
    return new Leftovers(files, new org.apache.hadoop.fs.Path(target.toString())).sweep();
  }

  private Path make(String kind, RunPlace run, Duration age) throws IOException {
    Path made = Files.createDirectories(dir.resolve(".out." + kind + "-" + run));
    Files.writeString(made.resolve("data"), "old");
    Files.setLastModifiedTime(made, FileTime.from(Instant.now().minus(age)));
    return made;
  }

  @Test
  void nothing_isSaidOfNothing() throws IOException {
    assertThat(sweep()).isEmpty();
  }

  @Test
  void stagingOfAnEndedRun_isRemoved_andNamed() throws IOException {
    Path left = make("staging", ENDED, Duration.ZERO);
    assertThat(sweep())
        .startsWith("A run that was killed left data beside")
        .endsWith("/out: removed " + left.getFileName() + ".");
    assertThat(names(dir)).isEmpty();
  }

  @Test
  void stagingOfALiveRun_stays_howeverOld() throws IOException {
    make("staging", LIVE, WEEK);
    assertThat(sweep()).isEmpty();
    assertThat(names(dir)).hasSize(1);
  }

  @Test
  void stagingOfAnotherPlace_staysWhileItGivesSignsOfLife() throws IOException {
    Path theirs = make("staging", ELSEWHERE, Duration.ofDays(6));
    assertThat(sweep()).isEmpty();
    Files.setLastModifiedTime(theirs, FileTime.from(Instant.now().minus(WEEK)));
    assertThat(sweep()).contains("removed");
    assertThat(names(dir)).isEmpty();
  }

  @Test
  void heartbeat_isASignOfLife() throws IOException {
    Path theirs = make("staging", ELSEWHERE, WEEK);
    FileSystem files = FileSystem.getLocal(spark.sparkContext().hadoopConfiguration());
    try (Heartbeat heartbeat = Heartbeat.of(files, new org.apache.hadoop.fs.Path(theirs.toUri()))) {
      heartbeat.beat();
    }

    assertThat(sweep()).isEmpty();
    assertThat(theirs).exists();
  }

  @Test
  void dataThatAnEndedRunMovedAside_isRestored_andNamed() throws IOException {
    Path aside = make("replaced", ENDED, WEEK);
    make("staging", ENDED, Duration.ZERO);
    assertThat(sweep())
        .contains("restored out from " + aside.getFileName() + ", removed .out.stag");
    assertThat(names(dir)).containsExactly("out");
    assertThat(target.resolve("data")).hasContent("old");
  }

  /** Data keeps its time when it is renamed, so it is old however short ago it was moved. */
  @Test
  void dataThatALiveRunElsewhereMovedAside_isLeftToIt() throws IOException {
    make("replaced", ELSEWHERE, WEEK);
    make("staging", ELSEWHERE, Duration.ZERO);
    assertThat(sweep()).isEmpty();
    assertThat(names(dir)).hasSize(2);
  }

  @Test
  void replacedDataBesideTheNew_isRemoved() throws IOException {
    Files.createDirectories(target);
    make("replaced", ENDED, Duration.ZERO);
    assertThat(sweep()).contains("removed .out.replaced");
    assertThat(names(dir)).containsExactly("out");
  }

  @Test
  void nextRun_saysWhatItFound_inOneLine() throws IOException {
    make("staging", ENDED, Duration.ZERO);
    Outcome outcome = resample(csv("in.csv"), target);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.errorLines()).hasSize(1).first().asString().contains("was killed left data");
    assertThat(names(dir)).containsExactly("in.csv", "out");
  }

  @Test
  void nameOfARun_isReadAsItIsWritten_andOthersAreOfElsewhere() {
    assertThat(RunPlace.parse(LIVE.toString())).isEqualTo(LIVE);
    assertThat(LIVE.hasEnded()).isFalse();
    assertThat(ENDED.hasEnded()).isTrue();
    assertThat(ELSEWHERE.hasEnded()).isFalse();
    RunPlace foreign = RunPlace.parse("localhost-1-1700000000000-" + LIVE.token());
    assertThat(foreign.hasEnded()).isFalse();
    assertThat(foreign.isElsewhere()).isTrue();
  }

  @Test
  void twoRunsOfOneProcess_haveDifferentNames() {
    assertThat(RunPlace.ofThisRun()).isNotEqualTo(LIVE);
    assertThat(RunPlace.ofThisRun().place()).isEqualTo(LIVE.place());
  }
}

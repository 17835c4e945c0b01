// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.feature.Binarizer;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/** A stage of Spark, because nothing here knows samplers. */
class StageIoTest extends SparkTest {

  private final Path folder;
  private final List<String> made = new ArrayList<>();

  StageIoTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String path() {
    return folder.resolve("stage").toString();
  }

  private void save() throws IOException {
    StageIo.writer(new Binarizer("b_1").setInputCol("x").setThreshold(2.5)).save(path());
  }

  private Binarizer create(String uid) {
    made.add(uid);
    return new Binarizer(uid);
  }

  @Test
  void stage_comesBackWithItsUidAndParams() throws IOException {
    save();
    Binarizer loaded = StageIo.reader(Binarizer.class, this::create).load(path());
    assertThat(loaded.uid()).isEqualTo("b_1");
    assertThat(loaded.getInputCol()).isEqualTo("x");
    assertThat(loaded.getThreshold()).isEqualTo(2.5);
    assertThat(loaded.isSet(loaded.outputCol())).isFalse();
    assertThat(made).containsExactly("b_1");
  }

  @Test
  void files_areThoseThatSparkItselfReads() throws IOException {
    save();
    assertThat(Binarizer.load(path()).getThreshold()).isEqualTo(2.5);
  }

  @Test
  void stageOfAnotherClass_isRefused_beforeAnythingIsMade() throws IOException {
    new Bucketizer("b_1").setSplits(new double[] {0, 1, 2}).save(path());
    SparkSession session = spark;
    assertThat(Refusal.of(() -> StageIo.load(path(), session, Binarizer.class, this::create)))
        .contains("does not describe a Binarizer");
    assertThat(made).isEmpty();
  }

  @Test
  void check_getsWhatWasLoaded_andMayRefuseIt() throws IOException {
    save();
    List<String> checked = new ArrayList<>();
    StageIo.reader(
            Binarizer.class,
            this::create,
            (path, stage) -> checked.add(path + " " + stage.getThreshold()))
        .load(path());
    assertThat(checked).containsExactly(path() + " 2.5");
    assertThatThrownBy(
            () ->
                StageIo.reader(
                        Binarizer.class,
                        this::create,
                        (path, stage) -> {
                          throw new IllegalStateException("not this one");
                        })
                    .load(path()))
        .hasMessage("not this one");
  }

  @Test
  void whatIsThere_isOverwrittenOnlyOnDemand() throws IOException {
    save();
    assertThatThrownBy(this::save).isInstanceOf(IOException.class);
    StageIo.writer(new Binarizer("b_2")).overwrite().save(path());
    assertThat(StageIo.reader(Binarizer.class, this::create).load(path()).uid()).isEqualTo("b_2");
  }
}

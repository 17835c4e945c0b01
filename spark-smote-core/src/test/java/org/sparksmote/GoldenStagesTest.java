// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.testing.SparkTest;

/**
 * What earlier versions saved is what this one loads (G9); golden/README.md says how to add some.
 */
class GoldenStagesTest extends SparkTest {

  private static List<Path> golden() throws IOException {
    try (Stream<Path> files =
        Files.find(GoldenStages.DIRECTORY, 2, (path, kind) -> path.toString().endsWith(".txt"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  @DisplayName("G9 what was saved by each version")
  void stage_loadsWithItsSettings_andDoesTheSame(Path expected) throws IOException {
    List<String> lines = Files.readAllLines(expected);
    String directory = expected.toString().replaceFirst("\\.txt$", "");
    PipelineStage loaded = GoldenStages.load(lines.get(0).split(" ")[0], directory);
    // Later versions may have more settings, but those there were must be as they were.
    assertThat(GoldenStages.describe(loaded)).containsAll(lines);
  }

  @Test
  void everyKindOfStage_isAmongThem() throws IOException {
    assertThat(golden())
        .extracting(path -> path.getFileName().toString())
        .contains(
            "smote.txt",
            "model-smotenc.txt",
            "pipeline-nested.txt",
            "resampler.txt",
            "under-sampler.txt");
  }
}

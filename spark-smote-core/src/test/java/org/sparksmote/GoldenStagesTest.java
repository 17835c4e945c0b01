// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.util.MLReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.sampler.FittedSampler;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.undersampling.RandomUnderSampler;

/**
 * What earlier versions saved is what this one loads (G9); golden/README.md says how to add some.
 */
class GoldenStagesTest extends SparkTest {

  private static final Map<String, MLReader<? extends PipelineStage>> READERS =
      Map.of(
          "Smote", Smote.read(),
          "SmoteModel", SmoteModel.read(),
          "SmoteResampler", SmoteResampler.read(),
          "RandomUnderSampler", RandomUnderSampler.read(),
          "FittedSampler", FittedSampler.read(),
          "ResamplingPipeline", ResamplingPipeline.read(),
          "PipelineModel", PipelineModel.read());

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
    MLReader<? extends PipelineStage> reader = READERS.get(lines.get(0).split(" ")[0]);
    assertThat(reader).isNotNull();
    // Later versions may have more settings, but those there were must be as they were.
    assertThat(GoldenStages.describe(reader.load(directory))).containsAll(lines);
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

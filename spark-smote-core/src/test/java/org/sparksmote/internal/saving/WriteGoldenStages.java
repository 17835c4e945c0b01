// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.util.MLWritable;
import org.junit.jupiter.api.Test;
import org.sparksmote.GoldenStages;
import org.sparksmote.testing.SparkTest;

/**
 * Writes the golden stages of this version; it runs when it is named only, see golden/README.md.
 */
class WriteGoldenStages extends SparkTest {

  @Test
  void write() throws IOException {
    Path version = GoldenStages.DIRECTORY.resolve(LibraryVersion.own().replace("-SNAPSHOT", ""));
    for (Map.Entry<String, MLWritable> golden : GoldenStages.all().entrySet()) {
      Path directory = version.resolve(golden.getKey());
      golden.getValue().write().overwrite().save(directory.toString());
      Files.write(
          version.resolve(golden.getKey() + ".txt"),
          GoldenStages.describe((PipelineStage) golden.getValue()));
      removeMarks(directory);
    }
  }

  /** Checksums and markers are not what is loaded. */
  private static void removeMarks(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().matches("_SUCCESS|\\..*\\.crc")) {
          Files.delete(file);
        }
      }
    }
  }
}

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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sparksmote.GoldenStages;
import org.sparksmote.testing.SparkTest;

/**
 * Writes the golden stages of this version; it runs when it is asked to only, see golden/README.md.
 */
@EnabledIfSystemProperty(named = "golden", matches = "write")
class WriteGoldenStages extends SparkTest {

  @Test
  void write() throws IOException {
    Path version = GoldenStages.DIRECTORY.resolve(LibraryVersion.own().replace("-SNAPSHOT", ""));
    for (Map.Entry<String, MLWritable> golden : GoldenStages.all().entrySet()) {
      Path directory = version.resolve(golden.getKey());
      golden.getValue().write().overwrite().save(directory.toString());
      // What is saved may say more than what was fitted: it knows what was reached since.
      String kind = golden.getValue().getClass().getSimpleName();
      PipelineStage saved = GoldenStages.load(kind, directory.toString());
      Files.write(version.resolve(golden.getKey() + ".txt"), GoldenStages.describe(saved));
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

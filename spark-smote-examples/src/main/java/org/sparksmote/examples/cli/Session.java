// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * A Spark session with its scratch directory, both gone when closed; nothing is left in the user's
 * working directory.
 *
 * @param spark the session
 * @param scratch the directory of its own, or null if somebody else owns the session
 */
public record Session(SparkSession spark, @Nullable Path scratch) implements AutoCloseable {

  public static Path newScratch() {
    try {
      return Files.createTempDirectory("spark-smote-");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a scratch directory: " + e.getMessage(), e);
    }
  }

  /** Hadoop's settings of the session, which say how file systems are reached. */
  public Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  /** Shows what the next jobs are for, in Spark's web page and progress bar. */
  public void describe(String work) {
    spark.sparkContext().setJobDescription(work);
  }

  @Override
  public void close() {
    describe("");
    if (scratch != null) {
      spark.stop();
      delete(scratch);
    }
  }

  /** Deletes a local directory tree; what cannot be deleted stays. */
  public static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // A left-over in the system's temporary directory harms nobody.
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * Published imbalanced tables: two that are test data, with their notice, and whatever others the
 * folder has that SPARK_SMOTE_DATA names; tests of those are skipped where it is absent.
 */
public final class RealData {

  private RealData() {}

  /** A table with the class as a string in {@code label}. */
  public static Dataset<Row> read(String name) {
    return SparkTest.spark
        .read()
        .option("header", true)
        .option("inferSchema", true)
        .csv(file(name + ".csv.gz").toString())
        .withColumn("label", functions.col("label").cast("string"));
  }

  private static Path file(String name) {
    @Nullable URL own = RealData.class.getResource("/data/" + name);
    if (own != null) {
      try {
        return Path.of(own.toURI());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }

    Optional<Path> other =
        Optional.ofNullable(System.getenv("SPARK_SMOTE_DATA")).map(folder -> Path.of(folder, name));
    assumeTrue(other.filter(Files::exists).isPresent(), name + " is absent");
    return other.orElseThrow();
  }
}

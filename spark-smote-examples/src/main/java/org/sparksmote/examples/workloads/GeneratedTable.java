// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.workloads;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A workload as Parquet files, beside which its description lies: nobody has to tell twice how many
 * rows and features there are.
 *
 * @param shape what was generated
 * @param directory where it is
 */
public record GeneratedTable(WorkloadTable shape, Path directory) {

  /** Readers of Parquet skip names that start like this. */
  static final String DESCRIPTION = "_workload.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Generates the rows into a directory that does not exist yet. */
  public static GeneratedTable write(SparkSession spark, WorkloadTable shape, Path directory)
      throws IOException {
    int partitions = 4 * spark.sparkContext().defaultParallelism();
    shape.make(spark, partitions).write().parquet(directory.toString());
    FileSystem files = directory.getFileSystem(spark.sparkContext().hadoopConfiguration());
    try (OutputStream out = files.create(new Path(directory, DESCRIPTION))) {
      out.write(JSON.writeValueAsBytes(shape));
    }

    return new GeneratedTable(shape, directory);
  }

  /**
   * What an earlier run wrote.
   *
   * @throws FileNotFoundException if the directory holds no generated table
   */
  public static GeneratedTable open(Path directory, Configuration conf) throws IOException {
    Path description = new Path(directory, DESCRIPTION);
    FileSystem files = directory.getFileSystem(conf);
    if (!files.exists(description)) {
      throw new FileNotFoundException(
          "Cannot read "
              + directory
              + ": spark-smote generate did not write it (no file "
              + DESCRIPTION
              + " in it).");
    }

    try (InputStream in = files.open(description)) {
      return new GeneratedTable(JSON.readValue(in, WorkloadTable.class), directory);
    }
  }

  /** The rows, with the columns of a schema. */
  public Dataset<Row> read(SparkSession spark, StructType schema) {
    return spark.read().schema(schema).parquet(directory.toString());
  }
}

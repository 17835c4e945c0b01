// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A workload as files, beside which their description lies: nobody has to tell twice how many rows
 * and features there are.
 *
 * @param shape what was generated
 * @param format how it is written
 * @param directory where it is
 */
public record GeneratedTable(WorkloadTable shape, Format format, Path directory) {

  /** Forms of files. */
  public enum Format {
    /** A label and a vector of features. */
    PARQUET,
    /** A label and a column of numbers per feature, with a line of names. */
    CSV
  }

  /** Readers of Parquet and CSV skip names that start like this. */
  static final String DESCRIPTION = "_workload.json";

  private static final String FORMAT = "format";

  private static final String FEATURES = "features";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Generates the rows into a directory that does not exist yet. */
  public static GeneratedTable write(
      SparkSession spark, WorkloadTable shape, Format format, Path directory) throws IOException {
    GeneratedTable table = new GeneratedTable(shape, format, directory);
    Dataset<Row> rows = shape.make(spark, 4 * spark.sparkContext().defaultParallelism());
    if (format == Format.CSV) {
      table.plain(rows).write().option("header", true).csv(directory.toString());
    } else {
      rows.write().parquet(directory.toString());
    }

    FileSystem files = directory.getFileSystem(spark.sparkContext().hadoopConfiguration());
    try (OutputStream out = files.create(new Path(directory, DESCRIPTION))) {
      ObjectNode description = JSON.valueToTree(shape);
      out.write(JSON.writeValueAsBytes(description.put(FORMAT, format.name())));
    }

    return table;
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
      ObjectNode told = (ObjectNode) JSON.readTree(in);
      JsonNode format = told.remove(FORMAT);
      return new GeneratedTable(
          JSON.treeToValue(told, WorkloadTable.class),
          format == null ? Format.PARQUET : Format.valueOf(format.asText()),
          directory);
    }
  }

  /** The rows: a label and the features, as a measured run reads them. */
  public Dataset<Row> read(SparkSession spark) {
    return read(spark, false);
  }

  /** The rows with their numbers. */
  public Dataset<Row> readNumbered(SparkSession spark) {
    return read(spark, true);
  }

  /** The columns of a CSV that are features. */
  public String[] inputCols() {
    return IntStream.range(0, shape.dims()).mapToObj(j -> "f" + j).toArray(String[]::new);
  }

  private Dataset<Row> read(SparkSession spark, boolean numbered) {
    if (format == Format.PARQUET) {
      StructType schema = numbered ? shape.numberedSchema() : shape.schema();
      return spark.read().schema(schema).parquet(directory.toString());
    }

    Dataset<Row> rows =
        spark.read().option("header", true).schema(plainSchema()).csv(directory.toString());
    return numbered ? rows : rows.drop(WorkloadTable.NUMBER);
  }

  private StructType plainSchema() {
    StructType schema = new StructType().add("label", DataTypes.StringType);
    for (String name : inputCols()) {
      schema = schema.add(name, DataTypes.DoubleType);
    }

    return schema.add(WorkloadTable.NUMBER, DataTypes.LongType);
  }

  private Dataset<Row> plain(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>(List.of(rows.col("label")));
    Column values = functions.vector_to_array(rows.col(FEATURES), "float64");
    for (String name : inputCols()) {
      columns.add(values.getItem(columns.size() - 1).as(name));
    }

    columns.add(rows.col(WorkloadTable.NUMBER));
    return rows.select(columns.toArray(new Column[0]));
  }
}

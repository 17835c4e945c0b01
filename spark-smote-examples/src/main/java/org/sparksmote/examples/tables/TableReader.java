// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.sparksmote.examples.cli.BadDataException;
import org.sparksmote.examples.cli.OptionMap;
import org.sparksmote.examples.csv.CsvFile;
import org.sparksmote.examples.csv.CsvProblems;
import org.sparksmote.examples.files.DataFormat;
import org.sparksmote.examples.files.InputFile;
import org.sparksmote.examples.files.InputFiles;
import org.sparksmote.examples.files.TableName;

/**
 * Reads tables of formats that have types, with Spark: just the files that were found. A row that
 * does not fit is an error, never a null.
 */
final class TableReader {

  /** Spark would take the names of files for patterns again. */
  private static final String GLOB = "__globPaths__";

  private static final String PARTITION_TYPES =
      "spark.sql.sources.partitionColumnTypeInference.enabled";

  private TableReader() {}

  static Dataset<Row> read(SparkSession spark, InputFiles input, Map<String, String> options)
      throws IOException {
    if (input.isTable()) {
      return spark.table(TableName.of(input.table()).quoted());
    }

    DataFrameReader reader =
        spark.read().format(input.format().sparkName()).options(input.format().readOptions());
    boolean folders = !input.folderColumns().isEmpty() && !OptionMap.of(options).has("basepath");
    if (folders) {
      reader = reader.option("basePath", input.folderBase().toString());
    }

    reader = reader.options(options).option(GLOB, false);
    if (input.files().stream().anyMatch(CsvFile::hasColon)) {
      reader = reader.options(CsvFile.PLAIN_LOCAL); // which Spark hands to Hadoop
    }

    if (input.format() == DataFormat.LIBSVM) {
      reader = reader.option("numFeatures", LibsvmFiles.width(spark, input, options));
    }

    Dataset<Row> table = load(spark, reader, input, options);
    if (table.columns().length == 0) {
      throw new BadDataException(
          "Cannot read the input: it has no columns. Check the path and --input-format.");
    }

    return folders ? withNumbers(table, input) : table;
  }

  /** What folders tell is text at first, so that 01 is not 1. */
  private static Dataset<Row> load(
      SparkSession spark, DataFrameReader reader, InputFiles input, Map<String, String> options)
      throws IOException {
    String before = spark.conf().get(PARTITION_TYPES);
    spark.conf().set(PARTITION_TYPES, false);
    try {
      if (input.format() == DataFormat.AVRO) {
        requireOneSchema(reader, input);
      }

      return reader.load(input.fileNames());
    } catch (Exception e) { // Spark declares none of its own
      if (NanoTimestamps.areMeantBy(e)) {
        NanoTimestamps.refuse(input, spark.sessionState().newHadoopConf());
      }

      if (input.format() == DataFormat.JSON) {
        JsonLines.refuse(spark, input, options);
      }

      throw e;
    } finally {
      spark.conf().set(PARTITION_TYPES, before);
    }
  }

  /** Spark would take the schema of any one file, and leave out what others have besides. */
  private static void requireOneSchema(DataFrameReader reader, InputFiles input) {
    InputFile first = input.files().get(0);
    List<String> expected = columns(reader, first);
    for (InputFile file : input.files()) {
      List<String> here = columns(reader, file);
      if (!here.equals(expected)) {
        throw CsvProblems.otherHeader(file, here, first, expected);
      }
    }
  }

  private static List<String> columns(DataFrameReader reader, InputFile file) {
    return Arrays.stream(reader.load(file.name()).schema().fields())
        .map(field -> field.name() + " " + field.dataType().simpleString())
        .toList();
  }

  /** Columns of folders of which all tell a whole number in the one way to write it are numbers. */
  private static Dataset<Row> withNumbers(Dataset<Row> table, InputFiles input) {
    Dataset<Row> typed = table;
    for (String column : input.folderColumns()) {
      Set<String> texts = new LinkedHashSet<>();
      input.files().forEach(file -> texts.add(file.folderColumns().getOrDefault(column, "")));
      boolean wholes = texts.stream().allMatch(text -> text.matches("0|-?[1-9][0-9]{0,17}"));
      boolean small = texts.stream().allMatch(text -> text.length() < 10);
      DataType type = small ? DataTypes.IntegerType : DataTypes.LongType;
      typed =
          wholes ? typed.withColumn(column, functions.col("`" + column + "`").cast(type)) : typed;
    }

    return typed;
  }
}

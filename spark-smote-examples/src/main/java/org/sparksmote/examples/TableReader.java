// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the input table. Types of CSV columns are inferred from all rows; a row that does not fit
 * is an error, never a null.
 */
final class TableReader {

  private final SparkSession spark;
  private final InputFiles input;
  private final Map<String, String> options;

  TableReader(SparkSession spark, InputFiles input, Map<String, String> options) {
    this.spark = spark;
    this.input = input;
    this.options = options;
  }

  Dataset<Row> read() {
    boolean infer = input.format() == DataFormat.CSV;
    DataFrameReader reader = infer ? reader().option("inferSchema", true) : reader();
    Dataset<Row> table = reader.options(options).load(input.names());
    if (table.columns().length == 0) {
      throw new BadDataException(
          "Cannot read the input: it has no columns. Check the path and --input-format.");
    }

    return table;
  }

  /**
   * Reads a CSV table again with all but some columns as text, so that what is only carried along
   * comes out letter by letter as it was: 007 stays 007, and a time keeps its format.
   */
  Dataset<Row> readCarryingText(StructType inferred, Set<String> typed) {
    StructField[] fields =
        Arrays.stream(inferred.fields())
            .map(field -> typed.contains(field.name()) ? field : text(field))
            .toArray(StructField[]::new);
    return reader().options(options).schema(new StructType(fields)).load(input.names());
  }

  private DataFrameReader reader() {
    DataFrameReader reader =
        spark.read().format(input.format().sparkName()).options(input.format().readOptions());
    boolean severalCsv = input.format() == DataFormat.CSV && input.paths().size() > 1;
    // With several files, a second one whose columns stand in another order must not pass.
    return severalCsv ? reader.option("enforceSchema", false) : reader;
  }

  private static StructField text(StructField field) {
    return new StructField(field.name(), DataTypes.StringType, true, field.metadata());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.examples.csv.CsvDialect;
import org.sparksmote.examples.csv.CsvProblems;
import org.sparksmote.examples.csv.CsvTable;
import org.sparksmote.examples.csv.FewWords;
import org.sparksmote.examples.csv.RowLayout;
import org.sparksmote.examples.files.InputFiles;
import org.sparksmote.examples.files.OutputForm;

/**
 * The input as a table with the roles of its columns.
 *
 * @param data all rows, with the columns that the sampler or the sink needs
 * @param columns label, features and the rest
 * @param types of all columns
 * @param vector the column that holds all features, or empty if they are columns
 * @param input where it is from
 * @param sink where the rows go
 */
public record SourceTable(
    Dataset<Row> data,
    TableColumns columns,
    StructType types,
    String vector,
    InputFiles input,
    Sink sink) {

  /**
   * What is asked of an input and an output.
   *
   * @param others columns that the sampler reads besides
   * @param output how the rows are written
   */
  public record Wishes(
      TableColumns.Wishes columns,
      List<String> others,
      Map<String, String> inputOptions,
      OutputForm output,
      CsvTable.Labels labels,
      CsvSink.Numbers numbers) {}

  /** Reads the schema, and the rows as far as it takes to infer types. */
  public static SourceTable open(
      SparkSession spark, InputFiles input, Wishes wishes, Configuration conf) throws IOException {
    FileStart.check(input, wishes.inputOptions(), conf);
    if (input.format().isDelimited()) {
      return openCsv(spark, input, wishes, conf);
    }

    Dataset<Row> data = TableReader.read(spark, input, wishes.inputOptions());
    input.refuseUnreadFolders(data.schema(), wishes.columns().label());
    TableColumns columns = TableColumns.choose(data.schema(), wishes.columns());
    return new SourceTable(
        data,
        columns,
        data.schema(),
        columns.vector(),
        input,
        new SparkSink(wishes.output(), columns, spark));
  }

  private static SourceTable openCsv(
      SparkSession spark, InputFiles input, Wishes wishes, Configuration conf) throws IOException {
    String label = wishes.columns().label();
    CsvDialect dialect = CsvDialect.ofInput(input.format(), wishes.inputOptions());
    OutputForm form = wishes.output();
    boolean staysText = form.format().isDelimited();
    CsvDialect written = // refused before all work
        staysText ? dialect.toOutput(input.format(), form.format(), form.options()) : dialect;
    CsvTable table = CsvTable.open(spark, input, dialect, label, conf);
    input.refuseUnreadFolders(table.schema(), label);
    StructType schema = table.labelled(label, wishes.labels(), !staysText);
    refuseFewWords(table, wishes.columns().resolved(schema));
    TableColumns columns = TableColumns.choose(schema, wishes.columns());
    if (!staysText) {
      return new SourceTable(
          table.typed(schema),
          columns,
          schema,
          "",
          input,
          new SparkSink(wishes.output(), columns, spark));
    }

    RowLayout layout =
        RowLayout.of(columns.typed(schema, wishes.others()), columns.features().size(), table);
    return new SourceTable(
        table.withRecords(layout),
        columns,
        schema,
        layout.vector(),
        input,
        new CsvSink(table, form, written, layout, wishes.numbers(), conf));
  }

  /** A number column must not leave the features because of a few words in it. */
  private static void refuseFewWords(CsvTable table, TableColumns.Wishes wishes) {
    String[] names = table.schema().fieldNames();
    int columns = Math.min(names.length, table.profile().types().size());
    for (int i = 0; i < columns; i++) {
      FewWords words = table.profile().words(i);
      boolean nominal = wishes.categorical().stream().anyMatch(names[i]::equalsIgnoreCase);
      if (words.isNumberColumn() && wishes.mayBeFeature(names[i]) && !nominal) {
        throw CsvProblems.fewWords(names[i], words);
      }
    }
  }

  /** Where the values of a feature are; in an array a number that is missing is null again. */
  public Column feature(String name) {
    if (vector.isEmpty() || !columns.vector().isEmpty()) {
      return functions.col("`" + name.replace("`", "``") + "`");
    }

    int place = columns.features().indexOf(name) + 1; // element_at counts from 1
    Column value = functions.element_at(functions.col(vector), place);
    return functions.nanvl(value, functions.lit(null).cast(DataTypes.DoubleType));
  }
}

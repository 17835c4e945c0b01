// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.files.FilePiece;
import org.sparksmote.examples.files.InputFiles;
import org.sparksmote.examples.files.MappedIterator;

/**
 * A CSV table: its records as they stand in the files, and typed copies of the columns that matter.
 *
 * @param headers the headers of all files
 * @param reader gives the records
 * @param schema all columns, by names that tell them apart, with the types that Spark infers
 * @param profile what all rows tell of the columns
 */
public record CsvTable(
    SparkSession spark,
    CsvHeaders headers,
    CsvReader reader,
    StructType schema,
    CsvProfile profile) {

  /** How labels are compared. */
  public enum Labels {
    AS_TEXT,
    AS_NUMBERS
  }

  /** Reads all headers, then all records once, to know the types. */
  public static CsvTable open(
      SparkSession spark, InputFiles input, CsvDialect dialect, String label, Configuration conf)
      throws IOException {
    CsvHeaders headers = CsvHeaders.read(spark, input, dialect, conf);
    List<String> columns = headers.columns(input, dialect);
    CsvReader reader =
        new CsvReader(
            dialect.withColumns(columns.size()),
            new ArrayList<>(headers.files()),
            headers.names().size(),
            FilePiece.plan(
                new ArrayList<>(input.files()),
                file -> CsvFile.canCut(file, dialect, conf),
                spark.sparkContext().defaultParallelism(),
                JavaUtils.byteStringAsBytes(spark.conf().get("spark.sql.files.maxPartitionBytes"))),
            new SerializableConfiguration(conf));
    CsvProfile profile = profile(spark, reader, columns.size(), position(columns, label));
    StructType schema = new StructType();
    for (int i = 0; i < columns.size(); i++) {
      schema = schema.add(columns.get(i), profile.types().get(i));
    }

    return new CsvTable(spark, headers, reader, schema, profile);
  }

  private static CsvProfile profile(SparkSession spark, CsvReader reader, int columns, int label) {
    CsvProfile all = new CsvProfile(reader.dialect(), columns, label);
    CsvDialect dialect = reader.dialect();
    reader
        .each(
            spark,
            records ->
                List.of(new CsvProfile(dialect, columns, label).addAll(records).toRow()).iterator(),
            Encoders.row(CsvProfile.SCHEMA))
        .collectAsList()
        .forEach(all::merge);
    return all;
  }

  /** Where a column is; names count whatever their case. */
  public static int position(List<String> columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }

    return -1;
  }

  /**
   * The schema for labels that are compared as the texts they are. Where numbers are written the
   * one way they can be, number and text are the same, and a table with types keeps the number.
   */
  public StructType labelled(String label, Labels labels, boolean keepsPlainNumbers) {
    StructField[] fields = schema.fields().clone();
    int i = position(List.of(schema.fieldNames()), label);
    boolean number = i >= 0 && fields[i].dataType() instanceof NumericType;
    boolean stays =
        number
            && (labels == Labels.AS_NUMBERS
                || (keepsPlainNumbers && profile.style(i).isPlain(fields[i].dataType())));
    if (i >= 0 && !stays) {
      fields[i] = DataTypes.createStructField(fields[i].name(), DataTypes.StringType, true);
    }

    return new StructType(fields);
  }

  /** Some columns with their types, and the text of the record they are from. */
  public Dataset<Row> withRecords(RowLayout layout) {
    int[] places =
        Arrays.stream(layout.columns().fieldNames()).mapToInt(schema::fieldIndex).toArray();
    CsvDialect dialect = reader.dialect();
    return reader.each(
        spark,
        records -> typed(records, new CsvCell(dialect), places, layout),
        Encoders.row(layout.schema()));
  }

  private static Iterator<Row> typed(
      CsvRecords records, CsvCell cell, int[] places, RowLayout layout) {
    DataType[] types =
        Arrays.stream(layout.columns().fields())
            .map(StructField::dataType)
            .toArray(DataType[]::new);
    return new MappedIterator<>(
        records,
        record -> {
          @Nullable Object[] values = new Object[places.length];
          for (int i = 0; i < places.length; i++) {
            values[i] = cell.parse(record.fields()[places[i]], types[i]);
          }

          return layout.row(values, record.text());
        });
  }

  /** All columns with their types, for formats that have some. */
  public Dataset<Row> typed(StructType types) {
    Dataset<String> records =
        reader.each(spark, all -> new MappedIterator<>(all, CsvRecord::text), Encoders.STRING());
    TreeMap<String, String> options = new TreeMap<>(reader.dialect().options().values());
    options.keySet().removeAll(List.of("multiline", "encoding", "linesep", "inferschema"));
    options.put("header", "false");
    options.putIfAbsent("maxcolumns", Integer.toString(reader.dialect().maxColumns()));
    return spark.read().options(options).schema(types).csv(records);
  }

  /** A name that no column has. */
  public String freeName(String wish) {
    StringBuilder name = new StringBuilder(wish);
    while (position(List.of(schema.fieldNames()), name.toString()) >= 0) {
      name.append('_');
    }

    return name.toString().toLowerCase(Locale.ROOT);
  }
}

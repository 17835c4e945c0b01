// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.Smote;
import org.sparksmote.examples.cli.OptionMap;
import org.sparksmote.examples.csv.CsvTable;
import org.sparksmote.examples.files.DataFormat;
import org.sparksmote.examples.files.FileParts;
import org.sparksmote.examples.files.OutputForm;
import org.sparksmote.examples.files.TextHash;
import org.sparksmote.examples.files.WrittenRows;
import org.sparksmote.report.SmoteSummary;

/** Writes rows of types with Spark, to files or to a table. */
final class SparkSink implements Sink {

  private final OutputForm form;
  private final TableColumns columns;
  private final WrittenRows passed;
  private List<String> folders = List.of();
  private boolean marks;
  private boolean dropsInvalid;
  private String mark = "";
  private StructType schema = new StructType();
  private RowDigest ofInput = new RowDigest(List.of());

  SparkSink(OutputForm form, TableColumns columns, SparkSession spark) {
    this.form = form;
    this.passed = new WrittenRows(spark.sparkContext());
    this.columns = columns;
  }

  @Override
  public Smote prepare(Smote smote, Dataset<Row> data) {
    new FormatRules(form.format(), columns.label()).check(data.schema(), smote);
    ofInput = RowDigest.of(data.schema(), form.format());
    folders = PartitionColumns.of(form.partitionBy(), columns, smote).checked(data);
    dropsInvalid = smote.getHandleInvalid().equals("skip");
    marks = smote.isSet(smote.syntheticCol());
    mark = marks ? smote.getSyntheticCol() : freeName(data.schema());
    return marks ? smote : smote.copy(ParamMap.empty()).setSyntheticCol(mark);
  }

  private static String freeName(StructType schema) {
    StringBuilder name = new StringBuilder("spark_smote_synthetic");
    while (CsvTable.position(List.of(schema.fieldNames()), name.toString()) >= 0) {
      name.append('_');
    }

    return name.toString();
  }

  @Override
  public void write(Dataset<Row> rows, SmoteSummary summary, String place) {
    schema = marks ? rows.schema() : rows.drop(mark).schema();
    long total = summary.classes().stream().mapToLong(SmoteSummary.ClassRows::has).sum();
    try (FileParts parts = FileParts.of(rows, form.files(), total)) {
      Dataset<Row> watched = digest().watched(parts.rows(), ofInput, mark, passed);
      DataFrameWriter<Row> writer =
          shaped(marks ? watched : watched.drop(mark))
              .write()
              .format(form.format().sparkName())
              .options(form.format().writeOptions())
              .mode(SaveMode.ErrorIfExists);
      writer = form.files() == null ? writer : writer.option("maxRecordsPerFile", 0);
      writer = writer.options(form.options());
      writer = folders.isEmpty() ? writer : writer.partitionBy(folders.toArray(String[]::new));
      if (form.kind() == OutputForm.Kind.TABLE) {
        writer.saveAsTable(place);
      } else {
        writer.save(place);
      }
    }
  }

  private RowDigest digest() {
    return RowDigest.of(schema, form.format());
  }

  /** LIBSVM has a label, which is a double, and then the features. */
  private Dataset<Row> shaped(Dataset<Row> rows) {
    return form.format() == DataFormat.LIBSVM
        ? rows.select(
            column(columns.label()).cast("double").as(columns.label()), column(columns.vector()))
        : rows;
  }

  private static Column column(String name) {
    return functions.col("`" + name.replace("`", "``") + "`");
  }

  @Override
  public void requireComplete(Dataset<Row> input, SmoteSummary summary, String place)
      throws IOException {
    TextHash read = ofInput.over(input);
    long dropped = dropsInvalid ? summary.invalidRows() : 0;
    long gone = summary.takenAway();
    long expected = read.lines() - dropped - gone + summary.made() - summary.removedSynthetic();
    TextHash found = digest().over(load(input.sparkSession(), place));
    require(found.lines() == expected, found.lines() + " rows were read back, not " + expected);
    require(
        hasOwnSpelling() || found.equals(passed.written()),
        "values that were read back are not those that were written");
    require(
        dropped > 0 || gone > 0 || passed.read().equals(read),
        "the rows that were written are not those of the input");
  }

  /** Texts that are written as the user wants them need not tell the value. */
  private boolean hasOwnSpelling() {
    boolean packedOnly = Set.of("compression").containsAll(OptionMap.of(form.options()).names());
    return form.format().isText() && !packedOnly;
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(
          "Cannot finish the output: "
              + otherwise
              + ". Run again, or name another --format; the files that were written are gone.");
    }
  }

  /** What was written, with the types that it was written with. */
  private Dataset<Row> load(SparkSession spark, String place) {
    if (form.kind() == OutputForm.Kind.TABLE) {
      return typed(spark.table(place));
    }

    DataFormat format = form.format();
    DataFrameReader reader =
        spark
            .read()
            .format(format.sparkName())
            .options(format.readOptions())
            .options(format.writeOptions())
            .options(format.readBackOptions())
            .options(form.options());
    if (format == DataFormat.LIBSVM) {
      return typed(reader.load(place).toDF(columns.label(), columns.vector()));
    }

    // Avro has fewer types, and takes no other schema than its own.
    return typed((format == DataFormat.AVRO ? reader : reader.schema(schema)).load(place));
  }

  private Dataset<Row> typed(Dataset<Row> found) {
    Column[] all = new Column[schema.size()];
    for (int i = 0; i < all.length; i++) {
      StructField field = schema.fields()[i];
      Column there = column(field.name());
      boolean same = found.schema().apply(field.name()).dataType().equals(field.dataType());
      all[i] = (same ? there : there.cast(field.dataType())).as(field.name());
    }

    return found.select(all);
  }
}

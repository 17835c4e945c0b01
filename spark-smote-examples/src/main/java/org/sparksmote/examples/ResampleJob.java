// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.sparksmote.Smote;
import org.sparksmote.SmoteModel;
import org.sparksmote.SmoteVariant;

/**
 * One resampling from files to files: check the paths, read, count and plan, make and write the
 * rows, check the neighbours on a sample, report.
 */
final class ResampleJob {

  /** Rows whose neighbours are compared with the true ones, and parts of a class they are from. */
  private static final int QUALITY_ROWS = 200;

  private static final int QUALITY_BUCKETS = 1;

  /**
   * What was asked for.
   *
   * @param output the directory to write, or null to stop after the plan
   * @param labels how labels of CSV are compared
   * @param numbers how new numbers are written in CSV
   * @param strict whether what is warned of is an error
   */
  record Request(
      List<String> input,
      @Nullable DataFormat inputFormat,
      Map<String, String> inputOptions,
      List<String> features,
      List<String> categorical,
      List<String> exclude,
      @Nullable String output,
      @Nullable DataFormat format,
      Map<String, String> outputOptions,
      StagedOutput.Existing existing,
      @Nullable String summary,
      CsvTable.Labels labels,
      CsvSink.Numbers numbers,
      boolean strict) {}

  private final Session session;
  private final Request request;
  private final Smote smote;
  private final PrintWriter out;
  private final PrintWriter err;
  private final long start = System.nanoTime();

  ResampleJob(Session session, Request request, Smote smote, PrintWriter out, PrintWriter err) {
    this.session = session;
    this.request = request;
    this.smote = smote;
    this.out = out;
    this.err = err;
  }

  void run() throws IOException {
    InputFiles input =
        InputFiles.find(
            request.input(), request.inputFormat(), request.inputOptions(), session.hadoop());
    if (request.output() == null) {
      plan(input);
    } else {
      resample(input, new Path(request.output()));
    }
  }

  /**
   * Counting needs neither the split of large classes, which would take two more jobs, nor the
   * weights of rows, which would take a search.
   */
  private void plan(InputFiles input) throws IOException {
    SourceTable table = open(input, input.format());
    out.print(table.describe() + table.describeColumns());
    out.print(SmoteOptions.describeVariant(smote) + "\n");
    warnOfIds(table);
    SmoteModel model = smote.setNeighborSearch("exact").setBaseWeight("uniform").fit(table.data());
    out.print(ClassReport.plan(model.summary()));
    out.flush();
  }

  private void resample(InputFiles input, Path output) throws IOException {
    DataFormat format = outputFormat(input, output);
    checkPaths(input, output);
    try (StagedOutput staged =
        StagedOutput.prepare(output, request.existing(), session.hadoop(), err)) {
      SourceTable table = open(input, format);
      out.print(table.describe() + SmoteOptions.describeVariant(smote));
      out.print("  output    " + output + " (" + format.sparkName() + ")\n\n");
      out.flush();

      Dataset<Row> data = input.format().isText() ? persist(table.data()) : table.data();
      try {
        warnOfIds(table);
        SmoteModel model = table.sink().prepare(smote).fit(data);
        session.describe("spark-smote: making rows and writing " + output);
        table.sink().write(model.transform(data), staged.staging());
        session.describe("spark-smote: reading back what was written");
        table.sink().requireComplete(data, model.summary(), staged.staging());
        InputState.requireUnchanged(input, session.hadoop());
        staged.publish();
        report(input, output, table.columns(), model, data, (System.nanoTime() - start) / 1e9);
      } finally {
        if (input.format().isText()) {
          data.unpersist();
        }
      }
    }
  }

  private void report(
      InputFiles input,
      Path output,
      TableColumns columns,
      SmoteModel model,
      Dataset<Row> data,
      double seconds)
      throws IOException {
    session.describe("spark-smote: comparing a sample of neighbours with the true ones");
    ClassReport classes =
        ClassReport.of(model.summary(), model.neighborQuality(data, QUALITY_ROWS, QUALITY_BUCKETS));
    out.print(classes);
    out.println();
    out.println("  done in " + TextTable.tenths(seconds) + " s");
    out.flush();
    if (request.summary() != null) {
      RunReport.write(
          new Path(request.summary()),
          RunReport.of(session.spark().version(), input, output, smote, columns, classes, seconds),
          session.hadoop());
    }
  }

  /** Says which features seem to number or name the rows; with --strict that is an error. */
  private void warnOfIds(SourceTable table) {
    List<String> ids =
        request.features().isEmpty()
            ? IdColumns.among(table)
            : List.of(); // who names them knows them
    if (ids.isEmpty()) {
      return;
    }

    String what =
        ids + ": their values all differ and follow each other, or their names are those of ids";
    if (request.strict()) {
      throw new UsageException(
          "Cannot take as features "
              + what
              + ". Leave them out with --exclude, or name --features.");
    }

    out.println(
        "  Warning: features that seem to be ids are " + what + ". Leave them out with --exclude.");
    out.flush();
  }

  private DataFormat outputFormat(InputFiles input, Path output) {
    DataFormat named = DataFormat.ofName(output.getName());
    return request.format() != null ? request.format() : named != null ? named : input.format();
  }

  private void checkPaths(InputFiles input, Path output) throws IOException {
    PathRules.checkOutput(output, input.paths(), session.hadoop());
    if (request.summary() != null) {
      Path summary = new Path(request.summary());
      PathRules.checkReport(summary, output, input.paths(), request.existing(), session.hadoop());
    }
  }

  private SourceTable open(InputFiles input, DataFormat outputFormat) throws IOException {
    session.describe("spark-smote: reading " + input.names()[0]);
    SourceTable table =
        SourceTable.open(session.spark(), input, wishes(outputFormat), session.hadoop());
    smote.setLabelCol(table.columns().label());
    if (table.vector().isEmpty()) {
      smote.setInputCols(table.columns().features().toArray(new String[0]));
    } else {
      smote.setFeaturesCol(table.vector());
    }

    if (!table.columns().categorical().isEmpty()) {
      smote.setCategoricalCols(table.columns().categorical().toArray(new String[0]));
    }

    return table;
  }

  private SourceTable.Wishes wishes(DataFormat outputFormat) {
    return new SourceTable.Wishes(
        new TableColumns.Wishes(
            smote.getLabelCol(),
            request.features(),
            request.categorical(),
            request.exclude(),
            smote.isSet(smote.weightCol()) ? smote.getWeightCol() : "",
            isForTexts()),
        smote.isSet(smote.idCol()) ? List.of(smote.getIdCol()) : List.of(),
        request.inputOptions(),
        outputFormat,
        request.outputOptions(),
        request.labels(),
        request.numbers());
  }

  /** Whether the variant is there for nominal features, so that texts are meant to be some. */
  private boolean isForTexts() {
    return Stream.of(SmoteVariant.SMOTENC, SmoteVariant.SMOTEN)
        .anyMatch(variant -> variant.label().equals(smote.getVariant()));
  }

  private static Dataset<Row> persist(Dataset<Row> data) {
    return data.persist(StorageLevel.MEMORY_AND_DISK());
  }
}

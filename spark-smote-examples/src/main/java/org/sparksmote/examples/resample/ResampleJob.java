// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.sparksmote.Smote;
import org.sparksmote.SmoteModel;
import org.sparksmote.SmoteVariant;
import org.sparksmote.examples.cli.Session;
import org.sparksmote.examples.cli.TextTable;
import org.sparksmote.examples.cli.UsageException;
import org.sparksmote.examples.csv.CsvTable;
import org.sparksmote.examples.files.Destination;
import org.sparksmote.examples.files.InputFiles;
import org.sparksmote.examples.files.InputState;
import org.sparksmote.examples.files.Origin;
import org.sparksmote.examples.files.OutputForm;
import org.sparksmote.examples.files.Staging;
import org.sparksmote.examples.tables.CsvSink;
import org.sparksmote.examples.tables.FormatRules;
import org.sparksmote.examples.tables.SourceTable;
import org.sparksmote.examples.tables.TableColumns;

/**
 * One resampling from files or a table to files or a table: check the paths, read, count and plan,
 * make and write the rows, check the neighbours on a sample, report.
 */
final class ResampleJob {

  /** Rows whose neighbours are compared with the true ones, and parts of a class they are from. */
  private static final int QUALITY_ROWS = 200;

  private static final int QUALITY_BUCKETS = 1;

  /**
   * What was asked for.
   *
   * @param labels how labels of CSV are compared
   * @param numbers how new numbers are written in CSV
   * @param strict whether what is warned of is an error
   */
  record Request(
      Origin origin,
      List<String> features,
      List<String> categorical,
      List<String> exclude,
      Destination destination,
      Work work,
      @Nullable String summary,
      CsvTable.Labels labels,
      CsvSink.Numbers numbers,
      boolean strict) {

    @Nullable Path report() {
      return summary == null ? null : new Path(summary);
    }
  }

  /** How far to go. */
  enum Work {
    PLAN,
    RESAMPLE
  }

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
    InputFiles input = request.origin().find(session.spark());
    FormatRules.requireThere(input.format());
    OutputForm form = request.destination().form(input);
    FormatRules.requireThere(form.format());
    request.destination().check(input, request.report(), session);
    if (request.work() == Work.PLAN) {
      request.destination().checkExisting(session);
      plan(input, form);
    } else {
      resample(input, form);
    }
  }

  /**
   * Counting needs neither the split of large classes, which can take two more jobs, nor the
   * weights of rows, which would take a search.
   */
  private void plan(InputFiles input, OutputForm form) throws IOException {
    SourceTable table = open(input, form);
    InputReport report = new InputReport(input, table.columns());
    out.print(report + report.roles());
    out.print(SmoteOptions.describeVariant(smote) + "\n");
    warnOfIds(table);
    if (request.destination().isGiven()) {
      table.sink().prepare(smote, table.data());
    }

    SmoteModel model = smote.setNeighborSearch("exact").setBaseWeight("uniform").fit(table.data());
    out.print(ClassReport.plan(model.summary()));
    out.flush();
  }

  private void resample(InputFiles input, OutputForm form) throws IOException {
    String output = request.destination().name();
    try (Staging staged = request.destination().open(session, err)) {
      SourceTable table = open(input, form);
      out.print(new InputReport(input, table.columns()) + SmoteOptions.describeVariant(smote));
      out.print("  output    " + output + " (" + form.format().label() + ")\n\n");
      out.flush();

      Dataset<Row> data = input.format().isText() ? persist(table.data()) : table.data();
      try {
        warnOfIds(table);
        SmoteModel model = table.sink().prepare(smote, data).fit(data);
        session.describe("spark-smote: making rows and writing " + output);
        table.sink().write(model.transform(data), model.summary(), staged.place());
        session.describe("spark-smote: reading back what was written");
        table.sink().requireComplete(data, model.summary(), staged.place());
        InputState.requireUnchanged(input, session.hadoop());
        staged.publish();
        report(input, table.columns(), model, data);
      } finally {
        if (input.format().isText()) {
          data.unpersist();
        }
      }
    }
  }

  private void report(InputFiles input, TableColumns columns, SmoteModel model, Dataset<Row> data)
      throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    session.describe("spark-smote: comparing a sample of neighbours with the true ones");
    ClassReport classes =
        ClassReport.of(model.summary(), model.neighborQuality(data, QUALITY_ROWS, QUALITY_BUCKETS));
    out.print(classes);
    out.println();
    out.println("  done in " + TextTable.tenths(seconds) + " s");
    out.flush();
    Path report = request.report();
    if (report != null) {
      String output = request.destination().name();
      RunReport.write(
          report,
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

  private SourceTable open(InputFiles input, OutputForm form) throws IOException {
    session.describe("spark-smote: reading " + input.names()[0]);
    SourceTable table = SourceTable.open(session.spark(), input, wishes(form), session.hadoop());
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

  private SourceTable.Wishes wishes(OutputForm form) {
    return new SourceTable.Wishes(
        new TableColumns.Wishes(
            smote.getLabelCol(),
            request.features(),
            request.categorical(),
            request.exclude(),
            smote.isSet(smote.weightCol()) ? smote.getWeightCol() : "",
            isForTexts()),
        smote.isSet(smote.idCol()) ? List.of(smote.getIdCol()) : List.of(),
        request.origin().options(),
        form,
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

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.Session;
import org.sparksmote.examples.cli.UsageException;

/**
 * Where rows are to go, as the user says it.
 *
 * @param directory the directory to write, or null
 * @param table the table of the catalogue to write, or null
 * @param format or null, to tell it from the name or the input
 * @param options of Spark's writer
 * @param partitionBy columns that become folders
 * @param files how many are wanted, or null for as many as there are tasks
 * @param existing what to do with an output that is there
 */
public record Destination(
    @Nullable String directory,
    @Nullable String table,
    @Nullable DataFormat format,
    Map<String, String> options,
    List<String> partitionBy,
    @Nullable Integer files,
    StagedOutput.Existing existing) {

  public Destination {
    partitionBy = List.copyOf(partitionBy);
    if (directory != null && table != null) {
      throw new UsageException(
          "Cannot write --output and --output-table in one run. Name one of them.");
    }

    if (files != null && files < 1) {
      throw new UsageException(
          "Cannot use --output-files " + files + ": there must be one file at least.");
    }
  }

  public boolean isGiven() {
    return directory != null || table != null;
  }

  /** The name of the output. */
  public String name() {
    return table != null ? table : directory != null ? directory : "";
  }

  /** How rows are written: as was said, as the name tells, or as they were read. */
  public OutputForm form(InputFiles input) {
    DataFormat named = directory == null ? null : DataFormat.ofName(new Path(directory).getName());
    DataFormat usual =
        table != null && !input.format().isForTables() ? DataFormat.PARQUET : input.format();
    DataFormat chosen = format != null ? format : named != null ? named : usual;
    if (table != null && !chosen.isForTables()) {
      throw new UsageException(
          "Cannot write a table as "
              + chosen.label()
              + ". Give --format parquet, orc, json or avro.");
    }

    OutputForm form =
        new OutputForm(
            chosen,
            options,
            partitionBy,
            files,
            table == null ? OutputForm.Kind.FILES : OutputForm.Kind.TABLE);
    form.refuseFolders();
    return form;
  }

  /** Refuses, before any work, what could harm the input or what is there. */
  public void check(InputFiles input, @Nullable Path summary, Session session) throws IOException {
    if (directory != null) {
      PathRules.checkOutput(new Path(directory), input.paths(), session.hadoop());
    } else if (table != null) {
      StagedTable.refuseSessionCatalogue(TableName.of(table), session);
      refuseInput(TableName.of(table), input, session.spark());
    }

    if (summary != null) {
      Path output = directory == null ? null : new Path(directory);
      PathRules.checkReport(summary, output, input.paths(), existing, session.hadoop());
    }
  }

  /** Refuses what must not be replaced, for a run that writes nothing. */
  public void checkExisting(Session session) throws IOException {
    if (directory != null) {
      StagedOutput.check(new Path(directory), existing, session.hadoop());
    } else if (table != null) {
      StagedTable.refuse(TableName.of(table), existing, session.spark());
    }
  }

  /** Whatever names it has: a view or a path may lead to the table too. */
  private static void refuseInput(TableName target, InputFiles input, SparkSession spark)
      throws IOException {
    if (!target.exists(spark)) {
      return;
    }

    boolean same =
        input.isTable() && TableName.of(input.table()).full(spark).equals(target.full(spark));
    Set<InputFile> files = new HashSet<>(target.files(spark).files());
    if (same || input.files().stream().anyMatch(files::contains)) {
      throw new RefusedPathException(
          "the table " + target, "it is, or holds files of, the input. Name another table.");
    }
  }

  /** Opens the place where the output is made. */
  public Staging open(Session session, PrintWriter err) throws IOException {
    return table != null
        ? StagedTable.prepare(TableName.of(table), existing, session.spark(), err)
        : StagedOutput.prepare(new Path(name()), existing, session.hadoop(), err);
  }
}

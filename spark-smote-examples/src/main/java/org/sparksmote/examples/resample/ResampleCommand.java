// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sparksmote.Smote;
import org.sparksmote.examples.cli.ExitCode;
import org.sparksmote.examples.cli.ParamOptions;
import org.sparksmote.examples.cli.Session;
import org.sparksmote.examples.cli.SparkTool;
import org.sparksmote.examples.cli.UsageException;
import org.sparksmote.examples.cli.Versions;
import org.sparksmote.examples.csv.CsvTable;
import org.sparksmote.examples.files.DataFormat;
import org.sparksmote.examples.files.Destination;
import org.sparksmote.examples.files.Origin;
import org.sparksmote.examples.files.StagedOutput;
import org.sparksmote.examples.tables.CsvSink;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code spark-smote resample}: reads a table, adds synthetic rows, writes a table. */
@Command(
    name = "resample",
    description = {
      "Balance the classes of a table: every row stays as it is, synthetic rows are added.",
      "Paths are local, or URIs that Hadoop knows, such as hdfs:// and s3a://."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    modelTransformer = ParamOptions.class,
    abbreviateSynopsis = true,
    sortOptions = false)
public final class ResampleCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--input",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, directories or patterns.")
  private List<String> input = new ArrayList<>();

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "A table of Spark's catalogue, instead of --input.")
  private @Nullable String table;

  @Option(
      names = "--label-col",
      required = true,
      paramLabel = "COL",
      description = "The column of classes, of any type.")
  private String labelCol = "";

  @Option(
      names = "--output",
      paramLabel = "PATH",
      description = "The directory to write. It appears complete or not at all.")
  private @Nullable String output;

  @Option(
      names = "--output-table",
      paramLabel = "NAME",
      description = "The table of Spark's catalogue to write, instead of --output.")
  private @Nullable String outputTable;

  @Option(
      names = {"--features", "--input-cols"},
      paramLabel = "COL",
      description =
          "Feature columns; default: all numeric and boolean ones, for smotenc and smoten texts"
              + " too.")
  private List<String> features = new ArrayList<>();

  @Option(
      names = {"--categorical", "--categorical-cols"},
      paramLabel = "COL",
      description =
          "Features that are nominal whatever their type, such as codes; for smotenc, smoten,"
              + " random, rose and rwo.")
  private List<String> categorical = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "COL",
      description = "Columns that are not features, such as ids.")
  private List<String> exclude = new ArrayList<>();

  @Mixin private SmoteOptions settings = new SmoteOptions();

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description =
          "csv, tsv, libsvm, parquet, orc, json or, where Spark has it, avro; default: by file name.")
  private @Nullable DataFormat inputFormat;

  @Option(
      names = "--input-option",
      paramLabel = "KEY=VALUE",
      description = "An option of Spark's reader, for example sep=';'.")
  private Map<String, String> inputOptions = new LinkedHashMap<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Output format; default: by the output's name, else as the input.")
  private @Nullable DataFormat format;

  @Option(
      names = "--output-option",
      paramLabel = "KEY=VALUE",
      description = "An option of Spark's writer, for example compression=gzip.")
  private Map<String, String> outputOptions = new LinkedHashMap<>();

  @Option(
      names = "--partition-by",
      paramLabel = "COL",
      description = "Columns that become folders, such as year=2024; for formats with types.")
  private List<String> partitionBy = new ArrayList<>();

  @Option(
      names = "--output-files",
      paramLabel = "N",
      description = "Write so many files; with --partition-by so many in a folder at most.")
  private @Nullable Integer outputFiles;

  @Option(
      names = "--overwrite",
      description =
          "Replace an output of an earlier run, which stays until the new one is complete, and the"
              + " --summary.")
  private boolean overwrite;

  @Option(names = "--plan", description = "Count the classes, show what would be made, and stop.")
  private boolean plan;

  @Option(names = "--strict", description = "What is warned of is an error.")
  private boolean strict;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Write a report as JSON; one that exists needs --overwrite.")
  private @Nullable String summary;

  @Option(
      names = "--numeric-label",
      description = "CSV: labels are numbers, so that 1, 01 and 1.0 are one class, not three.")
  private boolean numericLabel;

  @Option(
      names = "--full-precision",
      description = "CSV: numbers of synthetic rows with all digits, not as many as their column.")
  private boolean fullPrecision;

  @ParentCommand private SparkTool tool = SparkTool.none();

  ResampleCommand() {}

  @Override
  public Integer call() throws IOException {
    if (spec == null || (output == null && outputTable == null && !plan)) {
      throw new UsageException(
          "Cannot run without --output. Name a directory, or give --output-table or --plan.");
    }

    ResampleJob.Request request = request();
    Smote smote = settings.toSmote(spec.commandLine().getParseResult()).setLabelCol(labelCol);
    try (Session session = tool.spark().open("spark-smote resample")) {
      CommandLine command = spec.commandLine();
      new ResampleJob(session, request, smote, command.getOut(), command.getErr()).run();
    }

    return ExitCode.OK;
  }

  private ResampleJob.Request request() {
    return new ResampleJob.Request(
        new Origin(input, table, inputFormat, inputOptions),
        features,
        categorical,
        exclude,
        new Destination(
            output,
            outputTable,
            format,
            outputOptions,
            partitionBy,
            outputFiles,
            overwrite ? StagedOutput.Existing.OVERWRITE : StagedOutput.Existing.REFUSE),
        plan ? ResampleJob.Work.PLAN : ResampleJob.Work.RESAMPLE,
        summary,
        numericLabel ? CsvTable.Labels.AS_NUMBERS : CsvTable.Labels.AS_TEXT,
        fullPrecision ? CsvSink.Numbers.IN_FULL : CsvSink.Numbers.LIKE_THEIR_COLUMN,
        strict);
  }
}

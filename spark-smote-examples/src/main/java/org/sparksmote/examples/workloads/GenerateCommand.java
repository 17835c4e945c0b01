// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.workloads;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.ExitCode;
import org.sparksmote.examples.cli.Session;
import org.sparksmote.examples.cli.SparkTool;
import org.sparksmote.examples.cli.Versions;
import org.sparksmote.examples.files.StagedOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code spark-smote generate}: the data of the benchmark as files, for other tools too. */
@Command(
    name = "generate",
    description = {
      "Write the data of the benchmark: label, features and number of each row.",
      "spark-smote benchmark --input reads it; in Parquet the numbers are in features.values."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    sortOptions = false)
public final class GenerateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private TableOptions table = new TableOptions();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "PATH",
      description = "The directory to write. It appears complete or not at all.")
  private String output = "";

  @ParentCommand private SparkTool tool = SparkTool.none();

  GenerateCommand() {}

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      return ExitCode.INTERNAL;
    }

    WorkloadTable shape = table.table();
    try (Session session = tool.spark().open("spark-smote generate");
        StagedOutput staged =
            StagedOutput.prepare(
                new Path(output),
                StagedOutput.Existing.REFUSE,
                session.hadoop(),
                spec.commandLine().getErr())) {
      GeneratedTable.write(session.spark(), shape, table.format(), staged.staging());
      staged.publish();
    }

    return ExitCode.OK;
  }
}

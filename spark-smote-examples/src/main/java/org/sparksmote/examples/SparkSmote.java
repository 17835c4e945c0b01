// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.benchmark.BenchmarkCommand;
import org.sparksmote.examples.benchmark.VariantsCommand;
import org.sparksmote.examples.cli.EmptyValues;
import org.sparksmote.examples.cli.ExitCode;
import org.sparksmote.examples.cli.Failure;
import org.sparksmote.examples.cli.Interruption;
import org.sparksmote.examples.cli.Logs;
import org.sparksmote.examples.cli.OptionNames;
import org.sparksmote.examples.cli.ParamsCommand;
import org.sparksmote.examples.cli.SparkOptions;
import org.sparksmote.examples.cli.SparkTool;
import org.sparksmote.examples.cli.Versions;
import org.sparksmote.examples.counterexamples.CounterexamplesCommand;
import org.sparksmote.examples.demo.DemoCommand;
import org.sparksmote.examples.resample.ResampleCommand;
import org.sparksmote.examples.workloads.GenerateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The entry point: picks the subcommand and ends with its exit code. */
@Command(
    name = "spark-smote",
    description = "Class imbalance on Apache Spark: SMOTE for tables of any size.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ResampleCommand.class,
      VariantsCommand.class,
      ParamsCommand.class,
      DemoCommand.class,
      CounterexamplesCommand.class,
      GenerateCommand.class,
      BenchmarkCommand.class
    },
    footer = {
      "",
      "bin/spark-smote also takes --heap SIZE, or SPARK_SMOTE_HEAP, and hands over to spark-submit",
      "when SPARK_HOME is set."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:wrong usage: an option, a value or a column name",
      "3:the data cannot be resampled as asked, or cannot be parsed",
      "4:input missing, output refused, or reading or writing failed"
    })
public final class SparkSmote implements Runnable, SparkTool {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private SparkOptions spark = new SparkOptions();

  SparkSmote() {}

  @Override
  public SparkOptions spark() {
    return spark;
  }

  /** Runs one command. The JVM is ended only on failure: cluster managers take an early end ill. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // Spark and Hadoop format numbers and change case by it
    Logs.configureUnlessSet();
    int code = commandLine().execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** The command line with its rule for errors: one line on stderr, whatever happens. */
  public static CommandLine commandLine() {
    SparkSmote tool = new SparkSmote();
    return new CommandLine(tool)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(SparkSmote::usageError)
        .setExecutionStrategy(tool::execute)
        .setExecutionExceptionHandler(tool::failure);
  }

  private int execute(ParseResult call) {
    EmptyValues.refuse(call);
    spark.check(call.commandSpec().commandLine());
    return new RunLast().execute(call);
  }

  private int failure(Exception error, CommandLine command, ParseResult call) {
    Failure failure = Failure.of(error);
    if (Interruption.isUnderWay()) {
      return failure.exitCode(); // what fails now does so because the JVM ends
    }

    OptionNames names = new OptionNames(command.getCommandSpec(), call.originalArgs());
    command.getErr().println(names.explain(failure.line()));
    if (spark.stacktrace()) {
      error.printStackTrace(command.getErr());
    }

    command.getErr().flush();
    return failure.exitCode();
  }

  private static int usageError(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    CommandSpec spec = command.getCommandSpec();
    String message = Failure.oneLine(error.getMessage());
    String named = new OptionNames(spec, List.of(args)).named(message);
    command.getErr().println(named + " See " + spec.qualifiedName() + " --help.");
    command.getErr().flush();
    return ExitCode.USAGE;
  }

  /** Without a subcommand there is nothing to do but to name them. */
  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "Missing command: resample, variants, params, demo, generate or benchmark.");
    }
  }
}

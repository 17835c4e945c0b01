// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.counterexamples;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.sparksmote.evaluation.ImbalanceEvaluator;
import org.sparksmote.evaluation.ImbalanceMetrics;
import org.sparksmote.examples.cli.ExitCode;
import org.sparksmote.examples.cli.Session;
import org.sparksmote.examples.cli.SparkTool;
import org.sparksmote.examples.cli.TextTable;
import org.sparksmote.examples.cli.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code spark-smote counterexamples}: where over-sampling harms, and what mends it. */
@Command(
    name = "counterexamples",
    description =
        "Show on rows of a known law where SMOTE harms, where it helps, and what mends it.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class)
public final class CounterexamplesCommand implements Callable<Integer> {

  private static final int LEAST_ROWS = 1000;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "EXAMPLE",
      description =
          "Which: probabilities, small-islands, large-islands, boundary; all of them by default.")
  private List<String> names = List.of();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows of each table; default ${DEFAULT-VALUE}.")
  private int rows = 10_000;

  @Option(names = "--seed", paramLabel = "N", description = "Default ${DEFAULT-VALUE}.")
  private long seed = 42;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description = "Where to draw a plot of each, as SVG; none by default.")
  private @Nullable Path plots;

  @ParentCommand private SparkTool tool = SparkTool.none();

  CounterexamplesCommand() {}

  @Override
  public Integer call() {
    if (spec == null) {
      return ExitCode.INTERNAL;
    }

    List<Counterexample> wanted = wanted(spec);
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = tool.spark().open("spark-smote counterexamples")) {
      for (Counterexample example : wanted) {
        session.describe("spark-smote counterexamples: " + example.label());
        show(example, session, out);
      }
    }

    return ExitCode.OK;
  }

  private List<Counterexample> wanted(CommandSpec command) {
    List<String> known = Counterexample.labels();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(
            command.commandLine(), "There is no '" + name + "'. Name some of " + known + ".");
      }
    }

    if (rows < LEAST_ROWS) {
      throw new ParameterException(
          command.commandLine(), "--rows must be at least " + LEAST_ROWS + ".");
    }

    return Arrays.stream(Counterexample.values())
        .filter(example -> names.isEmpty() || names.contains(example.label()))
        .toList();
  }

  private void show(Counterexample example, Session session, PrintWriter out) {
    out.printf("%s: %s%n%n", example.label(), example.says());
    out.flush();
    Arms arms = new Arms(example, session.spark(), rows, seed);
    Dataset<Row> test = arms.table(rows, 2).cache();
    double[] places = GridCurve.places(example.from(), example.to());
    SvgPlot plot =
        new SvgPlot(
            example.label() + ": chance of the rare class by x", example.from(), example.to());
    plot.curve("truth", places, Arrays.stream(places).map(example::truth).toArray());
    TextTable table =
        new TextTable(
            "trained on",
            "ROC-AUC",
            "Brier",
            "mean p / share",
            "slope",
            "recall",
            "precision",
            "G-mean");
    try {
      for (Arms.Arm arm : arms.all()) {
        table.row(cells(arm.name(), measured(arm.scores().apply(test))));
        if (plots != null) {
          plot.curve(arm.name(), places, GridCurve.of(arm.scores().apply(arms.at(places))));
        }
      }
    } finally {
      test.unpersist();
    }

    out.println(table);
    out.printf(
        Locale.ROOT, "New rows where the rare class never is: %.1f %%%n%n", 100 * arms.misplaced());
    draw(example, plot, out);
    out.flush();
  }

  private static ImbalanceMetrics measured(Dataset<Row> scored) {
    return new ImbalanceEvaluator().setMetricLabel(1).metrics(scored);
  }

  private static String[] cells(String name, ImbalanceMetrics metrics) {
    return new String[] {
      name,
      number(metrics.get("areaUnderROC")),
      number(metrics.get("brier")),
      number(metrics.get("meanProbabilityRatio")),
      number(metrics.get("calibrationSlope")),
      number(metrics.get("recall")),
      number(metrics.get("precision")),
      number(metrics.get("gMean"))
    };
  }

  /** Slopes of predictions that separate the classes are not defined. */
  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private void draw(Counterexample example, SvgPlot plot, PrintWriter out) {
    if (plots == null) {
      return;
    }

    Path file = plots.resolve(example.label() + ".svg");
    try {
      Files.createDirectories(plots);
      Files.writeString(file, plot.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }

    out.printf("Drawn: %s%n%n", file);
  }
}

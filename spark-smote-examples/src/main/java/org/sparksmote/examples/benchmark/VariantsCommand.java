// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sparksmote.SmoteVariant;
import org.sparksmote.examples.cli.ExitCode;
import org.sparksmote.examples.cli.Machine;
import org.sparksmote.examples.cli.Session;
import org.sparksmote.examples.cli.SparkTool;
import org.sparksmote.examples.cli.UsageException;
import org.sparksmote.examples.cli.VariantOption;
import org.sparksmote.examples.cli.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code spark-smote variants}: the over-samplers as a table, and what they cost. */
@Command(
    name = "variants",
    description = "List the over-samplers as a Markdown table; with --measure also what they cost.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    sortOptions = false)
public final class VariantsCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--measure",
      description = "Time every variant against smote, side by side in one run: takes minutes.")
  private boolean measure;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "With --measure: rows to double, beside as many others; default ${DEFAULT-VALUE}.")
  private long rows = 200_000;

  @Option(
      names = "--dims",
      paramLabel = "D",
      description = "With --measure: features; default ${DEFAULT-VALUE}.")
  private int dims = 20;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "With --measure: cores of the embedded Spark; default ${DEFAULT-VALUE}.")
  private int cores = 2;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      converter = VariantOption.Converter.class,
      description = "With --measure: the variants to time; default: all.")
  private List<SmoteVariant> only = List.of(SmoteVariant.values());

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the page with the table and its notes to a local file.")
  private @Nullable Path output;

  @ParentCommand private SparkTool tool = SparkTool.none();

  VariantsCommand() {}

  @Override
  public Integer call() throws IOException {
    if (spec == null || rows < 100 || dims < 2 || cores < 1) {
      throw new UsageException(
          "Cannot measure that. --rows must be at least 100, --dims 2 and --cores 1.");
    }

    VariantsPage page = measure ? measured() : VariantsPage.unmeasured();
    if (output == null) {
      spec.commandLine().getOut().print(page.table());
      spec.commandLine().getOut().flush();
    } else {
      Files.writeString(output, page.toString(), StandardCharsets.UTF_8);
    }

    return ExitCode.OK;
  }

  private VariantsPage measured() {
    double loadBefore = Machine.load();
    try (Session session = tool.spark().openOn("spark-smote variants", "local[" + cores + "]")) {
      VariantCosts.Costs costs = new VariantCosts(session, rows, dims, only).measure();
      String command =
          "spark-smote variants --measure --rows " + rows + " --dims " + dims + " --cores " + cores;
      String load =
          String.format(Locale.ROOT, "%.1f before and %.1f after", loadBefore, Machine.load());
      return VariantsPage.measured(
          costs, command + named(), Machine.inWords(cores) + " (load " + load + ")");
    }
  }

  /** The option that names the variants, unless all were measured. */
  private String named() {
    return only.size() == SmoteVariant.values().length
        ? ""
        : " --only " + String.join(",", only.stream().map(SmoteVariant::label).toList());
  }
}

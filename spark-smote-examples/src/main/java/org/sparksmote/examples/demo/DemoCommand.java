// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.demo;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.ExitCode;
import org.sparksmote.examples.cli.Session;
import org.sparksmote.examples.cli.SparkTool;
import org.sparksmote.examples.cli.TextTable;
import org.sparksmote.examples.cli.VariantOption;
import org.sparksmote.examples.cli.Versions;
import org.sparksmote.examples.demo.FraudStudy.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code spark-smote demo}: what SMOTE does for a classifier, on a million generated payments. */
@Command(
    name = "demo",
    description = "Train a fraud classifier with and without SMOTE on generated payments.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class)
public final class DemoCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--rows", paramLabel = "N", description = "Payments; default ${DEFAULT-VALUE}.")
  private long rows = 1_000_000;

  @Option(
      names = "--fraud-rate",
      paramLabel = "SHARE",
      description = "Share of frauds; default ${DEFAULT-VALUE}.")
  private double fraudRate = 0.005;

  @Option(names = "--seed", paramLabel = "N", description = "Default ${DEFAULT-VALUE}.")
  private long seed = 42;

  @Mixin private VariantOption variant = new VariantOption();

  @ParentCommand private SparkTool tool = SparkTool.none();

  DemoCommand() {}

  @Override
  public Integer call() {
    if (spec == null) {
      return ExitCode.INTERNAL;
    }

    checkOptions(spec);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "Card fraud, simulated: %,d payments, %d features, %s %% fraud, seed %d.%n"
            + "Logistic regression is trained on 70 %% of them and judged on the rest.%n%n",
        rows,
        Payment.FEATURES.size(),
        percent(fraudRate),
        seed);
    out.flush();
    try (Session session = tool.spark().open("spark-smote demo")) {
      run(session, out);
    }

    return ExitCode.OK;
  }

  private void checkOptions(CommandSpec command) {
    boolean enough = rows * fraudRate * 0.7 >= 20;
    if (fraudRate <= 0 || fraudRate >= 0.5 || !enough) {
      throw new ParameterException(
          command.commandLine(),
          "--fraud-rate must be in (0, 0.5), and --rows times --fraud-rate at least 30.");
    }
  }

  private void run(Session session, PrintWriter out) {
    int partitions = 2 * session.spark().sparkContext().defaultParallelism();
    Dataset<Row> payments =
        FraudStudy.assembled(
            new FraudTable(rows, fraudRate, seed).make(session.spark(), partitions));
    Dataset<Row> train = payments.filter(functions.not(functions.col(FraudTable.TEST))).cache();
    Dataset<Row> test = payments.filter(functions.col(FraudTable.TEST)).cache();
    try {
      out.print("  generating payments ... ");
      out.flush();
      session.describe("spark-smote demo: generating payments");
      long start = System.nanoTime();
      long genuine = count(train, 0);
      long frauds = count(train, 1);
      out.println(TextTable.tenths((System.nanoTime() - start) / 1e9) + " s");
      FraudStudy study = new FraudStudy(train, test, (double) genuine / frauds, seed);
      String sampler = DemoReport.name(variant.variant());
      Outcome plain = step(session, out, "training on the rows as they are", study::plain);
      Outcome resampled =
          step(session, out, "training with " + sampler, () -> study.with(variant.variant()));
      Outcome balanced =
          step(
              session,
              out,
              "training with " + sampler + " and balanceWeightCol",
              () -> study.withBalanceWeights(variant.variant()));
      Outcome weights = step(session, out, "training with class weights", study::withClassWeights);
      out.print(new DemoReport(sampler, genuine, frauds, plain, resampled, balanced, weights));
      out.flush();
    } finally {
      train.unpersist();
      test.unpersist();
    }
  }

  private static long count(Dataset<Row> data, int label) {
    return data.filter(functions.col(FraudTable.LABEL).equalTo(label)).count();
  }

  private static Outcome step(
      Session session, PrintWriter out, String what, Supplier<Outcome> work) {
    out.print("  " + what + " ... ");
    out.flush();
    session.describe("spark-smote demo: " + what);
    Outcome outcome = work.get();
    out.println(TextTable.tenths(outcome.seconds()) + " s");
    return outcome;
  }

  private static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.3f", 100 * share);
    return text.replaceAll("\\.?0+$", "");
  }
}

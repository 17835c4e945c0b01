// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.sparksmote.SmoteVariant;
import org.sparksmote.examples.cli.ExitCode;
import org.sparksmote.examples.cli.Session;
import org.sparksmote.examples.cli.SparkTool;
import org.sparksmote.examples.cli.UsageException;
import org.sparksmote.examples.cli.VariantOption;
import org.sparksmote.examples.cli.Versions;
import org.sparksmote.examples.workloads.GeneratedTable;
import org.sparksmote.examples.workloads.TableOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code spark-smote benchmark}: one line of JSON with the figures of {@link ScalingBenchmark}, or
 * several with those of {@link LshBenchmark}, each of which tells more than the one before.
 */
@Command(
    name = "benchmark",
    description = {
      "Measure time, memory and quality on generated data, which is named by --workload and --rows",
      "or lies in --input; prints one line of JSON."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    sortOptions = false)
public final class BenchmarkCommand implements Callable<Integer> {

  /** What is measured. */
  enum Engine {
    SMOTE,
    LSH,
    UNDER
  }

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description = "What spark-smote generate wrote, instead of data made for this run.")
  private @Nullable String input;

  @Mixin private TableOptions table = new TableOptions();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = {
        "smote (default): this library. lsh: Spark MLlib's BucketedRandomProjectionLSH, joined with",
        "itself, for comparison; prints what it knows line by line, since the join may never end.",
        "under: RandomUnderSampler, beside a pass that counts and a filter."
      })
  private Engine engine = Engine.SMOTE;

  @Option(
      names = "--lsh-recall",
      paramLabel = "SHARE",
      description = "Recall that lsh is set up for; default ${DEFAULT-VALUE}.")
  private double lshRecall = 0.5;

  @Mixin private VariantOption variant = new VariantOption();

  @Option(
      names = {"--k-neighbors", "--k"},
      paramLabel = "N",
      description = "Neighbours; default ${DEFAULT-VALUE}.")
  private int k = 5;

  @Option(
      names = {"--num-trees", "--trees"},
      paramLabel = "T",
      description = "Trees; default: the engine's.")
  private @Nullable Integer trees;

  @Option(
      names = "--bucket-rows",
      paramLabel = "N",
      description = "Rows of a class that one task searches, about; default: the engine's.")
  private @Nullable Integer bucketRows;

  @Option(names = "--runs", paramLabel = "N", description = "Warm runs; default ${DEFAULT-VALUE}.")
  private int runs = 3;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "Cores of the embedded Spark; default 2. --master prevails.")
  private int cores = 2;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Rows checked against exact neighbours; default ${DEFAULT-VALUE}, 0 for none.")
  private int sample = 1000;

  @ParentCommand private SparkTool tool = SparkTool.none();

  BenchmarkCommand() {}

  @Override
  public Integer call() throws IOException {
    check();
    try (Session session = tool.spark().openOn("spark-smote benchmark", "local[" + cores + "]")) {
      if (input != null) {
        measure(session, GeneratedTable.open(new Path(input), session.hadoop()));
        return ExitCode.OK;
      }

      var scratch = Session.newScratch();
      try {
        Path data = new Path(scratch.resolve("data").toUri());
        measure(
            session, GeneratedTable.write(session.spark(), table.table(), table.format(), data));
      } finally {
        Session.delete(scratch);
      }
    }

    return ExitCode.OK;
  }

  private void check() {
    if (k < 1 || runs < 1 || cores < 1 || sample < 0 || lshRecall <= 0 || lshRecall >= 1) {
      throw new UsageException(
          "Cannot measure that. --k, --runs and --cores must be at least 1, --lsh-recall in (0,"
              + " 1).");
    } else if (table.areGiven() == (input != null)) {
      throw new UsageException(
          "Cannot tell what to measure. Name either --input, or --workload and --rows with what"
              + " else is to be generated.");
    } else if (engine == Engine.LSH && (sample == 0 || variant.variant() != SmoteVariant.SMOTE)) {
      throw new UsageException(
          "Cannot measure that with lsh, which needs a --sample and knows no other --variant.");
    }

    if (input == null) {
      table.table(); // refuses what it cannot make, before Spark starts
      checkFormat(table.format());
    }
  }

  private void checkFormat(GeneratedTable.Format format) {
    if (engine != Engine.SMOTE && format != GeneratedTable.Format.PARQUET) {
      throw new UsageException("Cannot measure that on CSV. Use --format parquet.");
    }
  }

  private void measure(Session session, GeneratedTable data) throws JsonProcessingException {
    checkFormat(data.format());
    if (engine == Engine.LSH) {
      LshBenchmark benchmark = LshBenchmark.prepare(session.spark(), data, k, sample, lshRecall);
      print(benchmark.prepared());
      print(benchmark.runCold());
      print(benchmark.runWarm(runs));
    } else if (engine == Engine.UNDER) {
      print(new UnderBenchmark(session.spark(), data, runs).run());
    } else {
      ScalingBenchmark.Setup setup =
          new ScalingBenchmark.Setup(data, variant.variant(), k, trees, bucketRows, runs, sample);
      print(new ScalingBenchmark(session.spark(), setup).run());
    }
  }

  private void print(Map<String, Object> figures) throws JsonProcessingException {
    if (spec != null) {
      spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(figures));
      spec.commandLine().getOut().flush();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code spark-smote benchmark}: one line of JSON with the figures of {@link ScalingBenchmark}. */
@Command(
    name = "benchmark",
    description = "Measure time, memory and quality on generated data; prints one line of JSON.",
    mixinStandardHelpOptions = true,
    versionProvider = SparkSmote.Versions.class,
    sortOptions = false)
final class BenchmarkCommand implements Callable<Integer> {

  /** Enough of a second class, where it plays no part. */
  private static final long FEW_OTHERS = 1000;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--workload",
      required = true,
      paramLabel = "NAME",
      description = {
        "a: 50 Gaussian clusters, b: one isotropic Gaussian,",
        "c: curved 6-dimensional sheet, heavy tails, mixed scales, 1 %% duplicates,",
        "d: small integers, constant columns, 30 %% copies of one row,",
        "e: 50 clusters that another class overlaps, for variants that look at all rows,",
        "mixed: half of the features nominal, of 2 to 50 values, for smotenc; nominal: all of them."
      })
  private Workload workload = Workload.A;

  @Option(names = "--rows", required = true, paramLabel = "N", description = "Rows to double.")
  private long rows;

  @Option(
      names = "--others",
      paramLabel = "TIMES",
      description =
          "Workload e: rows of the other class, as a multiple of --rows; default"
              + " ${DEFAULT-VALUE}. Elsewhere there are 1000.")
  private long others = 1;

  @Mixin private VariantOption variant = new VariantOption();

  @Option(names = "--dims", paramLabel = "D", description = "Features; default ${DEFAULT-VALUE}.")
  private int dims = 30;

  @Option(names = "--k", paramLabel = "N", description = "Neighbours; default ${DEFAULT-VALUE}.")
  private int k = 5;

  @Option(names = "--trees", paramLabel = "T", description = "Trees; default: the engine's.")
  private @Nullable Integer trees;

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

  @Option(names = "--seed", paramLabel = "N", description = "Default ${DEFAULT-VALUE}.")
  private long seed = 42;

  @Mixin private SparkOptions spark = new SparkOptions();

  BenchmarkCommand() {}

  @Override
  public Integer call() throws JsonProcessingException {
    if (spec == null || rows < 100 || isBelowOne() || sample < 0) {
      throw new UsageException(
          "Cannot measure that. --rows must be at least 100, --others, --dims, --k, --runs and"
              + " --cores at least 1.");
    }

    ScalingBenchmark.Setup setup =
        new ScalingBenchmark.Setup(
            new WorkloadTable(workload, rows, otherRows(), dims, seed),
            variant.variant(),
            k,
            trees,
            runs,
            sample);
    try (Session session = spark.openOn("spark-smote benchmark", "local[" + cores + "]")) {
      String line =
          new ObjectMapper().writeValueAsString(new ScalingBenchmark(session.spark(), setup).run());
      spec.commandLine().getOut().println(line);
      spec.commandLine().getOut().flush();
    }

    return ExitCode.OK;
  }

  private boolean isBelowOne() {
    return others < 1 || dims < 1 || k < 1 || runs < 1 || cores < 1;
  }

  private long otherRows() {
    return workload == Workload.E ? others * rows : FEW_OTHERS;
  }
}

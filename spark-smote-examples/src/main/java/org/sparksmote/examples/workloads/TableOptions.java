// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.workloads;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.UsageException;
import picocli.CommandLine.Option;

/** The options that describe a generated table, the same for every command. */
public final class TableOptions {

  /** Enough of a second class, where it plays no part. */
  private static final long FEW_OTHERS = 1000;

  private static final int DIMS = 30;

  private static final long SEED = 42;

  @Option(
      names = "--workload",
      paramLabel = "NAME",
      description = {
        "a: 50 Gaussian clusters, b: one isotropic Gaussian,",
        "c: curved 6-dimensional sheet, heavy tails, mixed scales, 1 %% duplicates,",
        "d: small integers, constant columns, 30 %% copies of one row,",
        "e: 50 clusters that another class overlaps, for variants that look at all rows,",
        "mixed: half of the features nominal, of 2 to 50 values, for smotenc; nominal: all of them,",
        "text: sparse, 20 values per row; give it --dims 100000."
      })
  private @Nullable Workload workload;

  @Option(names = "--rows", paramLabel = "N", description = "Rows of the class to double.")
  private @Nullable Long rows;

  @Option(
      names = "--others",
      paramLabel = "TIMES",
      description =
          "Workload e: rows of the other class, as a multiple of --rows; default 1. Elsewhere there"
              + " are 1000.")
  private @Nullable Long others;

  @Option(names = "--dims", paramLabel = "D", description = "Features; default 30.")
  private @Nullable Integer dims;

  @Option(names = "--seed", paramLabel = "N", description = "Default 42.")
  private @Nullable Long seed;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "parquet (default), with a vector, or csv, with a column per feature.")
  private GeneratedTable.@Nullable Format format;

  public TableOptions() {}

  /** How its files are written. */
  public GeneratedTable.Format format() {
    return Objects.requireNonNullElse(format, GeneratedTable.Format.PARQUET);
  }

  /** Whether anything is said of a table. */
  public boolean areGiven() {
    return Stream.of(workload, rows, others, dims, seed, format).anyMatch(Objects::nonNull);
  }

  /** The table asked for. */
  public WorkloadTable table() {
    long wanted = Objects.requireNonNullElse(rows, 0L);
    long times = Objects.requireNonNullElse(others, 1L);
    int features = Objects.requireNonNullElse(dims, DIMS);
    if (workload == null || wanted < 100 || times < 1 || features < 1) {
      throw new UsageException(
          "Cannot generate that. Name a --workload; --rows must be at least 100, --others and"
              + " --dims at least 1.");
    }

    long otherRows = workload == Workload.E ? times * wanted : FEW_OTHERS;
    return new WorkloadTable(
        workload, wanted, otherRows, features, Objects.requireNonNullElse(seed, SEED));
  }
}

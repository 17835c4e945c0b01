// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.workloads;

import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.UsageException;
import picocli.CommandLine.Option;

/** The options that describe a generated table, the same for every command. */
public final class TableOptions {

  /** Enough of a second class, where it plays no part. */
  private static final long FEW_OTHERS = 1000;

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
  private long rows;

  @Option(
      names = "--others",
      paramLabel = "TIMES",
      description =
          "Workload e: rows of the other class, as a multiple of --rows; default"
              + " ${DEFAULT-VALUE}. Elsewhere there are 1000.")
  private long others = 1;

  @Option(names = "--dims", paramLabel = "D", description = "Features; default ${DEFAULT-VALUE}.")
  private int dims = 30;

  @Option(names = "--seed", paramLabel = "N", description = "Default ${DEFAULT-VALUE}.")
  private long seed = 42;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "parquet (default), with a vector, or csv, with a column per feature.")
  private GeneratedTable.Format format = GeneratedTable.Format.PARQUET;

  public TableOptions() {}

  /** How its files are written. */
  public GeneratedTable.Format format() {
    return format;
  }

  /** Whether a table is asked for at all. */
  public boolean areGiven() {
    return workload != null || rows != 0;
  }

  /** The table asked for. */
  public WorkloadTable table() {
    if (workload == null || rows < 100 || others < 1 || dims < 1) {
      throw new UsageException(
          "Cannot generate that. Name a --workload; --rows must be at least 100, --others and"
              + " --dims at least 1.");
    }

    long otherRows = workload == Workload.E ? others * rows : FEW_OTHERS;
    return new WorkloadTable(workload, rows, otherRows, dims, seed);
  }
}

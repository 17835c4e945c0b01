// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparksmote.Smote;
import org.sparksmote.SmoteModel;
import org.sparksmote.SmoteVariant;
import org.sparksmote.examples.cli.Session;
import org.sparksmote.examples.workloads.Workload;
import org.sparksmote.examples.workloads.WorkloadTable;

/**
 * How long every variant takes, as a multiple of smote, to double a class beside as many rows of
 * another class, which overlaps it. Variants take turns, round after round, and smote runs right
 * before each of them: what else the machine does meanwhile slows down both.
 */
final class VariantCosts {

  /** Rounds on all rows; before them one on a quarter of the rows warms the JVM. */
  private static final int ROUNDS = 3;

  private static final int WARM_SHARE = 4;

  private static final long SEED = 42;

  private final Session session;
  private final SparkSession spark;
  private final long rows;
  private final int dims;
  private final List<SmoteVariant> variants;
  private final List<Double> smoteSeconds = new ArrayList<>();

  VariantCosts(Session session, long rows, int dims, List<SmoteVariant> variants) {
    this.session = session;
    this.spark = session.spark();
    this.rows = rows;
    this.dims = dims;
    this.variants = List.copyOf(variants);
  }

  /**
   * What one variant takes.
   *
   * @param relative time as a multiple of that of smote, median of the rounds
   * @param note what the stage did otherwise than asked, or empty
   */
  record Cost(double relative, String note) {}

  /**
   * What all take.
   *
   * @param smoteSeconds median of all runs of smote
   * @param costs the cost of every variant
   */
  record Costs(double smoteSeconds, Map<SmoteVariant, Cost> costs) {

    Costs {
      costs = Map.copyOf(costs);
    }
  }

  /** One run. */
  private record Run(double seconds, String note) {}

  Costs measure() {
    Path directory = Session.newScratch();
    try {
      round(write(directory.resolve("few"), rows / WARM_SHARE));
      smoteSeconds.clear();
      Tables tables = write(directory.resolve("all"), rows);
      List<Map<SmoteVariant, Cost>> rounds = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(round(tables));
      }

      return new Costs(Figures.median(smoteSeconds, Double::doubleValue), medians(rounds));
    } finally {
      Session.delete(directory);
    }
  }

  /** The same rows for all variants of a kind, as files: what is read counts too. */
  private record Tables(Path directory, long grown, int dims) {

    WorkloadTable shape(Workload workload) {
      return new WorkloadTable(workload, grown, grown, dims, SEED);
    }

    String file(Workload workload) {
      return directory.resolve(workload.name()).toUri().toString();
    }
  }

  private Tables write(Path directory, long grown) {
    Tables tables = new Tables(directory, grown, dims);
    int partitions = 4 * spark.sparkContext().defaultParallelism();
    for (Workload workload : List.of(Workload.E, Workload.MIXED, Workload.NOMINAL)) {
      tables.shape(workload).make(spark, partitions).write().parquet(tables.file(workload));
    }

    return tables;
  }

  /** What a variant is for decides what it is measured on. */
  private static Workload workload(SmoteVariant variant) {
    return switch (variant) {
      case SMOTENC -> Workload.MIXED;
      case SMOTEN -> Workload.NOMINAL;
      default -> Workload.E;
    };
  }

  private Map<SmoteVariant, Cost> round(Tables tables) {
    Map<SmoteVariant, Cost> costs = new EnumMap<>(SmoteVariant.class);
    for (SmoteVariant variant : variants) {
      session.describe("spark-smote variants: " + variant.label());
      double smote = once(SmoteVariant.SMOTE, tables).seconds();
      smoteSeconds.add(smote);
      boolean isSmote = variant == SmoteVariant.SMOTE;
      Run run = isSmote ? new Run(smote, "") : once(variant, tables);
      costs.put(variant, new Cost(run.seconds() / smote, run.note()));
    }

    return costs;
  }

  private Run once(SmoteVariant variant, Tables tables) {
    long start = System.nanoTime();
    Workload workload = workload(variant);
    WorkloadTable shape = tables.shape(workload);
    Dataset<Row> table = spark.read().schema(shape.schema()).parquet(tables.file(workload));
    SmoteModel model =
        new Smote()
            .setVariant(variant.label())
            .setSamplingStrategy(Map.of(WorkloadTable.GROWN, 2 * shape.rows()))
            .setOnShortfall("fallback")
            .fit(table);
    Figures.makeAll(model.transform(table));
    return new Run(Figures.secondsSince(start), model.summary().classes().get(0).note());
  }

  private static Map<SmoteVariant, Cost> medians(List<Map<SmoteVariant, Cost>> rounds) {
    Map<SmoteVariant, Cost> medians = new EnumMap<>(SmoteVariant.class);
    rounds
        .get(0)
        .forEach(
            (variant, first) -> {
              List<Cost> found =
                  rounds.stream().map(round -> round.getOrDefault(variant, first)).toList();
              double relative = Figures.median(found, Cost::relative).relative();
              medians.put(variant, new Cost(relative, first.note()));
            });
    return medians;
  }
}

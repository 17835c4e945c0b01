// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.hash.Murmur3_x86_32;
import org.jspecify.annotations.Nullable;

/**
 * One resampling of one dataset. {@link #plan} runs the jobs that are needed to know what to make;
 * {@link #apply} only describes the result, as Spark's users expect of {@code transform}.
 */
final class Resampling {

  /** The seed of Spark's hash partitioning. */
  private static final int SPARK_HASH_SEED = 42;

  private final InputSchema input;
  private final @Nullable ResamplingPlan plan;
  private final List<ClassPlan> classes;
  private final long invalidRows;
  private final boolean dropInvalid;
  private final ReachedQuality reached = new ReachedQuality();

  private Resampling(
      InputSchema input,
      @Nullable ResamplingPlan plan,
      List<ClassPlan> classes,
      long invalidRows,
      boolean dropInvalid) {
    this.input = input;
    this.plan = plan;
    this.classes = classes;
    this.invalidRows = invalidRows;
    this.dropInvalid = dropInvalid;
  }

  /**
   * Checks, counts and plans: one job, or three when a class is larger than one task, and one more
   * when the variant weighs rows.
   */
  static Resampling plan(SmoteParams params, Dataset<?> data) {
    return Sessions.of(data, () -> planInSession(params, data));
  }

  private static Resampling planInSession(SmoteParams params, Dataset<?> data) {
    InputSchema input = InputSchema.resolve(params, data.schema());
    NominalColumns.requireDescribed(params, input);
    if (data.isStreaming()) {
      throw Problems.streaming();
    }

    SparkContext context = data.sparkSession().sparkContext();
    KryoCheck.requireRegistered(context.getConf());

    return described(
        context, params.uid() + ": counting classes and planning", () -> plan(params, input, data));
  }

  private static Resampling plan(SmoteParams params, InputSchema input, Dataset<?> data) {
    ClassCounter.Counts counts = ClassCounter.count(params, input, data);
    List<ClassPlan> classes = SamplingPlan.plan(params, counts.classes());
    boolean nothing = classes.stream().allMatch(ClassPlan::isUntouched);
    ResamplingPlan plan = nothing ? null : plan(params, input, data, counts, classes);
    boolean dropInvalid = params.getHandleInvalid().equals("skip") && counts.invalidRows() > 0;
    List<ClassPlan> settled = plan == null ? classes : plan.classes();
    return new Resampling(input, plan, settled, counts.invalidRows(), dropInvalid);
  }

  private static ResamplingPlan plan(
      SmoteParams params,
      InputSchema input,
      Dataset<?> data,
      ClassCounter.Counts counts,
      List<ClassPlan> classes) {
    List<ClassFacts> facts = VariantFacts.of(params, input, data, counts, classes);
    ResamplingPlan plan = new BucketPlanner(params, input, data, counts, classes, facts).plan();
    return VariantPlanner.settle(params, plan, data);
  }

  /** Shows what a job is for in the Spark UI, and leaves the user's own description as it was. */
  private static <T> T described(SparkContext context, String description, Supplier<T> work) {
    String before = context.getLocalProperty("spark.job.description");
    context.setLocalProperty("spark.job.description", description);
    try {
      return work.get();
    } finally {
      context.setLocalProperty("spark.job.description", before);
    }
  }

  /** What is made of each class, and how good the search was as far as rows were made. */
  SmoteSummary summary() {
    return SmoteSummary.of(classes, invalidRows, plan, reached.value());
  }

  /** How close the approximate search of the dataset comes to the exact one, by label. */
  Map<String, NeighborQuality> quality(Dataset<?> data, int sampleRows, int maxCells) {
    Map<String, NeighborQuality> byLabel = new LinkedHashMap<>();
    if (plan != null) {
      described(
              data.sparkSession().sparkContext(),
              "checking a sample of neighbours",
              () -> new QualityCheck(plan, data).check(sampleRows, maxCells))
          .forEach((c, quality) -> byLabel.put(classes.get(c).count().name(), quality));
    }

    return byLabel;
  }

  /** The dataset with its synthetic rows; starts no job. */
  Dataset<Row> apply(Dataset<?> data) {
    return Sessions.of(data, () -> applyInSession(data));
  }

  private Dataset<Row> applyInSession(Dataset<?> data) {
    Dataset<Row> original = input.added().addTo(dropInvalid ? valid(data) : data);
    return plan == null ? original : original.union(synthetic(plan, data));
  }

  private synchronized Dataset<Row> synthetic(ResamplingPlan plan, Dataset<?> data) {
    if (!reached.isRegistered()) {
      data.sparkSession().sparkContext().register(reached);
    }

    BitSet all = new BitSet();
    all.set(0, plan.cells().size());
    InputSchema written = plan.input();
    Dataset<Row> made =
        routed(plan, BlockForm.toMake(written), data, all)
            .mapPartitions(new SyntheticRows(plan, reached), Encoders.row(written.made()));
    return CellForms.original(made, written.label(), written.output());
  }

  /**
   * The one shuffle: blocks of packed rows of the given cells, each in its cell's partition. Little
   * data is brought together without one, which would be a job of its own.
   */
  static Dataset<Row> routed(ResamplingPlan plan, BlockForm form, Dataset<?> data, BitSet cells) {
    int partitions = plan.partitions();
    RowRouter router = new RowRouter(plan, form, cells, partitionKeys(partitions));
    Dataset<Row> blocks =
        plan.input()
            .select(data, form.columns())
            .mapPartitions(router, Encoders.row(form.schema()));
    Dataset<Row> routed =
        plan.isLittle() && partitions == 1
            ? blocks.coalesce(1)
            : blocks.repartition(partitions, functions.col("key"));
    return form.isSorted() ? routed.sortWithinPartitions("cell", "place") : routed;
  }

  /**
   * A key for each partition that Spark's hash partitioning sends just there, so that no two big
   * cells meet in one task while others stay empty. Only the balance rests on it, not the result.
   */
  static int[] partitionKeys(int partitions) {
    int[] keys = new int[partitions];
    boolean[] found = new boolean[partitions];
    int missing = partitions;
    for (int key = 0; missing > 0; key++) {
      int partition = Math.floorMod(Murmur3_x86_32.hashInt(key, SPARK_HASH_SEED), partitions);
      if (!found[partition]) {
        found[partition] = true;
        keys[partition] = key;
        missing--;
      }
    }

    return keys;
  }

  /** The rows with a valid label and valid features. */
  private Dataset<?> valid(Dataset<?> data) {
    FeatureReader reader = FeatureReader.of(input);
    UDF1<Row, Boolean> isValid =
        row -> {
          FeatureRow features = new FeatureRow();
          reader.read(row, features);
          return Labels.key(row.get(0)) != null && features.invalid == FeatureRow.VALID;
        };
    Column cells = functions.struct(input.labelAndFeatures());
    return data.toDF(InputSchema.safeNames(input.schema().size()))
        .filter(functions.udf(isValid, DataTypes.BooleanType).apply(cells))
        .toDF(input.schema().fieldNames());
  }
}

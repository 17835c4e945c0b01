// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.sparksmote.internal.census.CensusProblems;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.spark.SessionCheck;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.weights.BalanceSettings;
import org.sparksmote.internal.weights.BalanceWeights;
import org.sparksmote.internal.weights.ClassTotals;

/**
 * One random under-sampling of one dataset: {@link #of} counts and plans, {@link #rows} only
 * describes the result. Rows stay by ranks that follow from the seed and their content, so that it
 * does not matter where a row is; nothing but what identical rows make necessary is shuffled.
 */
public final class UnderSampling {

  private final KeepSettings params;
  private final LabelColumn input;
  private final Column key;
  private final List<ClassCount> counts;
  private final List<ClassBins> bins;
  private final long[] keep;
  private final KeptRows kept;

  private UnderSampling(
      KeepSettings params,
      LabelColumn input,
      Dataset<Row> data,
      Column key,
      RankBins binning,
      Draws draws,
      BinTally tally) {
    this.params = params;
    this.input = input;
    this.key = key;
    TreeMap<Object, ClassBins> sorted = new TreeMap<>(Labels::compare);
    sorted.putAll(tally.classes);
    this.bins = List.copyOf(sorted.values());
    this.counts = counts(input, data, sorted);
    if (counts.isEmpty()) {
      throw CensusProblems.noRows();
    }

    KeepSettings.Sizes sizes = params.sizes().apply(counts);
    this.keep = sizes.rows();
    boolean dropInvalid = params.handleInvalid().equals("skip") && tally.invalidLabels > 0;
    ClassPlanning planning = new ClassPlanning(binning, params.withReplacement());
    List<KeptRows.OfClass> classes = new ArrayList<>();
    for (int c = 0; c < keep.length; c++) {
      classes.add(planning.plan(bins.get(c), keep[c], sizes.drawn()[c]));
    }

    List<Object> labels = List.copyOf(sorted.keySet());
    this.kept = new KeptRows(labels, classes, binning, draws, dropInvalid);
  }

  /** Counts and plans: one job, and another one if many rows of a class are identical. */
  public static UnderSampling of(KeepSettings params, LabelColumn input, Dataset<?> dataset) {
    SessionCheck.require(dataset);
    Dataset<Row> data = dataset.toDF(InputSchema.safeNames(input.schema().size()));
    List<Column> columns = new ArrayList<>();
    columns.add(input.comparable());
    Column key = RowKey.of(input.schema(), params.seed());
    columns.add(key);
    if (input.needsMore()) {
      columns.add(input.caseWeight());
      columns.add(input.spelling());
    }

    boolean again = params.withReplacement();
    RankBins binning = new RankBins(params.maxClasses());
    Draws draws = new Draws(params.seed(), again, binning);
    BinTally tally = BinTally.count(data, columns, params.maxClasses(), binning, again, draws);
    refuseRows(params, tally);
    UnderSampling sampling = new UnderSampling(params, input, data, key, binning, draws, tally);
    if (sampling.kept.tellsCopiesApart()) {
      CopyCounter.settle(sampling.crowded(data), sampling.kept, sampling.counts, binning);
    }

    return sampling;
  }

  private static void refuseRows(KeepSettings params, BinTally tally) {
    if (tally.rows == 0) {
      throw CensusProblems.noRows();
    }

    if (tally.isOverfull()) {
      throw CensusProblems.noClasses(
          params.labelCol(), "it has more than " + params.maxClasses() + " distinct values");
    }

    if (params.handleInvalid().equals("error") && tally.invalidLabels > 0) {
      throw CensusProblems.invalidLabels(params.labelCol(), tally.invalidLabels);
    }

    if (tally.invalidWeights > 0) {
      throw CensusProblems.invalidWeights(params.weightCol(), tally.invalidWeights);
    }
  }

  private static List<ClassCount> counts(
      LabelColumn input, Dataset<?> data, Map<Object, ClassBins> classes) {
    List<Object> labels = List.copyOf(classes.keySet());
    List<String> names = Labels.names(labels, input.type(), data.sparkSession());
    List<ClassCount> counts = new ArrayList<>();
    classes.forEach(
        (label, of) -> {
          String spelling = of.spelling;
          String name = spelling == null ? names.get(counts.size()) : spelling;
          counts.add(new ClassCount(label, name, of.total(), of.total(), of.total(), 0));
        });
    return counts;
  }

  /** The rows that are told apart from their copies, with class and key. */
  private Dataset<Row> crowded(Dataset<Row> data) {
    return data.withColumn("+class", kept.crowdedClass().apply(input.comparable(), key))
        .withColumn("+key", key)
        .filter(functions.col("+class").geq(0));
  }

  /**
   * The rows that stay, with the weight if one is asked for.
   *
   * @param dataset the one that was counted
   */
  public Dataset<Row> rows(Dataset<?> dataset) {
    Dataset<Row> rows = sampled(dataset.toDF(InputSchema.safeNames(input.schema().size())));
    String[] names = input.schema().fieldNames();
    if (params.balanceWeightCol().isEmpty()) {
      return rows.toDF(names);
    }

    return weights(rows).addTo(rows.toDF(names));
  }

  private Dataset<Row> sampled(Dataset<Row> data) {
    if (kept.isAll()) {
      return data;
    }

    Dataset<Row> rows = repeated(data, kept.times(input.comparable(), key));
    if (!kept.tellsCopiesApart()) {
      return rows;
    }

    WindowSpec copies =
        Window.partitionBy("+class", "+key").orderBy(RowKey.spelling(input.schema()));
    Dataset<Row> numbered = crowded(data).withColumn("+copy", functions.row_number().over(copies));
    Column times =
        kept.timesOfCopy()
            .apply(functions.col("+class"), functions.col("+key"), functions.col("+copy"));
    return rows.union(repeated(numbered, times));
  }

  /** Every row so many times. */
  private Dataset<Row> repeated(Dataset<Row> rows, Column times) {
    Column[] cells = input.cells().toArray(new Column[0]);
    if (!params.withReplacement()) {
      return rows.filter(times.gt(0)).select(cells);
    }

    List<Column> wanted = new ArrayList<>(input.cells());
    wanted.add(functions.explode(functions.array_repeat(functions.lit(0), times)).as("+time"));
    return rows.select(wanted.toArray(new Column[0])).select(cells);
  }

  private BalanceWeights weights(Dataset<Row> rows) {
    BalanceSettings settings = params.weights();
    if (input.weight() < 0) {
      long[] before = bins.stream().mapToLong(ClassBins::total).toArray();
      return BalanceWeights.ofRows(settings, counts, before, keep);
    }

    double[] before = bins.stream().mapToDouble(ClassBins::weight).toArray();
    ClassTotals after = ClassTotals.of(rows, input, params.maxClasses());
    return BalanceWeights.of(settings, counts, before, after);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

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
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.KeepStrategy;

/**
 * One random under-sampling of one dataset: {@link #of} counts and plans, {@link #rows} only
 * describes the result. Rows stay by ranks that follow from the seed and their content, so that it
 * does not matter where a row is; nothing but what identical rows make necessary is shuffled.
 */
final class UnderSampling {

  private final RandomUnderSampler params;
  private final LabelColumn input;
  private final Dataset<Row> data; // with names by position
  private final Column key;
  private final List<ClassCount> counts;
  private final List<ClassBins> bins;
  private final long[] keep;
  private final KeptRows kept;

  private UnderSampling(
      RandomUnderSampler params,
      LabelColumn input,
      Dataset<Row> data,
      Column key,
      RankBins binning,
      Draws draws,
      BinTally tally) {
    this.params = params;
    this.input = input;
    this.data = data;
    this.key = key;
    TreeMap<Object, ClassBins> sorted = new TreeMap<>(Labels::compare);
    sorted.putAll(tally.classes);
    this.bins = List.copyOf(sorted.values());
    this.counts = counts(input, data, sorted);
    refuseClasses(params, counts);
    KeepStrategy strategy = KeepStrategy.parse(params.getSamplingStrategy());
    this.keep = strategy.rowsToKeep(counts);
    boolean[] sampled = strategy.sampled(counts);
    boolean dropInvalid = params.getHandleInvalid().equals("skip") && tally.invalidLabels > 0;
    ClassPlanning planning = new ClassPlanning(binning, params.getWithReplacement());
    List<KeptRows.OfClass> classes = new ArrayList<>();
    for (int c = 0; c < keep.length; c++) {
      classes.add(planning.plan(bins.get(c), keep[c], sampled[c]));
    }

    List<Object> labels = List.copyOf(sorted.keySet());
    this.kept = new KeptRows(labels, classes, binning, draws, dropInvalid);
  }

  /** Counts and plans: one job, and another one if many rows of a class are identical. */
  static UnderSampling of(RandomUnderSampler params, LabelColumn input, Dataset<?> dataset) {
    if (dataset.isStreaming()) {
      throw UnderProblems.streaming();
    }

    Dataset<Row> data = dataset.toDF(InputSchema.safeNames(input.schema().size()));
    List<Column> columns = new ArrayList<>();
    columns.add(input.comparable());
    Column key = RowKey.of(input.schema(), params.getSeed());
    columns.add(key);
    if (input.needsMore()) {
      columns.add(input.caseWeight());
      columns.add(input.spelling());
    }

    boolean again = params.getWithReplacement();
    RankBins binning = new RankBins(params.getMaxClasses());
    Draws draws = new Draws(params.getSeed(), again, binning);
    BinTally tally = BinTally.count(data, columns, params.getMaxClasses(), binning, again, draws);
    refuseRows(params, tally);
    UnderSampling sampling = new UnderSampling(params, input, data, key, binning, draws, tally);
    if (sampling.kept.tellsCopiesApart()) {
      CopyCounter.settle(sampling.crowded(), sampling.kept, sampling.counts, binning);
    }

    return sampling;
  }

  private static void refuseRows(RandomUnderSampler params, BinTally tally) {
    if (tally.rows == 0) {
      throw CensusProblems.noRows();
    }

    if (tally.isOverfull()) {
      throw CensusProblems.noClasses(
          params.getLabelCol(), "it has more than " + params.getMaxClasses() + " distinct values");
    }

    if (params.getHandleInvalid().equals("error") && tally.invalidLabels > 0) {
      throw CensusProblems.invalidLabels(params.getLabelCol(), tally.invalidLabels);
    }

    if (tally.invalidWeights > 0) {
      throw CensusProblems.invalidWeights(params.getWeightCol(), tally.invalidWeights);
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

  private static void refuseClasses(RandomUnderSampler params, List<ClassCount> classes) {
    if (classes.isEmpty()) {
      throw CensusProblems.noRows();
    }

    String label = params.getLabelCol();
    String strategy = params.getSamplingStrategy();
    if (classes.size() == 1 && !KeepStrategy.isNone(strategy)) {
      throw CensusProblems.oneClass(label, classes.get(0));
    }

    boolean once = classes.stream().allMatch(found -> found.rows() == 1);
    if (once && classes.size() > 2 && KeepStrategy.isByCount(strategy)) {
      throw CensusProblems.noClasses(
          label, "each of its " + classes.size() + " values is in one row only");
    }
  }

  /** The rows that are told apart from their copies, with class and key. */
  private Dataset<Row> crowded() {
    return data.withColumn("+class", kept.crowdedClass().apply(input.comparable(), key))
        .withColumn("+key", key)
        .filter(functions.col("+class").geq(0));
  }

  /** The rows that stay, with the weight if one is asked for. */
  Dataset<Row> rows() {
    Dataset<Row> rows = sampled();
    String[] names = input.schema().fieldNames();
    if (!params.hasBalanceWeight()) {
      return rows.toDF(names);
    }

    List<Column> cells = new ArrayList<>(input.cells());
    Column factor = kept.factor(factors(rows)).apply(input.comparable());
    cells.add(factor.multiply(input.caseWeight()).as("+weight"));
    List<String> all = new ArrayList<>(List.of(names));
    all.add(params.getBalanceWeightCol());
    return rows.select(cells.toArray(new Column[0])).toDF(all.toArray(new String[0]));
  }

  private Dataset<Row> sampled() {
    if (kept.isAll()) {
      return data;
    }

    Dataset<Row> rows = repeated(data, kept.times(input.comparable(), key));
    if (!kept.tellsCopiesApart()) {
      return rows;
    }

    WindowSpec copies =
        Window.partitionBy("+class", "+key").orderBy(RowKey.spelling(input.schema()));
    Dataset<Row> numbered = crowded().withColumn("+copy", functions.row_number().over(copies));
    Column times =
        kept.timesOfCopy()
            .apply(functions.col("+class"), functions.col("+key"), functions.col("+copy"));
    return rows.union(repeated(numbered, times));
  }

  /** Every row so many times. */
  private Dataset<Row> repeated(Dataset<Row> rows, Column times) {
    Column[] cells = input.cells().toArray(new Column[0]);
    if (!params.getWithReplacement()) {
      return rows.filter(times.gt(0)).select(cells);
    }

    List<Column> wanted = new ArrayList<>(input.cells());
    wanted.add(functions.explode(functions.array_repeat(functions.lit(0), times)).as("+time"));
    return rows.select(wanted.toArray(new Column[0])).select(cells);
  }

  /** By class: the total weight before, by that after. */
  private double[] factors(Dataset<Row> rows) {
    double[] factors = new double[keep.length];
    double[] after =
        input.weight() < 0
            ? null
            : WeightSums.of(rows.select(input.comparable(), input.caseWeight()), kept.classOf());
    for (int c = 0; c < keep.length; c++) {
      double before = after == null ? bins.get(c).total() : bins.get(c).weight();
      double left = after == null ? keep[c] : after[c];
      if (before > 0 && left == 0 && keep[c] > 0) {
        throw UnderProblems.noWeightLeft(counts.get(c).name(), params.getWeightCol());
      }

      factors[c] = before > 0 && left > 0 ? before / left : 1;
    }

    return factors;
  }
}

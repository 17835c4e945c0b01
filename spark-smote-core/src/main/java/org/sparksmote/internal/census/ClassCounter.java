// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.columns.CellForms;
import org.sparksmote.internal.columns.ColumnProblems;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.columns.OneHotGroups;
import org.sparksmote.internal.exact.Moments;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.FeatureWeights;
import org.sparksmote.internal.spark.Passes;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.SamplingStrategy;
import org.sparksmote.params.SamplerParams;

/**
 * The first pass: counts the classes and finds everything that can be wrong with the data, in one
 * job whatever the number of rows and classes.
 */
public final class ClassCounter {

  /** Columns whose ranges may be kept: some 200 MB of a task, 50 MB of the plan. */
  private static final int MOST_COLUMNS = 1 << 22;

  /** An input of few rows, values and partitions is read by one task as fast as by many. */
  private static final long FEW_ROWS = 5_000;

  private static final long FEW_VALUES = 500_000;

  /** Values of samples that come to the driver. */
  private static final long SAMPLE_VALUES = 4_000_000;

  /** What is a few rows may be what a filter left of a large table. */
  private static final long FEW_PARTS = 32;

  private ClassCounter() {}

  /**
   * What the pass found: two classes or more unless nothing is to be made, all of one vector size.
   *
   * @param sums what all later passes must find too
   * @param storedPerRow values that a valid row stores on average, zeros of sparse rows left out
   * @param moments means and deviations by label, if they were asked for
   * @param distinct about how many different valid rows there are
   * @param samples of valid rows, if they were asked for
   * @param isLittle whether one task may read the whole input
   */
  public record Counts(
      List<ClassCount> classes,
      FeatureWeights weights,
      long invalidRows,
      InputSums sums,
      long storedPerRow,
      Map<Object, Moments> moments,
      DistinctRows distinct,
      ClassSamples samples,
      boolean isLittle) {

    /** Features per row. */
    public int size() {
      return weights.size();
    }
  }

  /**
   * What is wanted beside counts.
   *
   * @param moments whether means and deviations of classes are, by feature
   * @param remedy what to choose instead where there are too many features for that
   * @param samples whether classes will be split by what a sample of their rows looks like
   */
  public record Demand(boolean moments, String remedy, boolean samples) {

    /** Counts alone. */
    public static final Demand NONE = new Demand(false, "", false);
  }

  /** Counts, or says what is wrong with the data. */
  public static Counts count(
      SamplerParams params, Demand demand, InputSchema input, Dataset<?> data) {
    FeatureReader reader = FeatureReader.of(input);
    boolean idle = SamplingStrategy.isNone(params.getSamplingStrategy());
    boolean withRanges = !idle && params.getStandardize().equals("minmax");
    boolean byClass = demand.moments() || input.nominal().needsDeviations();
    boolean withMoments = !idle && byClass;
    boolean withSamples = demand.samples() && !params.getNeighborSearch().equals("exact");
    Dataset<Row> rows = input.selectToCount(data);
    TallyKind kind =
        new TallyKind(
            params.getMaxClasses(),
            MOST_COLUMNS,
            withRanges,
            withMoments,
            !idle && withSamples ? Passes.valuesPerResult(rows, SAMPLE_VALUES) : 0,
            params.getSeed());
    Row tally =
        Passes.merge(
            rows,
            part -> tally(part, input, reader, new ClassTally(kind)).toRow(),
            new ClassTally(kind).toRow(),
            (a, b) -> new ClassTally(kind).add(a).add(b).toRow());
    Demand asked = new Demand(byClass, demand.remedy(), withSamples);
    return check(params, asked, input, data, new ClassTally(kind).add(tally));
  }

  private static ClassTally tally(
      Iterator<Row> rows, InputSchema input, FeatureReader reader, ClassTally tally) {
    FeatureRow features = new FeatureRow();
    tally.parts = 1;
    boolean weighted = input.weight() >= 0;
    boolean spelled = CellForms.isCollated(input.labelType());
    int spelling = FeatureReader.FIRST + input.features().size();
    while (rows.hasNext()) {
      Row row = rows.next();
      tally.rows++;
      tally.invalidWeights += weighted && !isWeight(row.get(row.size() - 1)) ? 1 : 0;
      Object label = Labels.key(row.get(0));
      if (label == null) {
        tally.invalidLabels++;
      } else {
        reader.read(row, features);
        tally.add(label, features);
        if (spelled) {
          tally.spell(label, row.getString(spelling));
        }
      }
    }

    return tally;
  }

  private static boolean isWeight(@Nullable Object cell) {
    double weight = cell instanceof Number number ? number.doubleValue() : Double.NaN;
    return weight >= 0 && weight < Double.POSITIVE_INFINITY;
  }

  private static Counts check(
      SamplerParams params, Demand demand, InputSchema input, Dataset<?> data, ClassTally tally) {
    if (tally.rows == 0) {
      throw CensusProblems.noRows();
    }

    if (tally.isOverfull()) {
      throw tooManyClasses(params, distinctLabels(input, data), tally.rows);
    }

    refuseValues(params, input, tally);
    int size = onlySize(input, tally.sizes());
    refuseColumns(demand, input, tally, size);
    List<ClassCount> classes =
        tally.counts(
            params.getHandleInvalid().equals("skip"),
            labels -> Labels.names(labels, input.labelType(), data.sparkSession()));
    refuseClasses(params, classes);
    long invalid = tally.invalidLabels + tally.invalidFeatures;
    long valid = Math.max(1, classes.stream().mapToLong(ClassCount::usable).sum());
    return new Counts(
        classes,
        new FeatureWeights(input.nominal().unscaled(tally.weights(size))),
        invalid,
        InputSums.of(classes, tally.rows),
        tally.storedValues / valid,
        tally.moments(),
        new DistinctRows(tally.distinct()),
        tally.samples(),
        isLittle(tally));
  }

  private static boolean isLittle(ClassTally tally) {
    return tally.rows <= FEW_ROWS && tally.storedValues <= FEW_VALUES && tally.parts <= FEW_PARTS;
  }

  private static void refuseClasses(SamplerParams params, List<ClassCount> classes) {
    if (classes.isEmpty()) {
      throw CensusProblems.noRows();
    }

    String label = params.getLabelCol();
    if (classes.size() == 1 && !SamplingStrategy.isNone(params.getSamplingStrategy())) {
      throw CensusProblems.oneClass(label, classes.get(0));
    }

    boolean once = classes.stream().allMatch(found -> found.found() == 1);
    if (once && classes.size() > 2 && SamplingStrategy.isByCount(params.getSamplingStrategy())) {
      throw CensusProblems.noClasses(
          label, "each of its " + classes.size() + " values is in one row only");
    }
  }

  private static SmoteException tooManyClasses(SamplerParams params, long estimate, long rows) {
    int allowed = params.getMaxClasses();
    long about = Math.max(allowed + 1L, Math.min(estimate, rows));
    String values = "it has more than " + allowed + " distinct values (about " + about;
    return CensusProblems.noClasses(params.getLabelCol(), values + ", by an estimate)");
  }

  private static void refuseValues(SamplerParams params, InputSchema input, ClassTally tally) {
    boolean strict = params.getHandleInvalid().equals("error");
    if (strict && tally.invalidLabels > 0) {
      throw CensusProblems.invalidLabels(params.getLabelCol(), tally.invalidLabels);
    }

    if (strict && tally.invalidFeatures > 0) {
      throw invalidFeatures(input, tally);
    }

    if (tally.invalidWeights > 0) {
      throw CensusProblems.invalidWeights(params.getWeightCol(), tally.invalidWeights);
    }

    if (tally.inexactRows > 0) {
      String column = input.featureName(tally.firstInexact);
      throw CensusProblems.inexactFeatures(column, tally.inexactRows);
    }

    if (tally.brokenRows > 0) {
      String group = input.nominal().name(tally.firstBroken);
      throw CensusProblems.notOneHot(input.featureName(0), group, tally.brokenRows);
    }
  }

  private static int onlySize(InputSchema input, NavigableMap<Integer, Long> sizes) {
    if (sizes.isEmpty()) {
      return 0; // no valid row at all: the plan says which class cannot be made
    }

    Map.Entry<Integer, Long> first = sizes.firstEntry();
    Map.Entry<Integer, Long> last = sizes.lastEntry();
    if (!first.getKey().equals(last.getKey())) {
      OneHotGroups groups = input.nominal().groups();
      throw CensusProblems.vectorSizes(
          input.featureName(0),
          first.getValue(),
          groups.slots(first.getKey()),
          last.getValue(),
          groups.slots(last.getKey()));
    }

    input.nominal().check(input.featureName(0), first.getKey());
    if (first.getKey() == 0) {
      throw ColumnProblems.noFeatures(
          "the column '" + input.featureName(0) + "'", "its vectors have 0 features");
    }

    return first.getKey();
  }

  private static void refuseColumns(Demand demand, InputSchema input, ClassTally tally, int size) {
    if (tally.hasTooManyColumns()) {
      boolean byClass = demand.moments();
      int most = byClass ? MOST_COLUMNS / ClassTally.RANGES_PER_MOMENTS : MOST_COLUMNS;
      String remedy = byClass ? demand.remedy() : "standardize=none";
      throw CensusProblems.tooManyColumns(input.featureName(0), size, most, remedy);
    }
  }

  private static SmoteException invalidFeatures(InputSchema input, ClassTally tally) {
    int at = tally.firstInvalid;
    boolean columns = input.features().size() > 1;
    String column = input.featureName(columns && at >= 0 ? at : 0);
    String where =
        at == FeatureRow.MISSING
            ? "the whole cell"
            : columns ? "this column (all feature columns are counted)" : "feature " + at;
    return CensusProblems.invalidFeatures(column, tally.invalidFeatures, where);
  }

  /** Only on the way to an error: how many labels there are, in bounded memory. */
  private static long distinctLabels(InputSchema input, Dataset<?> data) {
    Dataset<Row> labels = input.select(data);
    return labels
        .agg(functions.approx_count_distinct(labels.col("_" + input.label())))
        .first()
        .getLong(0);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.exact.ColumnSlots;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.RowBlend;
import org.sparksmote.internal.rows.RowStore;
import org.sparksmote.internal.spark.Passes;
import org.sparksmote.internal.synth.LinearSvm;
import org.sparksmote.internal.synth.LinearSvm.Example;
import org.sparksmote.internal.variants.Margin;
import scala.Tuple2;

/**
 * A linear support vector machine of one class against the others, trained on a keyed sample. The
 * sample is one of different rows, so that it is bounded however often they repeat. Each weighs as
 * much as the rows that it stands for, but a side no more than a full sample. Of wide rows the
 * machine sees only the columns in which a row of the sample has a value; the others have the
 * coefficient 0 anyway.
 */
public final class SeparatingPlane implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Sampled rows of either side, about; fewer when they are wide. */
  private static final int SAMPLE = 10_000;

  private static final long SAMPLE_VALUES = 2_000_000;
  private static final long LEAST_SAMPLE = 100;

  /** What a value of a wide row may cost: a column of its own. */
  private static final long COLUMN_VALUES = 5;

  /** Marks the draw that chooses the sample. */
  private static final int SAMPLE_DRAW = -3;

  private static final double REGULARIZATION = 0.01;

  /**
   * A row of the sample, and how many rows it stands for; it travels as a Row. Narrow rows have no
   * indices but all values: the same for the same features, in whatever form they came.
   */
  private record Sampled(long key, boolean own, int[] indices, double[] values, long rows) {

    static Sampled of(long key, boolean own, FeatureRow features) {
      if (isWide(features.size)) {
        FeatureRow kept = RowBlend.compressed(features.copy());
        return new Sampled(key, own, kept.indices, kept.values, 1);
      }

      FeatureRow kept = RowBlend.inForm(features.copy(), false);
      return new Sampled(key, own, new int[0], kept.values, 1);
    }

    Row toRow() {
      return RowFactory.create(key, own, indices, values, rows);
    }

    static Sampled of(Row row) {
      return new Sampled(
          row.getLong(0), row.getBoolean(1), row.getAs(2), row.getAs(3), row.getLong(4));
    }

    Sampled and(Sampled same) {
      return new Sampled(key, own, indices, values, rows + same.rows);
    }

    /** Of the columns that the machine sees. */
    Example toExample(int[] columns, double weight) {
      int[] places = new int[indices.length];
      Arrays.setAll(places, i -> Arrays.binarySearch(columns, indices[i]));
      return new Example(own, places, values, rows * weight);
    }
  }

  private final FeatureReader reader;
  private final Object label;
  private final double ownShare;
  private final double otherShare;
  private final long seed;

  private SeparatingPlane(
      FeatureReader reader, Object label, double ownShare, double otherShare, long seed) {
    this.reader = reader;
    this.label = label;
    this.ownShare = ownShare;
    this.otherShare = otherShare;
    this.seed = seed;
  }

  /** The plane between the class of a plan and all others. */
  public static Margin fit(
      long seed, InputSchema input, Dataset<?> data, ClassCounter.Counts counts, ClassPlan plan) {
    double wanted = Math.max(LEAST_SAMPLE, Math.min(SAMPLE, SAMPLE_VALUES / values(counts)));
    SeparatingPlane plane =
        new SeparatingPlane(
            FeatureReader.of(input),
            plan.count().key(),
            wanted / counts.distinct().of(plan.count()),
            wanted / counts.distinct().ofOthers(plan.count()),
            seed);
    List<Sampled> sample =
        Passes.collectByKey(input.select(data), plane::sample, SeparatingPlane::merge).stream()
            .map(Sampled::of)
            .sorted(Comparator.comparingLong(Sampled::key).thenComparing(Sampled::own))
            .toList();
    return sample.isEmpty()
        ? new Margin(ColumnValues.same(counts.size(), 0), 0)
        : train(sample, counts.size(), wanted);
  }

  /** What a row of the sample costs, in values of dense rows. */
  private static long values(ClassCounter.Counts counts) {
    long stored = Math.max(1, counts.storedPerRow()) * COLUMN_VALUES;
    return isWide(counts.size()) ? Math.min(counts.size(), stored) : Math.max(1, counts.size());
  }

  private static boolean isWide(int size) {
    return size > RowStore.MAX_DENSE_SIZE;
  }

  private static Row merge(Row a, Row b) {
    return Sampled.of(a).and(Sampled.of(b)).toRow();
  }

  private Iterator<Tuple2<Long, Row>> sample(Iterator<Row> rows) {
    Map<Long, Sampled> sampled = new HashMap<>();
    FeatureRow features = new FeatureRow();
    while (rows.hasNext()) {
      Row row = rows.next();
      Object of = Labels.key(row.get(0));
      if (of != null) {
        reader.read(row, features);
        boolean own = of.equals(label);
        long key = features.key();
        double draw = KeyedRandom.of(seed, key, SAMPLE_DRAW, 0).nextDouble();
        if (features.invalid == FeatureRow.VALID && draw < (own ? ownShare : otherShare)) {
          sampled.merge(own ? key : ~key, Sampled.of(key, own, features), Sampled::and);
        }
      }
    }

    return sampled.entrySet().stream()
        .map(row -> new Tuple2<>(row.getKey(), row.getValue().toRow()))
        .iterator();
  }

  private static Margin train(List<Sampled> sample, int size, double most) {
    int[] columns = isWide(size) ? columns(sample) : new int[0];
    double own = weight(sample.stream().filter(Sampled::own).toList(), most);
    double other = weight(sample.stream().filter(row -> !row.own()).toList(), most);
    List<Example> examples =
        sample.stream().map(row -> row.toExample(columns, row.own() ? own : other)).toList();
    LinearSvm.Plane found =
        LinearSvm.fit(examples, isWide(size) ? columns.length : size, REGULARIZATION);
    ColumnValues coefficients =
        isWide(size)
            ? ColumnValues.of(size, 0, columns, found.coefficients())
            : ColumnValues.full(found.coefficients());
    return new Margin(coefficients, found.intercept());
  }

  /** The columns in which a row has a value. */
  private static int[] columns(List<Sampled> sample) {
    ColumnSlots columns = new ColumnSlots();
    for (Sampled row : sample) {
      for (int column : row.indices()) {
        columns.of(column);
      }
    }

    return columns.columns();
  }

  /** What each row of a side weighs: less than 1 if they are more than a sample has. */
  private static double weight(List<Sampled> side, double most) {
    double rows = side.stream().mapToLong(Sampled::rows).sum();
    return Math.min(1, Math.max(most, side.size()) / Math.max(1, rows));
  }
}

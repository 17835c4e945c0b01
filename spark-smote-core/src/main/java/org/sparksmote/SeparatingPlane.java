// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.synth.ColumnSlots;
import org.sparksmote.internal.synth.KeyedRandom;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A linear support vector machine of one class against the others, by Spark ML. It is trained on a
 * bounded keyed sample in one partition and a fixed order: sums in another order differ in their
 * last bits, and with them the support vectors. Of wide rows it sees only the columns in which a
 * row of the sample has a value; the others have the coefficient 0 anyway.
 */
final class SeparatingPlane implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Sampled rows of either side, about; fewer when they are wide. */
  private static final int SAMPLE = 10_000;

  private static final int SAMPLE_VALUES = 10_000_000;
  private static final int LEAST_SAMPLE = 100;

  /** What a value of a wide row may cost: a column of its own, and a place in the optimizer. */
  private static final long COLUMN_VALUES = 25;

  /** Marks the draw that chooses the sample. */
  private static final int SAMPLE_DRAW = -3;

  /** Spark's name of what RDDs and jobs of a thread are shown as. */
  private static final String CALL_SITE = "callSite.short";

  private static final double REGULARIZATION = 0.01;

  /** Every iteration is a small Spark job, and support vectors need no more digits. */
  private static final int ITERATIONS = 30;

  private static final double TOLERANCE = 1e-4;

  /** A row of the sample; it travels as a Row. Narrow rows have no indices but all values. */
  private record Sampled(long key, boolean own, int[] indices, double[] values) {

    Row toRow() {
      return RowFactory.create(key, own, indices, values);
    }

    static Sampled of(Row row) {
      return new Sampled(row.getLong(0), row.getBoolean(1), row.getAs(2), row.getAs(3));
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
  static Margin fit(
      SmoteParams params,
      InputSchema input,
      Dataset<?> data,
      ClassCounter.Counts counts,
      ClassPlan plan,
      long others) {
    double most = Math.max(LEAST_SAMPLE, Math.min(SAMPLE, SAMPLE_VALUES / values(counts)));
    SeparatingPlane plane =
        new SeparatingPlane(
            FeatureReader.of(input),
            plan.count().key(),
            most / plan.count().usable(),
            most / Math.max(1, others),
            params.getSeed());
    List<Sampled> sample =
        Passes.collect(input.select(data, false), plane::sample).stream()
            .map(Sampled::of)
            .sorted(Comparator.comparingLong(Sampled::key).thenComparing(Sampled::own))
            .toList();
    return sample.isEmpty()
        ? new Margin(ColumnValues.same(counts.size(), 0), 0)
        : train(data.sparkSession(), counts.size(), sample);
  }

  /** What a row of the sample costs, in values of dense rows. */
  private static long values(ClassCounter.Counts counts) {
    long stored = Math.max(1, counts.storedPerRow()) * COLUMN_VALUES;
    return isWide(counts.size()) ? Math.min(counts.size(), stored) : Math.max(1, counts.size());
  }

  private static boolean isWide(int size) {
    return size > RowStore.MAX_DENSE_SIZE;
  }

  private Iterator<Row> sample(Iterator<Row> rows) {
    List<Row> sampled = new ArrayList<>();
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
          FeatureRow kept = RowBlend.inForm(features.copy(), isWide(features.size));
          sampled.add(new Sampled(key, own, kept.indices, kept.values).toRow());
        }
      }
    }

    return sampled.iterator();
  }

  private static Margin train(SparkSession spark, int size, List<Sampled> sample) {
    StructType schema =
        new StructType()
            .add("features", SQLDataTypes.VectorType(), false)
            .add("label", DataTypes.DoubleType, false);
    int[] columns = isWide(size) ? columns(sample) : new int[0];
    List<Row> rows =
        sample.stream()
            .map(row -> RowFactory.create(features(row, size, columns), row.own() ? 1.0 : 0.0))
            .toList();
    LinearSVCModel model = fit(spark.createDataFrame(rows, schema).coalesce(1));
    double[] found = model.coefficients().toArray();
    return new Margin(
        isWide(size)
            ? ColumnValues.of(size, 0, columns, Arrays.copyOf(found, columns.length))
            : ColumnValues.full(found),
        model.intercept());
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

  private static Vector features(Sampled row, int size, int[] columns) {
    if (!isWide(size)) {
      return Vectors.dense(row.values());
    }

    int[] places = new int[row.indices().length];
    Arrays.setAll(places, i -> Arrays.binarySearch(columns, row.indices()[i]));
    return Vectors.sparse(Math.max(1, columns.length), places, row.values()).compressed();
  }

  private static LinearSVCModel fit(Dataset<Row> sample) {
    LinearSVC learner =
        new LinearSVC().setRegParam(REGULARIZATION).setMaxIter(ITERATIONS).setTol(TOLERANCE);
    SparkContext context = sample.sparkSession().sparkContext();
    String before = context.getLocalProperty(CALL_SITE);
    String site = "support vectors by " + learner.uid();
    context.setLocalProperty(CALL_SITE, site);
    try {
      return learner.fit(sample);
    } finally {
      context.setLocalProperty(CALL_SITE, before);
      unpersist(context, site);
    }
  }

  /** What the learner persists is left behind if it is interrupted; the call site tells whose. */
  private static void unpersist(SparkContext context, String site) {
    CollectionConverters.asJava(context.getPersistentRDDs()).values().stream()
        .filter(rdd -> rdd.toString().contains(site))
        .forEach(rdd -> rdd.unpersist(false));
  }
}

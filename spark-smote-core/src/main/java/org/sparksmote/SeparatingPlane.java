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
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.synth.KeyedRandom;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A linear support vector machine of one class against the others, by Spark ML. It is trained on a
 * bounded keyed sample in one partition and a fixed order: sums in another order differ in their
 * last bits, and with them the support vectors.
 */
final class SeparatingPlane implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Sampled rows of either side, about; fewer when they are wide. */
  private static final int SAMPLE = 10_000;

  private static final int SAMPLE_VALUES = 10_000_000;
  private static final int LEAST_SAMPLE = 100;

  /** Marks the draw that chooses the sample. */
  private static final int SAMPLE_DRAW = -3;

  /** Spark's name of what RDDs and jobs of a thread are shown as. */
  private static final String CALL_SITE = "callSite.short";

  private static final double REGULARIZATION = 0.01;

  /** Every iteration is a small Spark job, and support vectors need no more digits. */
  private static final int ITERATIONS = 30;

  private static final double TOLERANCE = 1e-4;

  /** A row of the sample; it travels as a Row. */
  private record Sampled(long key, boolean own, double[] values) {

    Row toRow() {
      return RowFactory.create(key, own, values);
    }

    static Sampled of(Row row) {
      return new Sampled(row.getLong(0), row.getBoolean(1), row.getAs(2));
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

  /** Coefficients, then intercept; a row of the class within the margin has a value up to 1. */
  static double[] fit(
      SmoteParams params,
      InputSchema input,
      Dataset<?> data,
      int columns,
      ClassPlan plan,
      long others) {
    double most = Math.max(LEAST_SAMPLE, Math.min(SAMPLE, SAMPLE_VALUES / Math.max(1, columns)));
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
    return sample.isEmpty() ? new double[columns + 1] : train(data.sparkSession(), sample);
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
          double[] values = new double[features.size];
          features.copyTo(values, 0);
          sampled.add(new Sampled(key, own, values).toRow());
        }
      }
    }

    return sampled.iterator();
  }

  private static double[] train(SparkSession spark, List<Sampled> sample) {
    StructType schema =
        new StructType()
            .add("features", SQLDataTypes.VectorType(), false)
            .add("label", DataTypes.DoubleType, false);
    List<Row> rows =
        sample.stream()
            .map(row -> RowFactory.create(Vectors.dense(row.values()), row.own() ? 1.0 : 0.0))
            .toList();
    LinearSVCModel model = fit(spark.createDataFrame(rows, schema).coalesce(1));
    double[] coefficients = model.coefficients().toArray();
    double[] plane = Arrays.copyOf(coefficients, coefficients.length + 1);
    plane[coefficients.length] = model.intercept();
    return plane;
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

// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import io.sparksmote.internal.synth.KeyedRandom;
import io.sparksmote.internal.synth.LinearMargin;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A linear support vector machine of one class against the others. It is trained on the driver, on
 * a bounded keyed sample in a fixed order: sums in another order differ in their last bits, and
 * with them the support vectors.
 */
final class SeparatingPlane implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Sampled rows of either side, about; fewer when they are wide. */
  private static final int SAMPLE = 10_000;

  private static final int SAMPLE_VALUES = 10_000_000;
  private static final int LEAST_SAMPLE = 100;

  /** Marks the draw that chooses the sample. */
  private static final int SAMPLE_DRAW = -3;

  /** A row of the sample. */
  private record Sampled(long key, boolean own, double[] values) implements Serializable {}

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
      SmoteParams<?> params,
      InputSchema input,
      Dataset<?> data,
      int columns,
      ClassPlan plan,
      long others) {
    double most = Math.max(LEAST_SAMPLE, Math.min(SAMPLE, SAMPLE_VALUES / Math.max(1, columns)));
    SeparatingPlane plane =
        new SeparatingPlane(
            FeatureReader.of(input),
            plan.count().label(),
            most / plan.count().usable(),
            most / Math.max(1, others),
            params.getSeed());
    List<Sampled> sample =
        new ArrayList<>(
            input.select(data, false).javaRDD().mapPartitions(plane::sample).collect()); // bounded
    sample.sort(Comparator.comparingLong(Sampled::key).thenComparing(Sampled::own));
    return train(sample, columns);
  }

  private Iterator<Sampled> sample(Iterator<Row> rows) {
    List<Sampled> sampled = new ArrayList<>();
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
          sampled.add(new Sampled(key, own, values));
        }
      }
    }

    return sampled.iterator();
  }

  private static double[] train(List<Sampled> sample, int columns) {
    boolean[] own = new boolean[sample.size()];
    double[][] rows = new double[own.length][];
    for (int i = 0; i < own.length; i++) {
      own[i] = sample.get(i).own();
      rows[i] = sample.get(i).values();
    }

    return LinearMargin.fit(rows, own, columns);
  }
}

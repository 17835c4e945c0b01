// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.distance;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.columns.NominalFeatures;
import org.sparksmote.internal.knn.CategoryPoints;
import org.sparksmote.internal.knn.DensePoints;
import org.sparksmote.internal.knn.MixedPoints;
import org.sparksmote.internal.knn.Points;
import org.sparksmote.internal.rows.EuclideanLength;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.FeatureWeights;
import org.sparksmote.internal.rows.RowStore;

/**
 * How far rows of a class are from each other. Numbers count by their weighted difference; two
 * categories of a nominal feature by one distance for all (SMOTE-NC), or by how differently the
 * classes are distributed in them (SMOTE-N).
 */
public final class RowDistance implements Serializable {

  private static final long serialVersionUID = 1L;

  private final FeatureWeights weights;
  private final boolean[] nominal; // empty if every feature is a number
  private final double mismatch;
  private final @Nullable ValueTables values;

  private RowDistance(
      FeatureWeights weights, boolean[] nominal, double mismatch, @Nullable ValueTables values) {
    this.weights = weights;
    this.nominal = nominal;
    this.mismatch = mismatch;
    this.values = values;
  }

  /** Over numbers alone. */
  public static RowDistance ofNumbers(FeatureWeights weights) {
    return new RowDistance(weights, new boolean[0], 0, null);
  }

  /** Over numbers and categories; two unlike categories are {@code mismatch} from each other. */
  public static RowDistance mixed(
      FeatureWeights weights, NominalFeatures nominal, double mismatch) {
    return new RowDistance(weights, nominal.flags(weights.size()), mismatch, null);
  }

  /** Over categories alone, by the classes of the rows that have them. */
  public static RowDistance ofValues(FeatureWeights weights, ValueTables values) {
    return new RowDistance(weights, new boolean[0], 0, values);
  }

  /**
   * The median of the numeric features' standard deviations, scaled for distance; 0 if there is no
   * such feature.
   */
  public static double medianDeviation(
      double[] deviations, FeatureWeights weights, NominalFeatures nominal) {
    double[] numeric = new double[deviations.length]; // none known: the class has no valid row
    int count = 0;
    for (int j = 0; j < numeric.length; j++) {
      if (!nominal.contains(j)) {
        numeric[count++] = deviations[j] * weights.values().at(j);
      }
    }

    Arrays.sort(numeric, 0, count);
    int half = count / 2;
    boolean odd = count % 2 == 1;
    return count == 0 ? 0 : odd ? numeric[half] : numeric[half - 1] / 2 + numeric[half] / 2;
  }

  FeatureWeights weights() {
    return weights;
  }

  /** The distance that two unlike categories have. */
  double mismatch() {
    return mismatch;
  }

  /** Whether no category counts. */
  boolean isOfNumbers() {
    return values == null && nominal.length == 0;
  }

  /** The shares of the classes by value, if these decide. */
  @Nullable ValueTables values() {
    return values;
  }

  boolean isNominal(int feature) {
    return nominal.length > 0 && nominal[feature];
  }

  /** How many features count as categories of one distance. */
  int nominalFeatures() {
    int count = 0;
    for (boolean flag : nominal) {
      count += flag ? 1 : 0;
    }

    return count;
  }

  /** The points of a cell as the neighbour search sees them. */
  public Points points(RowStore rows) {
    if (values != null) {
      return CategoryPoints.of(rows.values(), rows.points(), values.tables());
    }

    if (rows.isCompressed()) {
      return rows.sparsePoints(weights.values());
    }

    return nominal.length == 0
        ? DensePoints.of(rows.values(), rows.points(), weights.values().toArray())
        : MixedPoints.of(
            rows.values(), rows.points(), nominal, weights.values().toArray(), mismatch);
  }

  /** The distance of two rows. */
  public double between(FeatureRow a, FeatureRow b) {
    return between(a, b, Double.POSITIVE_INFINITY);
  }

  /** The distance of two rows, or something above {@code limit} if it is. */
  public double between(FeatureRow a, FeatureRow b, double limit) {
    if (isOfNumbers()) {
      return weights.distance(a, b, limit);
    }

    double[] x = dense(a);
    double[] y = dense(b);
    double[] differences = new double[x.length];
    Arrays.setAll(differences, j -> difference(j, x[j], y[j]));
    return EuclideanLength.of(differences);
  }

  private double difference(int feature, double a, double b) {
    if (values != null) {
      return values.difference(feature, a, b);
    }

    if (nominal[feature]) {
      return a == b ? 0 : mismatch;
    }

    return (a - b) * weights.values().at(feature);
  }

  private static double[] dense(FeatureRow row) {
    if (!row.sparse) {
      return row.values;
    }

    double[] values = new double[row.size];
    row.copyTo(values, 0);
    return values;
  }
}

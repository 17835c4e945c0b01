// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.distance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.columns.NominalFeatures;
import org.sparksmote.internal.keyed.NominalCode;
import org.sparksmote.internal.knn.Sketch;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.RowStore;

/**
 * The dense, scaled form of a row on which hash trees work: the row itself, or a random projection
 * of it when it is wide.
 *
 * <p>Categories become signs hashed from them, so that two of them are on average as far from each
 * other in the image as they are in truth; or, for the Value Difference Metric, the shares of the
 * classes.
 */
public final class ImageReader {

  /**
   * Added to -0.0, gives 0.0: rows that differ in the sign of a zero are one, so is their image.
   */
  private static final double POSITIVE_ZERO = 0.0;

  private final RowDistance distance;
  private final ColumnValues weights;
  private final @Nullable ValueTables values;
  private final int perCategory;
  private final boolean wide;
  private final double[] image;
  private final double[] dense;

  /** One reader per task: the array that it fills is used again. */
  public ImageReader(RowDistance distance) {
    this.distance = distance;
    this.weights = distance.weights().values();
    this.values = distance.values();
    this.perCategory =
        values == null ? NominalFeatures.SIGNS : values.classes() == 2 ? 1 : values.classes();
    int nominal = values == null ? distance.nominalFeatures() : weights.size();
    int dims = weights.size() - nominal + nominal * perCategory;
    this.wide = dims > RowStore.MAX_DENSE_SIZE;
    this.image = new double[wide ? Sketch.DIMS : dims];
    this.dense = new double[nominal > 0 ? weights.size() : 0];
  }

  /** The image of the row, in an array that the next call fills anew. */
  public double[] read(FeatureRow row) {
    Arrays.fill(image, 0);
    if (dense.length > 0) {
      readCategories(row);
    } else if (wide) {
      sketch(row);
    } else {
      row.copyTo(image, 0);
      double[] factors = weights.toArray();
      for (int j = 0; j < image.length; j++) {
        image[j] = image[j] * factors[j] + POSITIVE_ZERO;
      }
    }

    return image;
  }

  private void sketch(FeatureRow row) {
    for (int i = 0; i < row.values.length; i++) {
      int column = row.column(i);
      Sketch.add(column, row.values[i] * weights.at(column), image);
    }
  }

  private void readCategories(FeatureRow row) {
    Arrays.fill(dense, 0);
    row.copyTo(dense, 0);
    int at = 0;
    for (int j = 0; j < dense.length; j++) {
      if (values != null) {
        at = putShares(values, j, at);
      } else if (distance.isNominal(j)) {
        at = putSigns(j, at);
      } else {
        put(at++, dense[j] * weights.at(j));
      }
    }
  }

  /** Of two classes one share tells the other; the factor makes up for it. */
  private int putShares(ValueTables tables, int feature, int at) {
    for (int c = 0; c < perCategory; c++) {
      double share = tables.share(feature, dense[feature], c);
      put(at + c, perCategory == 1 ? 2 * share : share);
    }

    return at + perCategory;
  }

  /** Two categories differ in half of their signs, each time by twice the step. */
  private int putSigns(int feature, int at) {
    double step = distance.mismatch() / Math.sqrt(2.0 * NominalFeatures.SIGNS);
    long signs = NominalCode.bits(feature, dense[feature]);
    for (int i = 0; i < NominalFeatures.SIGNS; i++) {
      put(at + i, (signs >>> i & 1) == 0 ? step : -step);
    }

    return at + NominalFeatures.SIGNS;
  }

  private void put(int column, double value) {
    if (wide) {
      Sketch.add(column, value, image);
    } else {
      image[column] = value + POSITIVE_ZERO;
    }
  }
}

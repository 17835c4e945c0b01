// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import io.sparksmote.internal.knn.Sketch;

/**
 * The dense, scaled form of a row on which hash trees work: the row itself, or a random projection
 * of it when it is wide.
 */
final class ImageReader {

  private final double[] weights;
  private final boolean wide;

  ImageReader(double[] weights) {
    this.weights = weights;
    this.wide = weights.length > RowStore.MAX_DENSE_SIZE;
  }

  /** A new image of the row. */
  double[] read(FeatureRow row) {
    return wide ? sketch(row) : scaled(row);
  }

  private double[] scaled(FeatureRow row) {
    double[] image = new double[row.size];
    row.copyTo(image, 0);
    for (int j = 0; j < image.length; j++) {
      image[j] *= weights[j];
    }

    return image;
  }

  private double[] sketch(FeatureRow row) {
    double[] image = new double[Sketch.DIMS];
    for (int i = 0; i < row.values.length; i++) {
      int column = row.column(i);
      Sketch.add(column, row.values[i] * weights[column], image);
    }

    return image;
  }
}

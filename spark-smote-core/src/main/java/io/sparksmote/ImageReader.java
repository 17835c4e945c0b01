// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import io.sparksmote.internal.knn.Sketch;
import java.util.Arrays;

/**
 * The dense, scaled form of a row on which hash trees work: the row itself, or a random projection
 * of it when it is wide.
 */
final class ImageReader {

  private final double[] weights;
  private final boolean wide;
  private final double[] image;

  ImageReader(double[] weights) {
    this.weights = weights;
    this.wide = weights.length > RowStore.MAX_DENSE_SIZE;
    this.image = new double[wide ? Sketch.DIMS : weights.length];
  }

  /** The image of the row, in an array that the next call fills anew. */
  double[] read(FeatureRow row) {
    Arrays.fill(image, 0);
    if (wide) {
      sketch(row);
      return image;
    }

    row.copyTo(image, 0);
    for (int j = 0; j < image.length; j++) {
      image[j] *= weights[j];
    }

    return image;
  }

  private void sketch(FeatureRow row) {
    for (int i = 0; i < row.values.length; i++) {
      int column = row.column(i);
      Sketch.add(column, row.values[i] * weights[column], image);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/** A hyperplane of a {@link HashTree}: unit direction, threshold on it, half-width of the halo. */
record Plane(double[] direction, double threshold, double halfWidth) {

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }

    return sum;
  }
}

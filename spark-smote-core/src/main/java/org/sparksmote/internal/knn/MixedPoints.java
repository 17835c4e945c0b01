// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;
import java.util.Locale;
import org.sparksmote.internal.keyed.Mix;

/**
 * Points of numeric and nominal columns, at the distance of SMOTE-NC (Chawla et al., 2002): two
 * different categories are as far from each other as {@code mismatch}, whichever they are.
 *
 * <p>The image holds the numeric columns and then each nominal one: nothing if it is constant; one
 * coordinate per category if these are few, at which any two are equally far; nothing if hardly any
 * two points agree, as a distance that nearly all have decides nothing; else signs hashed from the
 * category, at which two are so far on average.
 */
public final class MixedPoints implements Points {
  private static final int MOST_CORNERS = 32;

  /** So many that their noise does not hide the numeric columns. */
  private static final int SIGNS = 32;

  /** A column in which fewer pairs of points agree is left out of the image. */
  private static final double LEAST_AGREEMENT = 1.0 / 512;

  /** Each point is compared with so many others, about, to see how many agree. */
  private static final int PAIRS_PER_POINT = 2;

  private final double[] values;
  private final int size;
  private final boolean[] nominal;
  private final SafeScale scale;

  /** The categories of each nominal column in order of appearance; cut short where many. */
  private final double[][] categories;

  /** Coordinates of each nominal column in the image. */
  private final int[] coordinates;

  private final int dims;
  private final boolean exactImage;

  private MixedPoints(
      double[] values, int size, boolean[] nominal, SafeScale scale, double[][] categories) {
    this.values = values;
    this.size = size;
    this.nominal = nominal;
    this.scale = scale;
    this.categories = categories;
    this.coordinates = new int[nominal.length];
    int sum = 0;
    boolean exact = true;
    for (int j = 0; j < nominal.length; j++) {
      coordinates[j] = nominal[j] ? coordinatesOf(j) : 1;
      sum += coordinates[j];
      exact &= categories[j].length <= MOST_CORNERS;
    }

    this.dims = sum;
    this.exactImage = exact;
  }

  /**
   * Wraps {@code size} rows of finite values. Distances are over {@code value * weight} in numeric
   * columns; a nominal column holds category codes, compared by ==, and its weight is not read.
   */
  public static MixedPoints of(
      double[] values, int size, boolean[] nominal, double[] weights, double mismatch) {
    int columns = nominal.length;
    if (weights.length != columns || values.length < (long) size * columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot read points: %d values and %d weights for %d x %d",
              values.length,
              weights.length,
              size,
              columns));
    }

    if (!(mismatch >= 0 && mismatch <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "Cannot read points: the distance of two categories is " + mismatch);
    }

    double[] min = new double[columns];
    double[] max = new double[columns];
    double[] factors = weights.clone();
    double[][] categories = new double[columns][];
    for (int j = 0; j < columns; j++) {
      categories[j] = nominal[j] ? firstCategories(values, size, columns, j) : new double[0];
      if (nominal[j]) {
        max[j] = categories[j].length > 1 ? 1 : 0;
        factors[j] = mismatch;
      } else {
        findRange(values, size, columns, j, min, max);
      }
    }

    SafeScale scale = SafeScale.of(min, max, factors);
    return new MixedPoints(values, size, nominal.clone(), scale, categories);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int dims() {
    return dims;
  }

  @Override
  public void read(int point, double[] out) {
    int base = point * nominal.length;
    int at = 0;
    for (int j = 0; j < nominal.length; j++) {
      if (!nominal[j]) {
        out[at++] = scale.apply(j, values[base + j]);
      }
    }

    for (int j = 0; j < nominal.length; j++) {
      if (nominal[j]) {
        writeCategory(j, values[base + j], out, at);
        at += coordinates[j];
      }
    }
  }

  @Override
  public double squaredDistance(int a, int b) {
    int baseA = a * nominal.length;
    int baseB = b * nominal.length;
    double sum = 0;
    for (int j = 0; j < nominal.length; j++) {
      double x = values[baseA + j];
      double y = values[baseB + j];
      double t =
          nominal[j] ? scale.apply(j, x == y ? 0 : 1) : scale.apply(j, x) - scale.apply(j, y);
      sum += t * t;
    }

    return sum;
  }

  @Override
  public boolean exactImage() {
    return exactImage;
  }

  private int coordinatesOf(int column) {
    int known = categories[column].length;
    if (known > MOST_CORNERS) {
      return agreement(column) < LEAST_AGREEMENT ? 0 : SIGNS;
    }

    return known > 1 ? known : 0;
  }

  /** The share of pairs of points that agree in a column, among some in key order. */
  private double agreement(int column) {
    long same = 0;
    long pairs = 0;
    for (int step = 1; step <= PAIRS_PER_POINT; step++) {
      for (int i = step; i < size; i++, pairs++) {
        double other = values[(i - step) * nominal.length + column];
        same += values[i * nominal.length + column] == other ? 1 : 0;
      }
    }

    return (double) same / Math.max(1, pairs);
  }

  /**
   * Half of the squared mismatch lies on each of two corners, or all of it on half of the signs.
   */
  private void writeCategory(int column, double code, double[] out, int at) {
    double[] known = categories[column];
    double mismatch = scale.apply(column, 1);
    if (known.length > MOST_CORNERS) {
      double step = mismatch / Math.sqrt(2.0 * SIGNS);
      // Adding 0 makes -0.0 the 0.0 that it equals.
      long signs = Mix.child(column, Double.doubleToLongBits(code + 0.0));
      for (int i = 0; i < coordinates[column]; i++) {
        out[at + i] = (signs >>> i & 1) == 0 ? step : -step;
      }
    } else if (known.length > 1) {
      for (int i = 0; i < known.length; i++) {
        out[at + i] = known[i] == code ? mismatch * Math.sqrt(0.5) : 0;
      }
    }
  }

  /** Returns the categories of a column, or the first of them, one more than get a corner each. */
  private static double[] firstCategories(double[] values, int size, int columns, int column) {
    double[] found = new double[MOST_CORNERS + 1];
    int count = 0;
    for (int i = 0; i < size && count < found.length; i++) {
      double code = values[i * columns + column];
      int place = 0;
      while (place < count && found[place] != code) {
        place++;
      }

      found[place] = code;
      count = Math.max(count, place + 1);
    }

    return Arrays.copyOf(found, count);
  }

  private static void findRange(
      double[] values, int size, int columns, int column, double[] min, double[] max) {
    min[column] = Double.POSITIVE_INFINITY;
    max[column] = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      min[column] = Math.min(min[column], values[i * columns + column]);
      max[column] = Math.max(max[column], values[i * columns + column]);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.distance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.sparksmote.internal.knn.CategoryPoints;

/**
 * For every nominal feature and value how the classes are distributed among the rows that have it:
 * the Value Difference Metric compares values by that (Stanfill and Waltz, 1986).
 */
public final class ValueTables implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int classes;
  private final double[][] codes; // per feature, ascending
  private final double[][] shares; // per feature, the shares of the classes code after code

  private ValueTables(int classes, double[][] codes, double[][] shares) {
    this.classes = classes;
    this.codes = codes;
    this.shares = shares;
  }

  /**
   * From the rows per class of each value.
   *
   * @param counts per feature the values, and for each of them its rows in every class
   */
  public static ValueTables of(int classes, List<? extends NavigableMap<Double, long[]>> counts) {
    double[][] codes = new double[counts.size()][];
    double[][] shares = new double[counts.size()][];
    for (int j = 0; j < codes.length; j++) {
      Map<Double, long[]> ofFeature = counts.get(j);
      codes[j] = ofFeature.keySet().stream().mapToDouble(Double::doubleValue).toArray();
      shares[j] = shares(classes, ofFeature.values());
    }

    return new ValueTables(classes, codes, shares);
  }

  private static double[] shares(int classes, Collection<long[]> counts) {
    double[] shares = new double[counts.size() * classes];
    int at = 0;
    for (long[] rows : counts) {
      double total = Arrays.stream(rows).sum();
      for (long count : rows) {
        shares[at++] = count / total;
      }
    }

    return shares;
  }

  int classes() {
    return classes;
  }

  /** The share of a class among the rows that have a value; 0 for a value not counted. */
  double share(int feature, double code, int classIndex) {
    int place = place(feature, code);
    return place < 0 ? 0 : shares[feature][place * classes + classIndex];
  }

  private int place(int feature, double code) {
    return Arrays.binarySearch(codes[feature], code + 0.0); // -0.0 is the 0.0 it equals
  }

  /** How far two values of a feature are from each other: the sum of the differences of shares. */
  double difference(int feature, double a, double b) {
    if (a == b) {
      return 0;
    }

    int placeA = place(feature, a);
    int placeB = place(feature, b);
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      double shareA = placeA < 0 ? 0 : shares[feature][placeA * classes + c];
      double shareB = placeB < 0 ? 0 : shares[feature][placeB * classes + c];
      sum += Math.abs(shareA - shareB);
    }

    return sum;
  }

  /** The tables as the neighbour search takes them. */
  List<CategoryPoints.Table> tables() {
    List<CategoryPoints.Table> tables = new ArrayList<>();
    for (int j = 0; j < codes.length; j++) {
      double[] flat = shares[j];
      double[][] rows = new double[codes[j].length][];
      Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * classes, (i + 1) * classes));
      tables.add(new CategoryPoints.Table(codes[j], rows));
    }

    return tables;
  }
}

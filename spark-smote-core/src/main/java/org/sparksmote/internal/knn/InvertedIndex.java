// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * For each column of wide sparse points the candidates that have a value there. A query only meets
 * those that share a column with it; of all others the shortest are nearest.
 *
 * <p>Candidates stand in places by their length, shortest first. Floats, because the time goes into
 * fetching memory; a power of two puts the largest value near 2^{@value #TOP_EXPONENT}, which keeps
 * sums finite.
 */
final class InvertedIndex {
  private static final int TOP_EXPONENT = 30;
  private static final double UNIT = 0x1p-24;

  /** Values as small as floats cannot hold, times the largest. */
  private static final double VANISHED = 0x1p-110;

  /**
   * What all indexes of some points have in common.
   *
   * @param factor the power of two by which values are multiplied
   * @param roundings how far roundings may move an estimate, relative to the norms
   * @param vanished the same by values too small for floats
   */
  record Scale(double factor, double roundings, double vanished) {

    static Scale of(SparsePoints points) {
      double largest = 0;
      int longest = 0;
      for (int row = 0; row < points.size(); row++) {
        longest = Math.max(longest, points.end(row) - points.start(row));
        for (int at = points.start(row); at < points.end(row); at++) {
          largest = Math.max(largest, Math.abs(points.scaled(at)));
        }
      }

      int exponent = largest > 0 ? TOP_EXPONENT - Math.getExponent(largest) : 0;
      double steps = longest + 4;
      return new Scale(Math.scalb(1.0, exponent), 8 * UNIT * steps, VANISHED * steps);
    }

    /** Returns a squared distance in the unit of norms and estimates. */
    double inUnit(double squaredDistance) {
      return squaredDistance * factor * factor;
    }
  }

  private final SparsePoints points;
  private final Scale scale;
  private final int[] candidates; // by place
  private final int[] starts; // per column, in the next two
  private final int[] places;
  private final float[] values;
  private final float[]
      state; // per place the norm, then the product with the query, NaN if not met
  private final int[] met;
  private int metCount;
  private float queryNorm;

  /** Indexes some of the points. */
  InvertedIndex(SparsePoints points, int[] candidates, Scale scale) {
    this.points = points;
    this.scale = scale;
    this.candidates = byNorm(candidates);
    this.starts = columnStarts(points, candidates);
    this.places = new int[starts[points.columns()]];
    this.values = new float[places.length];
    this.state = new float[Math.multiplyExact(2, candidates.length)];
    this.met = new int[candidates.length];
    fill();
  }

  private int[] byNorm(int[] rows) {
    long[] packed = new long[rows.length];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = (long) Float.floatToIntBits(normOf(rows[i])) << 32 | rows[i];
    }

    Arrays.sort(packed); // bits of norms are ordered as they are
    return Arrays.stream(packed).mapToInt(row -> (int) row).toArray();
  }

  private float normOf(int row) {
    double norm = 0;
    for (int at = points.start(row); at < points.end(row); at++) {
      double value = points.scaled(at) * scale.factor();
      norm += value * value;
    }

    return (float) norm;
  }

  private static int[] columnStarts(SparsePoints points, int[] rows) {
    int[] starts = new int[points.columns() + 1];
    for (int row : rows) {
      for (int at = points.start(row); at < points.end(row); at++) {
        starts[points.column(at) + 1]++;
      }
    }

    for (int c = 0; c < points.columns(); c++) {
      starts[c + 1] += starts[c];
    }

    return starts;
  }

  private void fill() {
    int[] next = starts.clone();
    for (int place = 0; place < candidates.length; place++) {
      int row = candidates[place];
      state[2 * place] = normOf(row);
      state[2 * place + 1] = Float.NaN;
      for (int at = points.start(row); at < points.end(row); at++) {
        int entry = next[points.column(at)]++;
        places[entry] = place;
        values[entry] = (float) (points.scaled(at) * scale.factor());
      }
    }
  }

  /**
   * Makes a point the query: multiplies it with the candidates that share a column with it, and
   * returns how many it met. It reads so many entries of the index, or all if there are fewer;
   * first those that tell most, of rare columns with much weight, and of short rows.
   */
  int meet(int query, int entries) {
    forget();
    queryNorm = normOf(query);
    int left = entries;
    for (int at : byCost(query)) {
      float value = (float) (points.scaled(at) * scale.factor());
      if (value == 0) {
        continue; // constant columns tell nothing, and all rows may be there
      }

      int start = starts[points.column(at)];
      int end = start + Math.min(left, starts[points.column(at) + 1] - start);
      left -= end - start;
      meet(start, end, value);
    }

    return metCount;
  }

  private void meet(int start, int end, float value) {
    float[] products = state; // fields are slow in this loop
    int[] found = met;
    int count = metCount;
    for (int entry = start; entry < end; entry++) {
      int product = 2 * places[entry] + 1;
      float known = products[product];
      if (Float.isNaN(known)) {
        found[count++] = places[entry];
        known = 0;
      }

      products[product] = known + value * values[entry];
    }

    metCount = count;
  }

  private void forget() {
    for (int i = 0; i < metCount; i++) {
      state[2 * met[i] + 1] = Float.NaN;
    }

    metCount = 0;
  }

  /** Where the values of a row stand, by what it costs to look them up. */
  private int[] byCost(int row) {
    int start = points.start(row);
    long[] costs = new long[points.end(row) - start];
    for (int i = 0; i < costs.length; i++) {
      double value = points.scaled(start + i) * scale.factor();
      int column = points.column(start + i);
      float cost = (float) ((starts[column + 1] - starts[column]) / (value * value));
      costs[i] = (long) Float.floatToIntBits(cost) << 32 | i;
    }

    Arrays.sort(costs);
    int[] order = new int[costs.length];
    Arrays.setAll(order, i -> start + (int) costs[i]);
    return order;
  }

  /** Returns the number of candidates, and so of places. */
  int size() {
    return candidates.length;
  }

  /** Returns the place of a candidate that the query met, perhaps itself. */
  int met(int i) {
    return met[i];
  }

  boolean isMet(int place) {
    return !Float.isNaN(state[2 * place + 1]);
  }

  /** Returns the point in a place. */
  int point(int place) {
    return candidates[place];
  }

  /** Returns the squared distance of the query from a candidate, by the entries it read. */
  float estimate(int place) {
    float product = state[2 * place + 1];
    float apart = queryNorm + state[2 * place];
    return Float.isNaN(product) ? apart : apart - 2 * product;
  }

  /**
   * Returns more than roundings can move an estimate, and a true distance, if all entries were
   * read.
   */
  double slack(int place) {
    return scale.roundings() * ((double) queryNorm + state[2 * place]) + scale.vanished();
  }
}

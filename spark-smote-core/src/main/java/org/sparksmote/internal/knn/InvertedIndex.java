// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * For each column of wide sparse points the candidates that have a value there. A query only meets
 * those that share a column with it; of all others the shortest are nearest.
 *
 * <p>|q - p|² = |q|² - 2 (qp - |p|² / 2): one number per candidate, its <i>score</i>, which is in
 * the brackets, tells how near it is. Candidates stand in places by their length, shortest first,
 * and so by their score as long as the query has met nobody. Floats, because the time goes into
 * fetching memory; a power of two puts the largest value near 2^{@value #TOP_EXPONENT}, which keeps
 * sums finite.
 */
final class InvertedIndex {
  private static final int TOP_EXPONENT = 30;
  private static final double UNIT = 0x1p-24;

  /** Values as small as floats cannot hold, times the largest. */
  private static final double VANISHED = 0x1p-110;

  /** To find a column takes as long as to read so many entries of it. */
  private static final int LOOK_UP = 32;

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

    /** Returns a value of a row. */
    float value(SparsePoints points, int at) {
      return (float) (points.scaled(at) * factor);
    }

    /** Returns the squared length of a row. */
    float norm(SparsePoints points, int row) {
      double norm = 0;
      for (int at = points.start(row); at < points.end(row); at++) {
        double value = points.scaled(at) * factor;
        norm += value * value;
      }

      return (float) norm;
    }
  }

  private final Scale scale;
  private final int[] candidates; // by place
  private final int[] starts; // per column, in the next
  private final long[] entries; // place, then value: one number, as each look-up waits for memory
  private final float[] scores; // per place the score before a query came, then that with it
  private float queryNorm;
  private int[] ranges = new int[0]; // of entries that the query has read: from, to
  private int rangesLength;
  private int[] near = new int[0];
  private int nearCount;

  /** Indexes some of the points. */
  InvertedIndex(SparsePoints points, int[] candidates, Scale scale) {
    this.scale = scale;
    this.candidates = byNorm(points, candidates, scale);
    this.starts = new int[points.columns() + 1];
    int[] counts = points.rowsPerColumn(candidates);
    for (int c = 0; c < counts.length; c++) {
      starts[c + 1] = starts[c] + counts[c];
    }

    this.entries = new long[starts[counts.length]];
    this.scores = new float[Math.multiplyExact(2, candidates.length)];
    fill(points);
  }

  private static int[] byNorm(SparsePoints points, int[] rows, Scale scale) {
    long[] packed = new long[rows.length];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = (long) Float.floatToIntBits(scale.norm(points, rows[i])) << 32 | rows[i];
    }

    Arrays.sort(packed); // bits of norms are ordered as they are
    return Arrays.stream(packed).mapToInt(row -> (int) row).toArray();
  }

  private void fill(SparsePoints points) {
    int[] next = starts.clone();
    for (int place = 0; place < candidates.length; place++) {
      int row = candidates[place];
      scores[2 * place] = -0.5f * scale.norm(points, row);
      scores[2 * place + 1] = scores[2 * place];
      for (int at = points.start(row); at < points.end(row); at++) {
        int bits = Float.floatToRawIntBits(scale.value(points, at));
        entries[next[points.column(at)]++] = (long) place << 32 | (bits & 0xFFFF_FFFFL);
      }
    }
  }

  /**
   * How much of an index a query reads: of each column that it has a value in so many entries,
   * those of the shortest rows, and of all so many, first of columns that tell most for what they
   * cost.
   */
  record Reading(int perColumn, int inAll) {
    static final Reading ALL = new Reading(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** Makes a row the query, and multiplies it with all candidates. */
  void meetAll(InvertedQueries queries, int query) {
    meet(queries, query, Reading.ALL, Float.POSITIVE_INFINITY);
  }

  /**
   * Makes a row the query, and returns how many candidates are by what is read nearer than a limit.
   * Where there is no limit yet, so many of the shortest candidates set one. A candidate may be
   * counted more than once.
   */
  int meetNear(InvertedQueries queries, int query, Reading reading, float limit, int shortest) {
    int sure = limit == Float.POSITIVE_INFINITY ? Math.min(shortest, size()) : 0;
    float floor = sure > 0 ? scores[2 * sure - 2] : (queries.norm(query) - limit) / 2;
    meet(queries, query, reading, floor);
    for (int place = 0; place < sure || isAbove(floor, place); place++) {
      if (place < sure || scores[2 * place + 1] > floor) {
        reserve(1);
        near[nearCount++] = place;
      }
    }

    return nearCount;
  }

  private boolean isAbove(float floor, int place) {
    return place < size() && scores[2 * place] > floor;
  }

  private void meet(InvertedQueries queries, int query, Reading reading, float floor) {
    forget();
    queryNorm = queries.norm(query);
    int left = reading.inAll();
    for (int at = queries.start(query); at < queries.end(query) && left > 0; at++) {
      int start = starts[queries.column(at)];
      int most = Math.min(left, reading.perColumn());
      int end = start + Math.min(most, starts[queries.column(at) + 1] - start);
      left -= end - start;
      remember(start, end);
      reserve(end - start);
      meet(start, end, queries.value(at), floor);
    }
  }

  /** Adds to scores, and notes who comes above the floor by that. */
  private void meet(int start, int end, float value, float floor) {
    long[] read = entries; // fields are slow in this loop
    float[] changed = scores;
    int[] found = near;
    int count = nearCount;
    for (int at = start; at < end; at++) {
      int place = (int) (read[at] >>> 32);
      float before = changed[2 * place + 1];
      float after = before + value * Float.intBitsToFloat((int) read[at]);
      changed[2 * place + 1] = after;
      if (after > floor && before <= floor) {
        found[count++] = place;
      }
    }

    nearCount = count;
  }

  private void reserve(int more) {
    if (near.length - nearCount < more) {
      near = Arrays.copyOf(near, 2 * (nearCount + more));
    }
  }

  private void remember(int start, int end) {
    if (ranges.length == rangesLength) {
      ranges = Arrays.copyOf(ranges, 2 * rangesLength + 2);
    }

    ranges[rangesLength++] = start;
    ranges[rangesLength++] = end;
  }

  private void forget() {
    long[] read = entries;
    float[] changed = scores;
    for (int range = 0; range < rangesLength; range += 2) {
      int end = ranges[range + 1];
      for (int at = ranges[range]; at < end; at++) {
        int place = (int) (read[at] >>> 32);
        changed[2 * place + 1] = changed[2 * place];
      }
    }

    rangesLength = 0;
    nearCount = 0;
  }

  /** Returns what the last query cost, in entries read. */
  long cost() {
    long cost = 0;
    for (int range = 0; range < rangesLength; range += 2) {
      cost += LOOK_UP + ranges[range + 1] - ranges[range];
    }

    return cost;
  }

  /** Returns the number of candidates, and so of places. */
  int size() {
    return candidates.length;
  }

  /** Returns the place of a candidate found to be near, perhaps of the query itself. */
  int near(int i) {
    return near[i];
  }

  /** Returns the point in a place. */
  int point(int place) {
    return candidates[place];
  }

  /** Returns the squared distance of the query from a candidate, by the entries it read. */
  float estimate(int place) {
    return queryNorm - 2 * scores[2 * place + 1];
  }

  /**
   * Returns more than roundings can move an estimate, and a true distance, if all entries were
   * read.
   */
  double slack(int place) {
    return scale.roundings() * ((double) queryNorm - 2 * scores[2 * place]) + scale.vanished();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.nio.ByteBuffer;

/**
 * The locality-sensitive hash that splits one class into buckets: a shallow tree of hyperplanes.
 *
 * <p>Where a row lives is a pure function of its values, so identical rows share a bucket and a
 * retried task routes as the first one did. Rows near a plane also go to the other side, as
 * candidates only: a neighbour beyond the plane is then still found. How far a row is from a bucket
 * is the sum, over the planes between, of (its distance / the reach of near neighbours there)²; of
 * the rows nearer than 1 each bucket takes the nearest, and no more than were planned for it.
 *
 * <p>Nodes stand in preorder and a node of b buckets gives b/2 of them to its left, so the shape
 * needs no storage.
 */
public final class HashTree {
  private static final byte VERSION = 3;
  private static final double FAR = 0x1p300;

  /** For those who do not ask how far buckets are. */
  static final double[] NOBODY_ASKS = {};

  private final int buckets;
  private final int dims;

  /**
   * The two factors and the origin of each column; each apart, as their product may be no double.
   */
  private final double[] frame;

  /** Per node: a unit direction, the threshold on it, the reach of near neighbours along it. */
  private final double[] planes;

  /** Per bucket: how near, between 0 and 1, a row from elsewhere must be. */
  private final double[] limits;

  /** Per node: the largest limit below it. */
  private final double[] loosest;

  private final double reachable;

  HashTree(
      int buckets, int dims, double[] frame, double[] planes, double[] limits, double reachable) {
    this.buckets = buckets;
    this.dims = dims;
    this.frame = frame;
    this.planes = planes;
    this.limits = limits;
    this.reachable = reachable;
    this.loosest = new double[buckets - 1];
    loosen(0, 0, buckets);
  }

  /**
   * Learns a tree from a sample of the class.
   *
   * @param sample rows in key order, already scaled for distance
   * @param buckets how many buckets, at least 1
   * @param fraction the share of the rows of the class that is in the sample
   * @param halo the largest share of rows copied per level of the tree
   * @param copies rows that a bucket receives at most, in those that a bucket has on average
   * @param k neighbours that will be asked for
   * @param seed decides the directions tried
   */
  public static HashTree learn(
      double[][] sample,
      double fraction,
      int buckets,
      double halo,
      double copies,
      int k,
      long seed) {
    if (buckets < 1) {
      throw new IllegalArgumentException("Cannot split rows into " + buckets + " buckets");
    }

    return new HashTreeLearner(sample, fraction, buckets, halo, copies, k).learn(seed);
  }

  /**
   * Returns about which share of a row's k nearest is where it lives, at home or as a candidate, by
   * the sample.
   */
  public double reachable() {
    return reachable;
  }

  /** Returns the bucket in which a row lives. */
  public int home(double[] x) {
    double[] at = framed(x);
    int node = 0;
    int first = 0;
    int count = buckets;
    while (count > 1) {
      int left = count / 2;
      if (offset(node, at) < 0) {
        node++;
        count = left;
      } else {
        node += left;
        first += left;
        count -= left;
      }
    }

    return first;
  }

  /**
   * Writes the home of a row to {@code out[0]}, then the other buckets that need it as a candidate,
   * and returns how many buckets that are. {@code out} needs room for {@link #buckets} entries.
   */
  public int route(double[] x, int[] out) {
    return route(framed(x), out, NOBODY_ASKS);
  }

  /** Returns the tree as bytes for {@link #fromBytes}. */
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(17 + 8 * (frame.length + planes.length + limits.length));
    bytes.put(VERSION).putInt(buckets).putInt(dims).putDouble(reachable);
    bytes.asDoubleBuffer().put(frame).put(planes).put(limits);
    return bytes.array();
  }

  /** Reads a tree that {@link #toBytes} wrote. */
  public static HashTree fromBytes(byte[] written) {
    ByteBuffer bytes = ByteBuffer.wrap(written);
    byte version = bytes.get();
    int buckets = bytes.getInt();
    int dims = bytes.getInt();
    double reachable = bytes.getDouble();
    double[] frame = new double[3 * dims];
    double[] planes = new double[(buckets - 1) * (dims + 2)];
    double[] limits = new double[buckets];
    int values = frame.length + planes.length + limits.length;
    if (version != VERSION || bytes.remaining() != 8L * values) {
      throw new IllegalArgumentException(
          "Cannot read a hash tree: version " + version + ", " + written.length + " bytes");
    }

    bytes.asDoubleBuffer().get(frame).get(planes).get(limits);
    return new HashTree(buckets, dims, frame, planes, limits, reachable);
  }

  /**
   * Routes a row that is in the frame already, and writes to {@code far}, unless it is empty, how
   * far each of the buckets is.
   */
  int route(double[] framed, int[] out, double[] far) {
    Walk walk = new Walk(framed, out, far);
    walk.visit(0, 0, buckets, 0, true);
    return walk.found;
  }

  /** A row on its way to all the buckets that need it. */
  private final class Walk {
    private final double[] at;
    private final int[] out;
    private final double[] far;
    private int found;

    Walk(double[] at, int[] out, double[] far) {
      this.at = at;
      this.out = out;
      this.far = far;
    }

    void visit(int node, int first, int count, double away, boolean home) {
      if (!home && !(away < limit(node, first, count))) {
        return;
      }

      if (count == 1) {
        add(first, away, home);
        return;
      }

      int left = count / 2;
      double offset = offset(node, at);
      double steps = offset / planes[node * (dims + 2) + dims + 1];
      double across = away + steps * steps;
      boolean lower = offset < 0;
      visit(node + 1, first, left, lower ? away : across, home && lower);
      visit(node + left, first + left, count - left, lower ? across : away, home && !lower);
    }

    private void add(int bucket, double away, boolean home) {
      int place = home ? 0 : found;
      out[found] = out[place];
      out[place] = bucket;
      if (far.length > 0) {
        far[found] = far[place];
        far[place] = away;
      }

      found++;
    }
  }

  private double limit(int node, int first, int count) {
    return count == 1 ? limits[first] : loosest[node];
  }

  private double loosen(int node, int first, int count) {
    if (count == 1) {
      return limits[first];
    }

    int left = count / 2;
    double below = loosen(node + 1, first, left);
    loosest[node] = Math.max(below, loosen(node + left, first + left, count - left));
    return loosest[node];
  }

  /** Returns the signed distance of a row from a plane; a row on it lies on the right. */
  private double offset(int node, double[] at) {
    int plane = node * (dims + 2);
    double sum = 0;
    for (int j = 0; j < dims; j++) {
      sum += planes[plane + j] * at[j];
    }

    return sum - planes[plane + dims];
  }

  /** A row in the frame of the tree, once for all planes that it meets. */
  private double[] framed(double[] x) {
    double[] at = new double[dims];
    for (int j = 0; j < dims; j++) {
      at[j] = framed(frame, j, x[j]);
    }

    return at;
  }

  /** Maps a value into the frame of the tree; rows far outside the sample stay finite. */
  static double framed(double[] frame, int column, double value) {
    double scaled = value * frame[3 * column + 1] * frame[3 * column];
    return Math.max(-FAR, Math.min(FAR, scaled - frame[3 * column + 2]));
  }
}

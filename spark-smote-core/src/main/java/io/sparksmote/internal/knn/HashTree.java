// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

import java.nio.ByteBuffer;

/**
 * The locality-sensitive hash that splits one class into buckets: a shallow tree of hyperplanes.
 *
 * <p>Where a row lives is a pure function of its values, so identical rows share a bucket and a
 * retried task routes as the first one did. Rows near a plane also go to the other side, as
 * candidates only: a neighbour beyond the plane is then still found.
 *
 * <p>Nodes stand in preorder and a node of b buckets gives b/2 of them to its left, so the shape
 * needs no storage.
 */
public final class HashTree {
  private static final byte VERSION = 1;
  private static final double FAR = 0x1p300;

  private final int buckets;
  private final int dims;

  /**
   * The two factors and the origin of each column; each apart, as their product may be no double.
   */
  private final double[] frame;

  /** Per node: a unit direction, the threshold on it, the half-width of the halo. */
  private final double[] planes;

  HashTree(int buckets, int dims, double[] frame, double[] planes) {
    this.buckets = buckets;
    this.dims = dims;
    this.frame = frame;
    this.planes = planes;
  }

  /**
   * Learns a tree from a sample of the class.
   *
   * @param sample rows in key order, already scaled for distance
   * @param buckets how many buckets, at least 1
   * @param halo the largest share of rows that one level of the tree may copy
   * @param k neighbours that will be asked for
   * @param seed decides the directions tried
   */
  public static HashTree learn(double[][] sample, int buckets, double halo, int k, long seed) {
    if (buckets < 1) {
      throw new IllegalArgumentException("Cannot split rows into " + buckets + " buckets");
    }

    return new HashTreeLearner(sample, buckets, halo, k).learn(seed);
  }

  /** Returns the number of buckets. */
  public int buckets() {
    return buckets;
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
    return collect(0, 0, buckets, true, framed(x), out, 0);
  }

  /** Returns the tree as bytes for {@link #fromBytes}. */
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(9 + 8 * (frame.length + planes.length));
    bytes.put(VERSION).putInt(buckets).putInt(dims);
    bytes.asDoubleBuffer().put(frame).put(planes);
    return bytes.array();
  }

  /** Reads a tree that {@link #toBytes} wrote. */
  public static HashTree fromBytes(byte[] written) {
    ByteBuffer bytes = ByteBuffer.wrap(written);
    byte version = bytes.get();
    int buckets = bytes.getInt();
    int dims = bytes.getInt();
    double[] frame = new double[3 * dims];
    double[] planes = new double[(buckets - 1) * (dims + 2)];
    if (version != VERSION || bytes.remaining() != 8L * (frame.length + planes.length)) {
      throw new IllegalArgumentException(
          "Cannot read a hash tree: version " + version + ", " + written.length + " bytes");
    }

    bytes.asDoubleBuffer().get(frame).get(planes);
    return new HashTree(buckets, dims, frame, planes);
  }

  private int collect(
      int node, int first, int count, boolean home, double[] at, int[] out, int found) {
    if (count == 1) {
      out[found] = home ? out[0] : first;
      out[0] = home ? first : out[0];
      return found + 1;
    }

    int left = count / 2;
    double offset = offset(node, at);
    double width = planes[node * (dims + 2) + dims + 1];
    int now = found;
    if (offset < width) {
      now = collect(node + 1, first, left, home && offset < 0, at, out, now);
    }

    if (offset >= 0 || -offset < width) {
      now = collect(node + left, first + left, count - left, home && offset >= 0, at, out, now);
    }

    return now;
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

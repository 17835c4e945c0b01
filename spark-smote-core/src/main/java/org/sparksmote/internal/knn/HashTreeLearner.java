// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.keyed.Mix;

/** Learns the planes of a {@link HashTree}, node by node, from a sample. */
final class HashTreeLearner {
  /** How much larger than its fair share the fullest bucket may be planned. */
  private static final double MAX_CROWDING = 1.3;

  private final int buckets;
  private final int dims;
  private final double fraction;
  private final double halo;
  private final double copies;
  private final int k;
  private final int levels;
  private final double slack;
  private final double[] frame;
  private final double[][] rows;
  private final double[] planes;
  private @Nullable PlaneSample root; // of the first node, where there is a choice

  HashTreeLearner(
      double[][] sample, double fraction, int buckets, double halo, double copies, int k) {
    this.buckets = buckets;
    this.dims = sample.length == 0 ? 0 : sample[0].length;
    this.fraction = fraction;
    this.halo = halo;
    this.copies = copies;
    this.k = k;
    this.levels = 32 - Integer.numberOfLeadingZeros(buckets - 1);
    this.slack = StrictMath.pow(MAX_CROWDING, 1.0 / Math.max(1, levels)) - 1;
    this.frame = frameOf(sample);
    this.rows = framedRows(sample);
    this.planes = new double[(buckets - 1) * (dims + 2)];
  }

  HashTree learn(long seed) {
    learnNode(0, buckets, rows, seed);
    double[] limits = new double[buckets];
    Arrays.fill(limits, 1);
    HashTree unlimited = tree(limits, 1);
    double[] found = limitsOf(unlimited);
    return tree(found, reachable(tree(found, 1)));
  }

  private HashTree tree(double[] limits, double reachable) {
    return new HashTree(buckets, dims, frame, planes, limits, reachable);
  }

  /**
   * The share of near neighbours, as far as they are among all rows, that are sent to a row's home.
   */
  private double reachable(HashTree tree) {
    PlaneSample some = root;
    if (some == null) {
      return 1;
    }

    int[] homes = new int[buckets];
    int[] out = new int[buckets];
    double reached = 1; // never none at all
    for (int i = 0; i < some.rows().length; i++) {
      tree.route(some.rows()[i], homes, HashTree.NOBODY_ASKS);
      int found = tree.route(some.neighbor(i), out, HashTree.NOBODY_ASKS);
      for (int at = 0; at < found; at++) {
        reached += out[at] == homes[0] ? 1 : 0;
      }
    }

    return Math.min(1, reached / some.rows().length);
  }

  /** Finds how near copies may be to each bucket so that it receives no more than planned. */
  private double[] limitsOf(HashTree unlimited) {
    double taken = Math.min(copies, StrictMath.pow(1 + halo, levels) - 1);
    int most = (int) (taken * rows.length / buckets);
    List<PriorityQueue<Double>> nearest = new ArrayList<>(); // most + 1 per bucket, farthest first
    for (int bucket = 0; bucket < buckets; bucket++) {
      nearest.add(new PriorityQueue<>(Comparator.reverseOrder()));
    }

    int[] out = new int[buckets];
    double[] far = new double[buckets];
    for (double[] row : rows) {
      int found = unlimited.route(row, out, far);
      for (int i = 1; i < found; i++) {
        PriorityQueue<Double> ofBucket = nearest.get(out[i]);
        ofBucket.add(far[i]);
        if (ofBucket.size() > most + 1) {
          ofBucket.remove();
        }
      }
    }

    return nearest.stream()
        .mapToDouble(ofBucket -> most == 0 ? 0 : ofBucket.size() > most ? ofBucket.element() : 1)
        .toArray();
  }

  private void learnNode(int node, int count, double[][] inside, long key) {
    if (count == 1) {
      return;
    }

    int left = count / 2;
    int at = node * (dims + 2);
    if (inside.length > 1) {
      PlaneSample some = new PlaneSample(inside, fraction, k, key);
      root = node == 0 ? some : root;
      Plane plane = PlaneSearch.best(inside, (double) left / count, slack, some, key);
      System.arraycopy(plane.direction(), 0, planes, at, dims);
      planes[at + dims] = plane.threshold();
      planes[at + dims + 1] = plane.halfWidth();
    }

    double[][] lower = side(inside, at, true);
    double[][] upper = side(inside, at, false);
    // Everything else waits for the rule, and the sides know nothing of each other.
    Stream.<Runnable>of(
            () -> learnNode(node + 1, left, lower, Mix.child(key, 1)),
            () -> learnNode(node + left, count - left, upper, Mix.child(key, 2)))
        .parallel()
        .forEach(Runnable::run);
  }

  private double[][] side(double[][] inside, int at, boolean lower) {
    double[][] kept = new double[inside.length][];
    int size = 0;
    for (double[] row : inside) {
      double sum = 0;
      for (int j = 0; j < dims; j++) {
        sum += planes[at + j] * row[j];
      }

      if (sum - planes[at + dims] < 0 == lower) {
        kept[size++] = row;
      }
    }

    return Arrays.copyOf(kept, size);
  }

  private double[] frameOf(double[][] sample) {
    double[] min = new double[dims];
    double[] max = new double[dims];
    double[] ones = new double[dims];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
    Arrays.fill(ones, 1.0);
    for (double[] row : sample) {
      for (int j = 0; j < dims; j++) {
        min[j] = Math.min(min[j], row[j]);
        max[j] = Math.max(max[j], row[j]);
      }
    }

    SafeScale scale = SafeScale.of(min, max, ones);
    double[] found = new double[3 * dims];
    for (int j = 0; j < dims; j++) {
      found[3 * j] = scale.down();
      found[3 * j + 1] = scale.weights()[j];
      found[3 * j + 2] = scale.apply(j, min[j] * 0.5 + max[j] * 0.5);
    }

    return found;
  }

  private double[][] framedRows(double[][] sample) {
    double[][] framed = new double[sample.length][dims];
    for (int i = 0; i < framed.length; i++) {
      for (int j = 0; j < dims; j++) {
        framed[i][j] = HashTree.framed(frame, j, sample[i][j]);
      }
    }

    return framed;
  }
}

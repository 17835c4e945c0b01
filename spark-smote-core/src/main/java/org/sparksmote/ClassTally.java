// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.synth.ContentKey;
import org.sparksmote.internal.synth.Moments;

/**
 * What the counting pass finds out about some rows. Tallies merge in any order to the same result:
 * only counts, minima, maxima and wrapping sums, never a floating-point sum.
 */
final class ClassTally implements Serializable {

  private static final long serialVersionUID = 1L;

  /** How many vector sizes are told apart: two are enough to say what is wrong. */
  private static final int MAX_SIZES = 8;

  private final int maxClasses;
  private final Map<Object, long[]> classes = new HashMap<>(); // label → rows, usable, digest
  private final TreeMap<Integer, Long> sizes = new TreeMap<>();
  private final @Nullable FeatureRanges ranges;
  private final boolean withMoments;
  private final Map<Object, Moments> moments = new HashMap<>();
  long rows;
  long invalidLabels;
  long invalidFeatures;
  long storedValues;
  int firstInvalid = Integer.MAX_VALUE;
  long inexactRows;
  int firstInexact = Integer.MAX_VALUE;
  long brokenRows;
  int firstBroken = Integer.MAX_VALUE;

  ClassTally(int maxClasses, boolean withRanges, boolean withMoments) {
    this.maxClasses = maxClasses;
    this.withMoments = withMoments;
    this.ranges = withRanges ? new FeatureRanges() : null;
  }

  /** Counts one row whose label is valid. */
  void add(Object label, FeatureRow features) {
    long[] counts = classes.get(label);
    if (counts == null) {
      if (isOverfull()) {
        return;
      }

      counts = new long[3];
      classes.put(label, counts);
    }

    counts[0]++;
    if (features.inexact != FeatureRow.VALID) {
      inexactRows++;
      firstInexact = Math.min(firstInexact, features.inexact);
    }

    if (features.broken != FeatureRow.VALID) {
      brokenRows++;
      firstBroken = Math.min(firstBroken, features.broken);
    }

    if (features.invalid == FeatureRow.VALID) {
      counts[1]++;
      counts[2] += ContentKey.digest(features.key());
      storedValues += features.values.length;
      addValid(label, features);
    } else {
      invalidFeatures++;
      firstInvalid = Math.min(firstInvalid, features.invalid);
    }
  }

  private void addValid(Object label, FeatureRow features) {
    if (sizes.size() < MAX_SIZES || sizes.containsKey(features.size)) {
      sizes.merge(features.size, 1L, Long::sum);
    }

    if (ranges != null && sizes.size() == 1) {
      ranges.add(features);
    }

    if (withMoments && sizes.size() == 1) {
      Moments found = moments.computeIfAbsent(label, any -> new Moments(features.size));
      if (features.sparse) {
        found.addSparse(features.indices, features.values);
      } else {
        found.addDense(features.values);
      }
    }
  }

  /** Adds what another tally found. */
  ClassTally merge(ClassTally other) {
    rows += other.rows;
    invalidLabels += other.invalidLabels;
    invalidFeatures += other.invalidFeatures;
    storedValues += other.storedValues;
    firstInvalid = Math.min(firstInvalid, other.firstInvalid);
    inexactRows += other.inexactRows;
    firstInexact = Math.min(firstInexact, other.firstInexact);
    brokenRows += other.brokenRows;
    firstBroken = Math.min(firstBroken, other.firstBroken);
    other.sizes.forEach((size, count) -> sizes.merge(size, count, Long::sum));
    other.classes.forEach((label, counts) -> classes.merge(label, counts, ClassTally::sum));
    if (ranges != null && other.ranges != null && sizes.size() <= 1) {
      ranges.merge(other.ranges);
    }

    if (sizes.size() <= 1) {
      other.moments.forEach((label, found) -> moments.merge(label, found, ClassTally::joined));
    }

    return this;
  }

  private static Moments joined(Moments a, Moments b) {
    a.merge(b);
    return a;
  }

  private static long[] sum(long[] a, long[] b) {
    return new long[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
  }

  /** Whether there are more classes than allowed; counting them on would be of no use. */
  boolean isOverfull() {
    return classes.size() > maxClasses;
  }

  /** The vector sizes with their row counts, ascending. */
  NavigableMap<Integer, Long> sizes() {
    return sizes;
  }

  /** Means and deviations by label; empty unless they were asked for. */
  Map<Object, Moments> moments() {
    return moments;
  }

  /** Distance weights by range, or all ones. */
  double[] weights(int size) {
    return ranges == null ? FeatureRanges.unscaled(size) : ranges.weights(size);
  }

  /**
   * The classes by ascending label.
   *
   * @param dropInvalid whether rows with invalid features leave the output
   */
  List<ClassCount> counts(boolean dropInvalid) {
    List<ClassCount> counts = new ArrayList<>();
    classes.forEach(
        (label, c) -> counts.add(new ClassCount(label, dropInvalid ? c[1] : c[0], c[1], c[2])));
    counts.removeIf(count -> count.rows() == 0);
    counts.sort((a, b) -> Labels.compare(a.label(), b.label()));
    return counts;
  }
}

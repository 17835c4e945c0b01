// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bucket rules of the large classes with the rows of each of their buckets.
 *
 * @param rules per class index
 * @param tallies per class index: rows of every bucket, then digests of every bucket
 * @param needed per class index: radii that the balls of its cover need, if it has one
 */
record BucketCounts(
    Map<Integer, BucketRule> rules, Map<Integer, long[]> tallies, Map<Integer, double[]> needed) {

  /** The covers that are too small for some row of their class, as large as they must be. */
  Map<Integer, EnemyCover> widerCovers() {
    Map<Integer, EnemyCover> wider = new TreeMap<>();
    rules.forEach(
        (c, rule) -> {
          EnemyCover cover = rule.cover();
          double[] radii = needed.get(c);
          if (cover != null && radii != null && !cover.isEnough(radii)) {
            wider.put(c, cover.grown(radii));
          }
        });
    return wider;
  }

  BucketRule rule(int classIndex) {
    return require(rules.get(classIndex));
  }

  long[] rows(int classIndex) {
    long[] tally = require(tallies.get(classIndex));
    return Arrays.copyOf(tally, tally.length / 2);
  }

  long[] digests(int classIndex) {
    long[] tally = require(tallies.get(classIndex));
    return Arrays.copyOfRange(tally, tally.length / 2, tally.length);
  }

  private static <T> T require(@Nullable T found) {
    return Objects.requireNonNull(found, "class without a bucket rule");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bucket rules of the large classes with the rows of each of their buckets.
 *
 * @param rules per class index
 * @param tallies per class index: rows of every bucket, then digests of every bucket
 */
record BucketCounts(Map<Integer, BucketRule> rules, Map<Integer, long[]> tallies)
    implements Serializable {

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

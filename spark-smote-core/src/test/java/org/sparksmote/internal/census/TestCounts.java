// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sparksmote.internal.exact.DistinctCount;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureWeights;
import org.sparksmote.internal.strategy.ClassCount;

/** Counts of tables that nobody need make: rows that all differ, by class. */
public final class TestCounts {

  private TestCounts() {}

  public static ClassCounter.Counts of(int features, long... rowsOfClass) {
    List<ClassCount> classes = new ArrayList<>();
    for (long rows : rowsOfClass) {
      String name = String.valueOf(classes.size());
      classes.add(new ClassCount(name, name, rows, rows, rows, 0));
    }

    InputSums sums = InputSums.of(classes, 0);
    FeatureWeights weights = new FeatureWeights(ColumnValues.full(new double[features]));
    return new ClassCounter.Counts(
        classes,
        weights,
        0,
        sums,
        features,
        Map.of(),
        new DistinctRows(distinct(classes)),
        new ClassSamples(1_000_000),
        false);
  }

  /** As many different rows as there are. */
  private static Map<Object, DistinctCount> distinct(List<ClassCount> classes) {
    Map<Object, DistinctCount> distinct = new HashMap<>();
    for (ClassCount count : classes) {
      // The smallest of so many hashes, evenly spread.
      long[] hashes = new long[(int) Math.min(256, count.usable())];
      Arrays.setAll(hashes, i -> Long.MIN_VALUE + (long) (0x1p64 / count.usable() * (i + 1)));
      distinct.put(count.key(), DistinctCount.of(hashes));
    }

    return distinct;
  }
}

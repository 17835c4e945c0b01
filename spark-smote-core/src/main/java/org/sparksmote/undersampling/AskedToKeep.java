// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.Arrays;
import java.util.List;
import org.sparksmote.internal.census.CensusProblems;
import org.sparksmote.internal.keeping.KeepSettings;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.KeepStrategy;

/** How many rows of each class stay, by the strategy of an under-sampler. */
final class AskedToKeep {

  private AskedToKeep() {}

  /** The same, and which classes are drawn at all. */
  static KeepSettings.Sizes sizes(String labelCol, String strategy, List<ClassCount> classes) {
    long[] rows = rows(labelCol, strategy, classes);
    return new KeepSettings.Sizes(rows, KeepStrategy.parse(strategy).sampled(classes));
  }

  /** The same, negative for classes that lose none. */
  static long[] ofLosers(String labelCol, String strategy, List<ClassCount> classes) {
    long[] keep = rows(labelCol, strategy, classes);
    Arrays.setAll(keep, c -> keep[c] == classes.get(c).rows() ? -1 : keep[c]);
    return keep;
  }

  /** Rows to keep, or what is wrong with the classes. */
  static long[] rows(String labelCol, String strategy, List<ClassCount> classes) {
    if (classes.size() == 1 && !KeepStrategy.isNone(strategy)) {
      throw CensusProblems.oneClass(labelCol, classes.get(0));
    }

    boolean once = classes.stream().allMatch(found -> found.rows() == 1);
    if (once && classes.size() > 2 && KeepStrategy.isByCount(strategy)) {
      throw CensusProblems.noClasses(
          labelCol, "each of its " + classes.size() + " values is in one row only");
    }

    return KeepStrategy.parse(strategy).rowsToKeep(classes);
  }
}

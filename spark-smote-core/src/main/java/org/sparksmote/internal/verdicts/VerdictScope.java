// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.ClassSizes;

/**
 * A rule, and the classes of one dataset that it is about, as positions.
 *
 * @param rule by what rows are judged
 * @param targets classes whose own rows go if the rule says so
 * @param central the class whose rows take neighbours with them, or -1
 * @param cleaned classes whose rows go as such neighbours
 */
record VerdictScope(VerdictRule rule, BitSet targets, int central, BitSet cleaned)
    implements Serializable {

  static VerdictScope of(VerdictRule rule, BitSet targets, List<ClassCount> classes) {
    BitSet cleaned = new BitSet();
    if (rule.kind() != VerdictRule.Kind.NCR) {
      return new VerdictScope(rule, targets, -1, cleaned);
    }

    int smallest = ClassSizes.smallest(classes);
    double least = rule.threshold() * classes.get(smallest).rows();
    targets.stream().filter(c -> classes.get(c).rows() > least).forEach(cleaned::set);
    return new VerdictScope(rule, targets, cleaned.isEmpty() ? -1 : smallest, cleaned);
  }

  /** Whether anything is asked about the rows of a class. */
  boolean isAsked(int c) {
    return targets.get(c) || c == central;
  }
}

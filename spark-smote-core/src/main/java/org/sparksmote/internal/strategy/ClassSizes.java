// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sparksmote.errors.SmoteException;

/** Which class is the smallest, the largest, or meant by a name. */
public final class ClassSizes {

  private ClassSizes() {}

  /** Of equally small classes the one with the smallest label, as in imbalanced-learn. */
  public static int smallest(List<ClassCount> counts) {
    long[] rows = rows(counts);
    long least = Arrays.stream(rows).min().orElseThrow();
    return indexOf(rows, least);
  }

  /** Of equally large classes the one with the smallest label. */
  static int largest(List<ClassCount> counts) {
    long[] rows = rows(counts);
    long most = Arrays.stream(rows).max().orElseThrow();
    return indexOf(rows, most);
  }

  /** The rows of each class. */
  static long[] rows(List<ClassCount> counts) {
    return counts.stream().mapToLong(ClassCount::rows).toArray();
  }

  private static int indexOf(long[] values, long value) {
    int i = 0;
    while (values[i] != value) {
      i++;
    }

    return i;
  }

  /** Totals by name as totals by position; a class must be there, and be named once. */
  static Map<Integer, Long> byClass(
      List<ClassCount> counts, Map<String, Long> totals, Function<String, SmoteException> unread) {
    Map<Integer, Long> byClass = new LinkedHashMap<>();
    totals.forEach(
        (name, total) -> {
          if (byClass.put(find(counts, name), total) != null) {
            throw unread.apply(totals.toString()); // "1" and "1.0" name one class
          }
        });
    return byClass;
  }

  /** The position of a class; it must be there. */
  static int find(List<ClassCount> counts, String name) {
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i).isNamed(name)) {
        return i;
      }
    }

    throw StrategyProblems.unknownClass(name, counts);
  }
}

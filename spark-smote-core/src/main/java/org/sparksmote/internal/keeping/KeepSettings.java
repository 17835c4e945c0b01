// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.util.List;
import java.util.function.Function;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.weights.BalanceSettings;

/**
 * What an under-sampling is asked for.
 *
 * @param labelCol the label, for errors
 * @param weightCol case weights, for errors; empty if there are none
 * @param balanceWeightCol a column to add, or empty
 * @param handleInvalid what becomes of rows without a label: error, keep or skip
 * @param sizes rows to keep of each class, all of them where a class is not touched; refuses
 *     classes that it has no answer for
 */
public record KeepSettings(
    String labelCol,
    String weightCol,
    String balanceWeightCol,
    String handleInvalid,
    int maxClasses,
    long seed,
    boolean withReplacement,
    Function<List<ClassCount>, Sizes> sizes) {

  /** Of draws without replacement and weights. */
  public static KeepSettings unweighted(
      String labelCol,
      String handleInvalid,
      int maxClasses,
      long seed,
      Function<List<ClassCount>, long[]> rows) {
    return new KeepSettings(
        labelCol,
        "",
        "",
        handleInvalid,
        maxClasses,
        seed,
        false,
        found -> Sizes.once(rows.apply(found)));
  }

  /** What is asked of weights. */
  BalanceSettings weights() {
    return new BalanceSettings(labelCol, weightCol, balanceWeightCol, maxClasses);
  }

  /**
   * What is wanted of each class.
   *
   * @param rows how many stay
   * @param drawn whether they are drawn, also where all of them stay: with replacement, as many
   *     draws as there are rows are no longer the rows themselves
   */
  public record Sizes(long[] rows, boolean[] drawn) {

    /** Where a row is drawn once at most. */
    static Sizes once(long[] rows) {
      return new Sizes(rows, new boolean[rows.length]);
    }
  }
}

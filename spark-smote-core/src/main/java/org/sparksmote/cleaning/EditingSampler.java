// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.verdicts.VerdictRule;

/**
 * What cleaning samplers have in common that edit: a row goes if its k nearest rows are not all of
 * its class ({@code kindSel} all), or most often of another one (mode; of equally frequent classes
 * the smallest label counts).
 *
 * @param <S> the subclass
 */
public abstract class EditingSampler<S extends EditingSampler<S>> extends CleaningSampler<S> {

  private static final long serialVersionUID = 1L;

  private final IntParam kNeighbors;
  private final Param<String> kindSel;

  EditingSampler(String uid) {
    super(uid);
    ParamMaker make = new ParamMaker(this);
    kNeighbors = make.positive("kNeighbors", "nearest rows of all classes that a row is judged by");
    kindSel =
        make.choice(
            "kindSel",
            "a row stays if all of its neighbours, or most of them, are of its class",
            "all",
            "mode");
    setDefault(kNeighbors, 3);
    setDefault(kindSel, "all");
  }

  /** How many nearest rows a row is judged by. */
  public IntParam kNeighbors() {
    return kNeighbors;
  }

  /** Sets k, at least 1; default 3. */
  public S setKNeighbors(int value) {
    set(kNeighbors, value);
    return self();
  }

  /** The number of neighbours k. */
  public int getKNeighbors() {
    return ((Number) getOrDefault(kNeighbors)).intValue();
  }

  /** Which of its neighbours must be of a row's class. */
  public Param<String> kindSel() {
    return kindSel;
  }

  /**
   * Sets {@code all} (default) or {@code mode}: what of its neighbours must be of a row's class.
   */
  public S setKindSel(String value) {
    set(kindSel, value);
    return self();
  }

  /** The rule for neighbours. */
  public String getKindSel() {
    return getOrDefault(kindSel);
  }

  VerdictRule edited() {
    return VerdictRule.edited(getKNeighbors(), getKindSel().equals("mode"));
  }
}

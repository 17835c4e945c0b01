// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.verdicts.VerdictRule;

/**
 * Edited nearest neighbours: removes rows whose k nearest rows are not all of their class ({@code
 * kindSel} all), or most often of another one (mode; of equally frequent classes the smallest label
 * counts). Only rows of the classes that {@code samplingStrategy} names go; by default of all but
 * the smallest class.
 *
 * <p>Source: Wilson, "Asymptotic Properties of Nearest Neighbor Rules Using Edited Data", IEEE
 * Transactions on Systems, Man, and Cybernetics 2 (1972).
 */
public final class EditedNearestNeighbours extends CleaningSampler<EditedNearestNeighbours> {

  private static final long serialVersionUID = 1L;

  private final IntParam kNeighbors;
  private final Param<String> kindSel;

  /** A stage with a random uid. */
  public EditedNearestNeighbours() {
    this(Identifiable$.MODULE$.randomUID("editedNearestNeighbours"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public EditedNearestNeighbours(String uid) {
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
  public EditedNearestNeighbours setKNeighbors(int value) {
    set(kNeighbors, value);
    return this;
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
  public EditedNearestNeighbours setKindSel(String value) {
    set(kindSel, value);
    return this;
  }

  /** The rule for neighbours. */
  public String getKindSel() {
    return getOrDefault(kindSel);
  }

  @Override
  VerdictRule rule() {
    return VerdictRule.edited(getKNeighbors(), getKindSel().equals("mode"));
  }

  /** A reader for saved stages. */
  public static MLReader<EditedNearestNeighbours> read() {
    return reader(EditedNearestNeighbours.class, EditedNearestNeighbours::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static EditedNearestNeighbours load(String path) {
    return read().load(path);
  }
}

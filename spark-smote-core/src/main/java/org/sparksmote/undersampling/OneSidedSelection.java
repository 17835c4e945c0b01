// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.strategy.AskedStrategy;

/**
 * Takes rows away that are far from the smallest class, then those at its border. Of each class
 * that is cleaned {@code nSeedsS} random rows stay, its seeds, and the rows that the {@code
 * kNeighbors} nearest among the smallest class and the seeds take for the smallest class; of what
 * is left, rows in Tomek links go. How many go is found, not asked for.
 *
 * <p>Of rows that are equally far, those of the smallest class come first, so that in doubt a row
 * stays in the first step. The smallest class itself loses rows in the second step only, if the
 * strategy names it. Distances of the first step are exact; Tomek links are found as {@code
 * TomekLinks} finds them.
 *
 * <p>Source: Kubat and Matwin, "Addressing the curse of imbalanced training sets: one-sided
 * selection", ICML 1997.
 */
public final class OneSidedSelection extends FeatureUnderSampler<OneSidedSelection> {

  private static final long serialVersionUID = 1L;

  private final IntParam nSeedsS;
  private final IntParam kNeighbors;

  /** A stage with a random uid. */
  public OneSidedSelection() {
    this(Identifiable$.MODULE$.randomUID("oneSidedSelection"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public OneSidedSelection(String uid) {
    super(uid, AskedStrategy.TARGETS);
    ParamMaker make = new ParamMaker(this);
    nSeedsS = make.positive("nSeedsS", "random rows of each cleaned class that stay in any case");
    kNeighbors =
        make.positive("kNeighbors", "nearest rows of the smallest class and the seeds that vote");
    setDefault(nSeedsS, 1);
    setDefault(kNeighbors, 1);
  }

  /** Random rows of each cleaned class that stay in any case. */
  public IntParam nSeedsS() {
    return nSeedsS;
  }

  /** Sets how many random rows of each cleaned class stay in any case; default 1. */
  public OneSidedSelection setNSeedsS(int value) {
    set(nSeedsS, value);
    return this;
  }

  /** How many random rows of each cleaned class stay in any case. */
  public int getNSeedsS() {
    return ((Number) getOrDefault(nSeedsS)).intValue();
  }

  /** Nearest rows that vote. */
  public IntParam kNeighbors() {
    return kNeighbors;
  }

  /** Sets how many nearest rows vote; default 1. */
  public OneSidedSelection setKNeighbors(int value) {
    set(kNeighbors, value);
    return this;
  }

  /** How many nearest rows vote. */
  public int getKNeighbors() {
    return ((Number) getOrDefault(kNeighbors)).intValue();
  }

  @Override
  boolean isExact() {
    return false;
  }

  @Override
  int neighbors() {
    return getKNeighbors();
  }

  @Override
  Dataset<Row> kept(CountedRows rows) {
    return new OneSidedRows(this, rows).kept();
  }

  /** A reader for saved stages. */
  public static MLReader<OneSidedSelection> read() {
    return reader(OneSidedSelection.class, OneSidedSelection::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static OneSidedSelection load(String path) {
    return read().load(path);
  }
}

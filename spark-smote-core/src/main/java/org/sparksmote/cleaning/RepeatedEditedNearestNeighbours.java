// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.verdicts.VerdictRounds;

/**
 * Repeated edited nearest neighbours: edits rows as {@link EditedNearestNeighbours} does, then the
 * rows that are left, and so on. A round is the last one if it removes nothing; if after it another
 * class has fewer rows than the smallest class had at first, or a class has none; or if it is the
 * {@code maxIter}-th. What the last round has removed stays removed. Whose rows may go is found out
 * anew in each round: with {@code auto}, of all classes but the one that is the smallest then.
 *
 * <p>All rounds run when the rows are asked for, each as a cleaning of its own; only what went is
 * kept between them.
 *
 * <p>Source: Tomek, "An Experiment with the Edited Nearest-Neighbor Rule", IEEE Transactions on
 * Systems, Man, and Cybernetics 6 (1976).
 */
public final class RepeatedEditedNearestNeighbours
    extends EditingSampler<RepeatedEditedNearestNeighbours> {

  private static final long serialVersionUID = 1L;

  private final IntParam maxIter;

  /** A stage with a random uid. */
  public RepeatedEditedNearestNeighbours() {
    this(Identifiable$.MODULE$.randomUID("repeatedEditedNearestNeighbours"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public RepeatedEditedNearestNeighbours(String uid) {
    super(uid);
    maxIter = new ParamMaker(this).positive("maxIter", "rounds at most");
    setDefault(maxIter, 100);
  }

  /** Rounds at most. */
  public IntParam maxIter() {
    return maxIter;
  }

  /** Sets how many rounds there are at most, at least 1; default 100. */
  public RepeatedEditedNearestNeighbours setMaxIter(int value) {
    set(maxIter, value);
    return this;
  }

  /** The rounds that there are at most. */
  public int getMaxIter() {
    return ((Number) getOrDefault(maxIter)).intValue();
  }

  @Override
  VerdictRounds rounds() {
    return VerdictRounds.repeated("renn", edited(), getMaxIter());
  }

  /** A reader for saved stages. */
  public static MLReader<RepeatedEditedNearestNeighbours> read() {
    return reader(RepeatedEditedNearestNeighbours.class, RepeatedEditedNearestNeighbours::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static RepeatedEditedNearestNeighbours load(String path) {
    return read().load(path);
  }
}

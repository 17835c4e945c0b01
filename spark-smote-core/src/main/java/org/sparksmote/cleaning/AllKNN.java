// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.sparksmote.internal.verdicts.VerdictRounds;

/**
 * All k-NN: edits rows as {@link EditedNearestNeighbours} does with one neighbour, then the rows
 * that are left with two, and so on up to k. A round is the last one if after it another class has
 * fewer rows than the smallest class had at first, unless {@code allowMinority} is set, or if a
 * class has none. What the last round has removed stays removed. Whose rows may go is found out
 * anew in each round: with {@code auto}, of all classes but the one that is the smallest then.
 *
 * <p>All rounds run when the rows are asked for, each as a cleaning of its own; only what went is
 * kept between them.
 *
 * <p>Source: Tomek, "An Experiment with the Edited Nearest-Neighbor Rule", IEEE Transactions on
 * Systems, Man, and Cybernetics 6 (1976).
 */
public final class AllKNN extends EditingSampler<AllKNN> {

  private static final long serialVersionUID = 1L;

  private final BooleanParam allowMinority;

  /** A stage with a random uid. */
  public AllKNN() {
    this(Identifiable$.MODULE$.randomUID("allKNN"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public AllKNN(String uid) {
    super(uid);
    allowMinority =
        new BooleanParam(
            uid,
            "allowMinority",
            "whether rounds go on when another class has fewer rows than the smallest class had");
    setDefault(allowMinority, false);
  }

  /** Whether other classes may become smaller than the smallest was. */
  public BooleanParam allowMinority() {
    return allowMinority;
  }

  /** Sets whether rounds go on when another class is smaller than the smallest was; default no. */
  public AllKNN setAllowMinority(boolean value) {
    set(allowMinority, value);
    return this;
  }

  /** Whether other classes may become smaller than the smallest was. */
  public boolean getAllowMinority() {
    return (Boolean) getOrDefault(allowMinority);
  }

  @Override
  VerdictRounds rounds() {
    return VerdictRounds.growing("allknn", edited(), !getAllowMinority());
  }

  /** A reader for saved stages. */
  public static MLReader<AllKNN> read() {
    return reader(AllKNN.class, AllKNN::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static AllKNN load(String path) {
    return read().load(path);
  }
}

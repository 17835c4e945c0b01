// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.sparksmote.internal.verdicts.VerdictRounds;

/**
 * Edited nearest neighbours: removes rows whose k nearest rows are not all of their class ({@code
 * kindSel} all), or most often of another one (mode; of equally frequent classes the smallest label
 * counts). Only rows of the classes that {@code samplingStrategy} names go; by default of all but
 * the smallest class.
 *
 * <p>Source: Wilson, "Asymptotic Properties of Nearest Neighbor Rules Using Edited Data", IEEE
 * Transactions on Systems, Man, and Cybernetics 2 (1972).
 */
public final class EditedNearestNeighbours extends EditingSampler<EditedNearestNeighbours> {

  private static final long serialVersionUID = 1L;

  /** A stage with a random uid. */
  public EditedNearestNeighbours() {
    this(Identifiable$.MODULE$.randomUID("editedNearestNeighbours"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public EditedNearestNeighbours(String uid) {
    super(uid);
  }

  @Override
  VerdictRounds rounds() {
    return VerdictRounds.once("enn", edited());
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

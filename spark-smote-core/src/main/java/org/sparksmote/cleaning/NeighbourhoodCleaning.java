// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.verdicts.VerdictRounds;
import org.sparksmote.internal.verdicts.VerdictRule;

/**
 * The neighbourhood cleaning rule: removes rows whose k nearest rows are most often of another
 * class (as {@link EditedNearestNeighbours} with {@code kindSel} mode), and the k nearest rows of
 * each row of the smallest class for which this holds. Of both only rows of the classes that {@code
 * samplingStrategy} names go, by default of all but the smallest; and neighbours only of classes
 * with more than {@code thresholdCleaning} times as many rows as the smallest one has. Neighbours
 * of a class that are equally far, and would not all be among the k, go together.
 *
 * <p>A row is never one of its own neighbours, as in the paper. In imbalanced-learn a row of the
 * smallest class is one of the k neighbours that classify it, so that fewer are misclassified.
 *
 * <p>Source: Laurikkala, "Improving Identification of Difficult Small Classes by Balancing Class
 * Distribution", Conference on Artificial Intelligence in Medicine in Europe (2001).
 */
public final class NeighbourhoodCleaning extends CleaningSampler<NeighbourhoodCleaning> {

  private static final long serialVersionUID = 1L;

  private final IntParam kNeighbors;
  private final DoubleParam thresholdCleaning;

  /** A stage with a random uid. */
  public NeighbourhoodCleaning() {
    this(Identifiable$.MODULE$.randomUID("neighbourhoodCleaning"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public NeighbourhoodCleaning(String uid) {
    super(uid);
    ParamMaker make = new ParamMaker(this);
    kNeighbors =
        make.positive(
            "kNeighbors", "nearest rows of all classes that a row is judged by, and takes with it");
    thresholdCleaning =
        make.number(
            "thresholdCleaning",
            "neighbours of a class go if it has more rows than this times the smallest class",
            Double.MIN_VALUE,
            Double.MAX_VALUE);
    setDefault(kNeighbors, 3);
    setDefault(thresholdCleaning, 0.5);
  }

  /** How many nearest rows a row is judged by, and takes with it. */
  public IntParam kNeighbors() {
    return kNeighbors;
  }

  /** Sets k, at least 1; default 3. */
  public NeighbourhoodCleaning setKNeighbors(int value) {
    set(kNeighbors, value);
    return this;
  }

  /** The number of neighbours k. */
  public int getKNeighbors() {
    return ((Number) getOrDefault(kNeighbors)).intValue();
  }

  /** The share of the smallest class beyond which neighbours of a class go. */
  public DoubleParam thresholdCleaning() {
    return thresholdCleaning;
  }

  /**
   * Sets the share of the rows of the smallest class beyond which a class loses rows as neighbours,
   * more than 0; default 0.5.
   */
  public NeighbourhoodCleaning setThresholdCleaning(double value) {
    set(thresholdCleaning, value);
    return this;
  }

  /** The share of the smallest class beyond which neighbours of a class go. */
  public double getThresholdCleaning() {
    return ((Number) getOrDefault(thresholdCleaning)).doubleValue();
  }

  @Override
  VerdictRounds rounds() {
    return VerdictRounds.once(
        "ncr", VerdictRule.neighbourhood(getKNeighbors(), getThresholdCleaning()));
  }

  /** A reader for saved stages. */
  public static MLReader<NeighbourhoodCleaning> read() {
    return reader(NeighbourhoodCleaning.class, NeighbourhoodCleaning::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static NeighbourhoodCleaning load(String path) {
    return read().load(path);
  }
}

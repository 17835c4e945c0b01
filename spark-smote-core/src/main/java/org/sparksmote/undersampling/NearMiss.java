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
 * Under-samples classes by how near their rows are to those of the smallest class. Version 1 keeps
 * the rows with the smallest mean distance to their {@code kNeighbors} nearest rows of it; version
 * 2 those with the smallest mean distance to the {@code kNeighbors} farthest. Version 3 takes the
 * {@code nNeighborsVer3} nearest rows of every row of the smallest class, and of these keeps the
 * ones with the largest mean distance to their {@code kNeighbors} nearest.
 *
 * <p>Sizes are exact; of rows that are equally near the seed and their content decide. In version 3
 * all rows that are as near as the last of the nearest count, and a class keeps fewer rows than
 * asked if no more are near to any.
 *
 * <p>Source: Zhang and Mani, "kNN approach to unbalanced data distributions: a case study involving
 * information extraction", ICML workshop 2003.
 */
public final class NearMiss extends FeatureUnderSampler<NearMiss> {

  private static final long serialVersionUID = 1L;

  private final IntParam version;
  private final IntParam kNeighbors;
  private final IntParam nNeighborsVer3;

  /** A stage with a random uid. */
  public NearMiss() {
    this(Identifiable$.MODULE$.randomUID("nearMiss"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public NearMiss(String uid) {
    super(uid, AskedStrategy.SIZES);
    ParamMaker make = new ParamMaker(this);
    version =
        make.integer(
            "version",
            "1: smallest mean distance to the nearest, 2: to the farthest, 3: largest to the nearest"
                + " among those near to the smallest class",
            1,
            3);
    kNeighbors =
        make.positive("kNeighbors", "rows of the smallest class to which a distance is averaged");
    nNeighborsVer3 =
        make.positive(
            "nNeighborsVer3", "version 3: nearest rows of each row of the smallest class");
    setDefault(version, 1);
    setDefault(kNeighbors, 3);
    setDefault(nNeighborsVer3, 3);
  }

  /** Which of the three rules. */
  public IntParam version() {
    return version;
  }

  /** Sets the rule, 1 (default), 2 or 3. */
  public NearMiss setVersion(int value) {
    set(version, value);
    return this;
  }

  /** The rule. */
  public int getVersion() {
    return ((Number) getOrDefault(version)).intValue();
  }

  /** Rows of the smallest class to which a distance is averaged. */
  public IntParam kNeighbors() {
    return kNeighbors;
  }

  /** Sets to how many rows of the smallest class a distance is averaged; default 3. */
  public NearMiss setKNeighbors(int value) {
    set(kNeighbors, value);
    return this;
  }

  /** To how many rows a distance is averaged. */
  public int getKNeighbors() {
    return ((Number) getOrDefault(kNeighbors)).intValue();
  }

  /** Version 3: how many nearest rows of each row of the smallest class are candidates. */
  public IntParam nNeighborsVer3() {
    return nNeighborsVer3;
  }

  /** Sets for version 3 how many nearest rows are candidates; default 3. */
  public NearMiss setNNeighborsVer3(int value) {
    set(nNeighborsVer3, value);
    return this;
  }

  /** How many nearest rows are candidates in version 3. */
  public int getNNeighborsVer3() {
    return ((Number) getOrDefault(nNeighborsVer3)).intValue();
  }

  @Override
  boolean isExact() {
    return getVersion() < 3;
  }

  @Override
  int neighbors() {
    return getKNeighbors();
  }

  @Override
  Dataset<Row> kept(CountedRows rows) {
    return new NearRows(this, rows).kept();
  }

  /** A reader for saved stages. */
  public static MLReader<NearMiss> read() {
    return reader(NearMiss.class, NearMiss::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static NearMiss load(String path) {
    return read().load(path);
  }
}

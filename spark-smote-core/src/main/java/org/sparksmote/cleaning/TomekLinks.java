// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.sparksmote.internal.verdicts.VerdictRounds;
import org.sparksmote.internal.verdicts.VerdictRule;

/**
 * Removes Tomek links: two rows of different classes such that no row is nearer to either than they
 * are to each other. Of a link those rows go whose class {@code samplingStrategy} names; by default
 * all but those of the smallest class. Where several rows are equally near, each may be a partner.
 *
 * <p>Source: Tomek, "Two Modifications of CNN", IEEE Transactions on Systems, Man, and Cybernetics
 * 6 (1976).
 */
public final class TomekLinks extends CleaningSampler<TomekLinks> {

  private static final long serialVersionUID = 1L;

  /** A stage with a random uid. */
  public TomekLinks() {
    this(Identifiable$.MODULE$.randomUID("tomekLinks"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public TomekLinks(String uid) {
    super(uid);
  }

  @Override
  VerdictRounds rounds() {
    return VerdictRounds.once("tomek", VerdictRule.tomek());
  }

  /** A reader for saved stages. */
  public static MLReader<TomekLinks> read() {
    return reader(TomekLinks.class, TomekLinks::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static TomekLinks load(String path) {
    return read().load(path);
  }
}

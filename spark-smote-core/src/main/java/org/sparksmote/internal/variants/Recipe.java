// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import org.sparksmote.internal.columns.NominalDemand;

/**
 * The over-sampler that a stage is set to.
 *
 * @param variant its name, for errors
 * @param parts what it is made of
 * @param settings numbers that the parts read
 * @param cleaning by what rule rows are cleaned after, or none
 * @param fallsBack whether a class without a base of the wanted kind gets uniform ones
 */
public record Recipe(
    String variant,
    VariantParts parts,
    VariantSettings settings,
    String cleaning,
    boolean fallsBack) {

  /** What is done with nominal features. */
  public NominalDemand nominalDemand() {
    return parts.nominalDemand(variant, cleans());
  }

  /** Whether rows are cleaned once new ones are made. */
  public boolean cleans() {
    return !cleaning.equals("none");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import org.sparksmote.internal.columns.NominalDemand;

/**
 * The over-sampler that a stage is set to.
 *
 * @param variant its name, for errors
 * @param parts what it is made of
 * @param settings numbers that the parts read
 * @param fallsBack whether a class without a base of the wanted kind gets uniform ones
 */
public record Recipe(
    String variant, VariantParts parts, VariantSettings settings, boolean fallsBack) {

  /** What is done with nominal features. */
  public NominalDemand nominalDemand() {
    return parts.nominalDemand(variant);
  }
}

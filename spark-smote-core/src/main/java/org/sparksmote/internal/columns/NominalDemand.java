// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

/**
 * What a sampler does with nominal features.
 *
 * @param rule where a new row gets their values from
 * @param variant the over-sampler's name, for errors; empty for a sampler that makes no rows
 * @param separates whether a plane is laid between classes, which takes numbers only
 * @param measured whether they count in distances
 * @param cleaned whether rows are cleaned after, which takes numbers only
 */
public record NominalDemand(
    NominalRule rule, String variant, boolean separates, boolean measured, boolean cleaned) {

  /** Of a sampler that does one thing. */
  public NominalDemand(NominalRule rule, String variant, boolean separates, boolean measured) {
    this(rule, variant, separates, measured, false);
  }
}

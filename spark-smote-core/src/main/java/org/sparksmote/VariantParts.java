// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.util.stream.Stream;

/**
 * What an over-sampler is made of. Every variant is a row of such parts, and every part can be set
 * on its own.
 */
record VariantParts(
    BaseWeight baseWeight,
    Partner partner,
    Geometry geometry,
    Acceptance acceptance,
    NominalRule nominal)
    implements Serializable {

  /** The parts of the named variant, with those that were set on their own. */
  static VariantParts of(SmoteParams params) {
    VariantParts named = SmoteVariant.of(params.getVariant()).parts();
    return new VariantParts(
        Part.of(BaseWeight.values(), params.getBaseWeight()),
        Part.of(Partner.values(), params.getPartner()),
        Part.of(Geometry.values(), params.getGeometry()),
        Part.of(Acceptance.values(), params.getAcceptance()),
        named.nominal());
  }

  private Stream<Part> all() {
    return Stream.of(baseWeight, partner, geometry, acceptance, nominal);
  }

  /** Whether a setting matters that only some parts read. */
  boolean reads(String setting) {
    boolean clustered = partner == Partner.CLUSTER_MEAN || partner == Partner.SAME_CLUSTER;
    boolean byLevel = baseWeight == BaseWeight.MAJORITY_PROXIMITY; // levels, not clusters
    return all().anyMatch(part -> part.settings().contains(setting))
        || (setting.equals("numClusters") && clustered && !byLevel);
  }

  /** Whether rows of other classes must travel to the class's rows. */
  boolean needsEnemies() {
    return all().anyMatch(Part::needsEnemies);
  }

  /** Whether only enemies that are among the nearest of a row matter, and not all of them. */
  boolean needsOnlyNearEnemies() {
    boolean everyEnemy =
        baseWeight == BaseWeight.CLUSTER_SPARSITY
            || baseWeight == BaseWeight.MAJORITY_PROXIMITY
            || baseWeight == BaseWeight.BORDER_INFORMATION
            || partner == Partner.NEAREST_ENEMY
            || acceptance == Acceptance.ENEMY_SHARE // asks for those near new rows
            || (geometry == Geometry.SAFE_SEGMENT && partner.needsEnemies()); // or near partners
    return needsEnemies() && !everyEnemy;
  }

  /** Whether partners are among the nearest rows of all classes. */
  boolean drawsAmongAll() {
    return partner == Partner.ALL_NEIGHBORS;
  }

  /** Whether a search is judged by the rows of all classes that it finds, and not of the class. */
  boolean judgesAmongAll() {
    return drawsAmongAll() || (needsEnemies() && !needsNeighbors());
  }

  /** Whether a class needs more than k rows. */
  boolean needsNeighbors() {
    return all().anyMatch(Part::needsNeighbors);
  }

  /** Whether rows must be searched near others; if not, any rows may share a task. */
  boolean needsLocality() {
    boolean grouped = partner == Partner.SAME_CLUSTER || partner == Partner.CLUSTER_MEAN;
    return needsNeighbors() || needsEnemies() || grouped || baseWeight.needsSurvey();
  }

  /** Whether means and deviations of the whole class are needed. */
  boolean needsMoments() {
    return partner == Partner.CLASS_MEAN || geometry.needsDeviations();
  }

  /** The parts that copy rows, for a class too small for anything else. */
  VariantParts copying() {
    return new VariantParts(
        BaseWeight.UNIFORM, Partner.NONE, Geometry.COPY, Acceptance.NONE, nominal);
  }

  VariantParts withBaseWeight(BaseWeight other) {
    return new VariantParts(other, partner, geometry, acceptance, nominal);
  }

  VariantParts withGeometry(Geometry other) {
    return new VariantParts(baseWeight, partner, other, acceptance, nominal);
  }
}

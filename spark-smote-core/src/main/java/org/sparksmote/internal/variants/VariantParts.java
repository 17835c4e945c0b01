// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import java.io.Serializable;
import java.util.stream.Stream;
import org.sparksmote.internal.columns.NominalDemand;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.routing.CellNeeds;

/**
 * What an over-sampler is made of. Every variant is a row of such parts, and every part can be set
 * on its own.
 */
public record VariantParts(
    BaseWeight baseWeight,
    Partner partner,
    Geometry geometry,
    Acceptance acceptance,
    NominalRule nominal)
    implements Serializable {

  private Stream<Part> all() {
    return Stream.of(baseWeight, partner, geometry, acceptance);
  }

  /** Whether a setting matters that only some parts read. */
  public boolean reads(String setting) {
    boolean clustered = partner == Partner.CLUSTER_MEAN || partner == Partner.SAME_CLUSTER;
    boolean byLevel = baseWeight.grouping() == BaseWeight.Grouping.LEVELS;
    return all().anyMatch(part -> part.settings().contains(setting))
        || nominal.settings().contains(setting)
        || (setting.equals("numClusters") && clustered && !byLevel);
  }

  /** Whether rows of other classes must travel to the class's rows. */
  public boolean needsEnemies() {
    return all().anyMatch(Part::needsEnemies);
  }

  /** Whether enemies matter that are not among the nearest of any row. */
  private boolean needsEveryEnemy() {
    return baseWeight.needsEveryEnemy()
        || partner == Partner.NEAREST_ENEMY
        || acceptance == Acceptance.ENEMY_SHARE // asks for those near new rows
        || asksForEnemies(); // or near partners
  }

  /** Whether partners may be of other classes, and their safe level matters too. */
  private boolean asksForEnemies() {
    return geometry == Geometry.SAFE_SEGMENT && partner.needsEnemies();
  }

  /** Whether partners are among the nearest rows of all classes. */
  public boolean drawsAmongAll() {
    return partner == Partner.ALL_NEIGHBORS;
  }

  /** Whether a class needs more than k rows. */
  public boolean needsNeighbors() {
    return all().anyMatch(Part::needsNeighbors);
  }

  /** Whether rows must be searched near others; if not, any rows may share a task. */
  private boolean needsLocality() {
    boolean grouped = partner == Partner.SAME_CLUSTER || partner == Partner.CLUSTER_MEAN;
    return needsNeighbors() || needsEnemies() || grouped || baseWeight.needsSurvey();
  }

  /** What the search must bring. */
  public CellNeeds needs() {
    boolean enemies = needsEnemies();
    CellNeeds.Enemies reach =
        enemies
            ? needsEveryEnemy() ? CellNeeds.Enemies.ALL : CellNeeds.Enemies.NEAR
            : CellNeeds.Enemies.NONE;
    return new CellNeeds(
        needsLocality(),
        needsNeighbors(),
        baseWeight.reach(),
        reach,
        asksForEnemies(),
        drawsAmongAll() || (enemies && !needsNeighbors()),
        acceptance == Acceptance.ENEMY_SHARE ? Acceptance.LEAST_BATCH : 0);
  }

  /** What is done with nominal features, under the name of the variant. */
  NominalDemand nominalDemand(String variant) {
    boolean aroundBase = geometry == Geometry.COPY || geometry.needsDeviations();
    boolean separates = baseWeight == BaseWeight.SUPPORT_VECTORS;
    return new NominalDemand(nominal, variant, separates, needsLocality() || !aroundBase);
  }

  /** Whether means and deviations of the whole class are needed. */
  public boolean needsMoments() {
    return partner == Partner.CLASS_MEAN || geometry.needsDeviations();
  }

  /** The parts that copy rows, for a class too small for anything else. */
  public VariantParts copying() {
    return new VariantParts(
        BaseWeight.UNIFORM, Partner.NONE, Geometry.COPY, Acceptance.NONE, nominal);
  }

  public VariantParts withBaseWeight(BaseWeight other) {
    return new VariantParts(other, partner, geometry, acceptance, nominal);
  }

  public VariantParts withGeometry(Geometry other) {
    return new VariantParts(baseWeight, partner, other, acceptance, nominal);
  }
}

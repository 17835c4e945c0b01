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

  private boolean ask(Need need) {
    return all().anyMatch(part -> part.asks(need));
  }

  /** Whether a setting matters that only some parts read. */
  public boolean reads(String setting) {
    boolean byLevel = baseWeight.grouping() == BaseWeight.Grouping.LEVELS;
    return all().anyMatch(part -> part.settings().contains(setting))
        || nominal.settings().contains(setting)
        || (setting.equals("numClusters") && ask(Need.GROUPS) && !byLevel);
  }

  /** Whether rows of other classes must travel to the class's rows. */
  public boolean needsEnemies() {
    return all().anyMatch(Part::needsEnemies);
  }

  /** Whether enemies matter that are not among the nearest of any row. */
  private boolean needsEveryEnemy() {
    return ask(Need.EVERY_ENEMY) || asksForEnemies(); // or those near partners
  }

  /** Whether partners may be of other classes, and their safe level matters too. */
  private boolean asksForEnemies() {
    return ask(Need.SAFETY_OF_PARTNER) && partner.needsEnemies();
  }

  /** Whether partners are among the nearest rows of all classes. */
  public boolean drawsAmongAll() {
    return partner.asks(Need.AMONG_ALL);
  }

  /** Whether a class needs more than k rows. */
  public boolean needsNeighbors() {
    return ask(Need.NEIGHBORS);
  }

  /** Whether rows must be searched near others; if not, any rows may share a task. */
  private boolean needsLocality() {
    return needsNeighbors() || needsEnemies() || ask(Need.GROUPS) || baseWeight.needsSurvey();
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
        acceptance.leastBatch());
  }

  /** What is done with nominal features, under the name of the variant. */
  NominalDemand nominalDemand(String variant, boolean cleaned) {
    boolean measured = needsLocality() || !geometry.isAroundBase();
    return new NominalDemand(nominal, variant, needsPlane(), measured, cleaned);
  }

  /** Whether means and deviations of the whole class are needed. */
  public boolean needsMoments() {
    return ask(Need.MOMENTS);
  }

  /** Whether a plane between the class and the others is needed. */
  public boolean needsPlane() {
    return ask(Need.PLANE);
  }

  /** The parts that copy rows, for a class too small for anything else. */
  public VariantParts copying() {
    return new VariantParts(
        BaseWeight.UNIFORM, Partner.NONE, Geometry.COPY, Acceptance.NONE, nominal);
  }

  /** The same parts but for the rule of bases. */
  public VariantParts withBaseWeight(BaseWeight other) {
    return new VariantParts(other, partner, geometry, acceptance, nominal);
  }

  /** The same parts but for the geometry. */
  public VariantParts withGeometry(Geometry other) {
    return new VariantParts(baseWeight, partner, other, acceptance, nominal);
  }
}

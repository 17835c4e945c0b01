// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import java.util.List;
import java.util.Set;

/** Where a new row lies, given its base and partner. */
public enum Geometry implements Part {
  /** On the segment between base and partner, uniformly. */
  SEGMENT,

  /** On the part of the segment that is nearer to the safer end. */
  SAFE_SEGMENT(Need.ENEMIES, Need.SAFETY_OF_PARTNER),

  /** On the segment when the base is in danger, else beyond the base, away from the partner. */
  IN_OR_OUT(Need.ENEMIES),

  /** At even steps of the segment, one per copy of the base. */
  EVEN_STEPS,

  /** In the box between base and partner: a gap of its own for every feature. */
  FEATURE_GAPS,

  /** In the simplex of the base and its k neighbours, uniformly. */
  SIMPLEX(Need.NEIGHBORS),

  /** In a ball around the base that reaches to the partner, cut and deformed towards it. */
  BALL,

  /** From the normal distribution of the base and its k neighbours. */
  GAUSSIAN(Need.NEIGHBORS),

  /** From a normal distribution around the base with the class's rule-of-thumb bandwidth. */
  SMOOTHED_BOOTSTRAP(Need.MOMENTS),

  /** From a normal distribution around the base that keeps the deviations of the class. */
  RANDOM_WALK(Need.MOMENTS),

  /** On the base itself. */
  COPY;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<Need> needs;

  Geometry(Need... needs) {
    this.needs = Set.of(needs);
  }

  @Override
  public boolean asks(Need need) {
    return needs.contains(need);
  }

  @Override
  public List<String> settings() {
    return switch (this) {
      case IN_OR_OUT -> List.of("mNeighbors");
      case BALL -> List.of("truncationFactor", "deformationFactor");
      case SMOOTHED_BOOTSTRAP -> List.of("shrinkage");
      default -> List.of();
    };
  }

  /** Whether nothing but the base and the class as a whole says where the new row lies. */
  boolean isAroundBase() {
    return this == COPY || asks(Need.MOMENTS);
  }
}

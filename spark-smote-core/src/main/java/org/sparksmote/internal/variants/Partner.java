// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import java.util.Set;

/** With what a base row is combined. */
public enum Partner implements Part {
  /** One of the k nearest rows of the class. */
  CLASS_NEIGHBORS(Need.NEIGHBORS),

  /** One of the k nearest rows of all classes; half the way at most to one of another class. */
  ALL_NEIGHBORS(Need.ENEMIES, Need.AMONG_ALL),

  /** The nearest row of another class. */
  NEAREST_ENEMY(Need.EVERY_ENEMY),

  /** One of the k nearest rows of the class, or the nearest row of another class if nearer. */
  COMBINED(Need.NEIGHBORS, Need.ENEMIES),

  /** The mean of the class. */
  CLASS_MEAN(Need.MOMENTS),

  /** Any other row of the class. */
  CLASS_RANDOM,

  /** Another row of the same cluster, or of the same level of nearness to the other classes. */
  SAME_CLUSTER(Need.GROUPS),

  /** The mean of the base's cluster. */
  CLUSTER_MEAN(Need.GROUPS),

  /** Nothing: the geometry needs the base alone, or all of its neighbours. */
  NONE;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<Need> needs;

  Partner(Need... needs) {
    this.needs = Set.of(needs);
  }

  @Override
  public boolean asks(Need need) {
    return needs.contains(need);
  }
}

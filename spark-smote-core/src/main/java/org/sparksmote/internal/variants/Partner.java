// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

/** With what a base row is combined. */
public enum Partner implements Part {
  /** One of the k nearest rows of the class. */
  CLASS_NEIGHBORS,

  /** One of the k nearest rows of all classes; half the way at most to one of another class. */
  ALL_NEIGHBORS,

  /** The nearest row of another class. */
  NEAREST_ENEMY,

  /** One of the k nearest rows of the class, or the nearest row of another class if nearer. */
  COMBINED,

  /** The mean of the class. */
  CLASS_MEAN,

  /** Any other row of the class. */
  CLASS_RANDOM,

  /** Another row of the same cluster, or of the same level of nearness to the other classes. */
  SAME_CLUSTER,

  /** The mean of the base's cluster. */
  CLUSTER_MEAN,

  /** Nothing: the geometry needs the base alone, or all of its neighbours. */
  NONE;

  @Override
  public boolean needsEnemies() {
    return this == ALL_NEIGHBORS || this == NEAREST_ENEMY || this == COMBINED;
  }

  @Override
  public boolean needsNeighbors() {
    return this == CLASS_NEIGHBORS || this == COMBINED;
  }
}

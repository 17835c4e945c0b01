// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

/**
 * What a part asks of the steps before it. A part says it at its constant, {@link VariantParts}
 * adds it up, and no step before the rows are made knows one part from another.
 */
enum Need {
  /** The nearest rows of the class, so that a class needs more than k of them. */
  NEIGHBORS,

  /** The rows of other classes that are near. */
  ENEMIES,

  /** The rows of other classes, however far away they are. */
  EVERY_ENEMY,

  /** The neighbours among all rows that partners are drawn from. */
  AMONG_ALL,

  /** How safe the partner is, also where it is of another class. */
  SAFETY_OF_PARTNER,

  /** The rows of a cell in groups. */
  GROUPS,

  /** Means and deviations of the whole class. */
  MOMENTS,

  /** A plane between the class and the others. */
  PLANE
}

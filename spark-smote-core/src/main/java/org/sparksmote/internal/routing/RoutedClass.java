// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.distance.RowDistance;

/**
 * A class, and how its rows find those that they are searched with.
 *
 * @param plan what is made of it
 * @param distance how far its rows are from each other, and from those of other classes
 * @param needs what making its rows needs of the search
 * @param route how its rows find their cell
 */
public record RoutedClass(ClassPlan plan, RowDistance distance, CellNeeds needs, ClassRoute route)
    implements Serializable {

  /** A class whose rows have no way yet. */
  public RoutedClass(ClassPlan plan, RowDistance distance, CellNeeds needs) {
    this(plan, distance, needs, ClassRoute.NONE);
  }

  RoutedClass on(ClassRoute found) {
    return new RoutedClass(plan, distance, needs, found);
  }

  /** With another plan and needs; its rows have found their way before. */
  public RoutedClass settled(ClassPlan other, CellNeeds less) {
    return new RoutedClass(other, distance, less, route);
  }

  /** Whether neighbours of its rows are looked for at all. */
  public boolean isSearched() {
    return !plan.isUntouched() && plan.k() > 0 && needs.isSearched();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.cells;

import java.io.Serializable;
import org.sparksmote.internal.knn.SearchSettings;

/**
 * The engine's settings as the tasks need them.
 *
 * @param trees in the forest of a cell, at most
 * @param leafSize rows in a leaf, at most
 * @param exactBelow rows up to which a cell is searched exactly
 * @param targetQuality how near partners must come to those of an exact search
 * @param counted nearest rows of all classes that are counted, where some are
 */
public record SearchPlan(
    int trees, int leafSize, int exactBelow, long seed, double targetQuality, int counted)
    implements Serializable {

  /** The search of k neighbours. */
  SearchSettings of(int k) {
    // A little less than what is asked, because neighbours beyond a border are missed besides.
    SearchSettings.Target partners = SearchSettings.Target.OF_PARTNERS;
    return new SearchSettings(
        Math.max(1, k),
        trees,
        leafSize,
        exactBelow,
        seed,
        new SearchSettings.Target(
            partners.extraNeighbors() * targetQuality, partners.leastRecall()),
        TaskInterruption.here());
  }
}

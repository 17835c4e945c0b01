// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;
import org.sparksmote.internal.distance.ImageReader;
import org.sparksmote.internal.rows.FeatureRow;

/**
 * The way from a row to the cells of one class: home first, then the cells that need the row as a
 * candidate. Neighbouring buckets may share a cell.
 *
 * @param rule tells buckets apart
 * @param cellOfBucket the cell of every bucket; none for a class that gets no new rows
 * @param takesEnemies whether rows of other classes travel too
 */
public record ClassRoute(BucketRule rule, int[] cellOfBucket, boolean takesEnemies)
    implements Serializable {

  /** The route of a class that gets no new rows. */
  static final ClassRoute NONE = new ClassRoute(BucketRule.anywhere(1), new int[0], false);

  /** Whether rows of the class travel at all. */
  boolean isNone() {
    return cellOfBucket.length == 0;
  }

  /** Room that {@link #route} needs. */
  int width() {
    return cellOfBucket.length;
  }

  /** Fills {@code out} with the row's cells, home first, and returns how many there are, if any. */
  int route(FeatureRow row, boolean enemy, ImageReader images, int[] out) {
    int buckets = rule.route(row, enemy, images, out);
    int cells = 0;
    for (int i = 0; i < buckets; i++) {
      int cell = cellOfBucket[out[i]];
      if (!contains(out, cells, cell)) {
        out[cells++] = cell;
      }
    }

    return cells;
  }

  private static boolean contains(int[] values, int length, int value) {
    for (int i = 0; i < length; i++) {
      if (values[i] == value) {
        return true;
      }
    }

    return false;
  }
}

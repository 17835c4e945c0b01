// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.io.Serializable;
import org.sparksmote.internal.strategy.ClassCount;

/**
 * What happens to one class.
 *
 * @param count the class as it was found
 * @param make synthetic rows to make
 * @param k neighbours per row; 0 for plain copies
 * @param note why this differs from what was asked, or empty
 */
public record ClassPlan(ClassCount count, long make, int k, String note) implements Serializable {

  /** Whether the class gets no new row. */
  public boolean isUntouched() {
    return make == 0;
  }
}

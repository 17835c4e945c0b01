// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One class of the data: its label as it stands in the column, and its rows.
 *
 * @param label the label, never cast to another type
 * @param rows rows that stay in the output
 * @param usable rows whose features are valid: the ones that can be a base or a partner
 * @param digest order-free fingerprint of the usable rows
 */
record ClassCount(Object label, long rows, long usable, long digest) implements Serializable {

  /** Whether a strategy's text names this class: {@code "1"} names 1, 1L and 1.0 alike. */
  boolean isNamed(String name) {
    return name.equals(name()) || (label instanceof Number && sameNumber(name));
  }

  /** The label as text. */
  String name() {
    return String.valueOf(label);
  }

  private boolean sameNumber(String name) {
    try {
      return new BigDecimal(name).compareTo(new BigDecimal(name())) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}

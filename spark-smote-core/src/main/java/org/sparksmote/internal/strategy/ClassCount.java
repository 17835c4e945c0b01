// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One class of the data: its label and its rows.
 *
 * @param key what tells the class from others: see {@code CellForms}
 * @param name the label as Spark shows it
 * @param found rows in the input
 * @param rows rows that stay in the output
 * @param usable rows whose features are valid: the ones that can be a base or a partner
 * @param digest order-free fingerprint of the usable rows
 */
public record ClassCount(Object key, String name, long found, long rows, long usable, long digest)
    implements Serializable {

  /** The label as a comparable cell: texts that a collation makes equal have one spelling. */
  public Object label() {
    return key instanceof String ? name : key;
  }

  /** Whether a strategy's text names this class: {@code "1"} names 1, 1L and 1.0 alike. */
  public boolean isNamed(String wanted) {
    return wanted.equals(name) || (key instanceof Number && sameNumber(wanted));
  }

  private boolean sameNumber(String wanted) {
    try {
      return new BigDecimal(wanted).compareTo(new BigDecimal(name)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}

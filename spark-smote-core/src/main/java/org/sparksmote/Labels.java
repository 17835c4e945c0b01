// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.jspecify.annotations.Nullable;

/** Labels are opaque keys: compared, counted and written back, never cast to a number. */
final class Labels {

  private Labels() {}

  /** The key of a label cell, or null if it is no label: null or NaN. */
  static @Nullable Object key(@Nullable Object cell) {
    if (cell instanceof Double number) {
      return number.isNaN() ? null : (Object) (number + 0.0); // -0.0 and 0.0 are one class
    }

    if (cell instanceof Float number) {
      return number.isNaN() ? null : (Object) (number + 0.0f);
    }

    return cell;
  }

  /** The natural order of the label's type. */
  @SuppressWarnings("unchecked")
  static int compare(Object a, Object b) {
    return ((Comparable<Object>) a).compareTo(b);
  }
}

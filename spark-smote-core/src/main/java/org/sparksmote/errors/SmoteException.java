// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.errors;

import java.util.Locale;

/**
 * A request that cannot be met as it stands: a wrong setting, or a setting that does not fit the
 * data. The message starts with the code in brackets and ends with the remedy; it never shows
 * feature values.
 */
public final class SmoteException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String code;

  private SmoteException(String code, String message) {
    super("[" + code + "] Cannot " + message);
    this.code = code;
  }

  /**
   * An error as all of the library are: it says what cannot be done, names the column, class or
   * count, and ends with the remedy. It never shows feature values.
   *
   * @param number of the code, which docs/errors.md lists
   * @param format of what stands behind "Cannot "
   */
  public static SmoteException of(int number, String format, Object... args) {
    return new SmoteException(code(number), String.format(Locale.ROOT, format, args));
  }

  /**
   * An error that the package for Python finds too, so that its text stands in a file that both
   * read.
   */
  public static SmoteException shared(int number, Object... args) {
    return of(number, SharedTexts.of(code(number)), args);
  }

  private static String code(int number) {
    return String.format(Locale.ROOT, "SMOTE-%03d", number);
  }

  /** The stable code of the problem, for example {@code SMOTE-027}; docs/errors.md lists them. */
  public String code() {
    return code;
  }
}

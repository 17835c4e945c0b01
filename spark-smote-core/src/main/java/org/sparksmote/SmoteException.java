// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

/**
 * A request that cannot be met as it stands: a wrong setting, or a setting that does not fit the
 * data. The message starts with the code in brackets and ends with the remedy; it never shows
 * feature values.
 */
public final class SmoteException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String code;

  SmoteException(String code, String message) {
    super("[" + code + "] Cannot " + message);
    this.code = code;
  }

  /** The stable code of the problem, for example {@code SMOTE-027}; docs/errors.md lists them. */
  public String code() {
    return code;
  }
}

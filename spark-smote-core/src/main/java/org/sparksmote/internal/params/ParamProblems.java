// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.params;

import org.sparksmote.errors.SmoteException;

/** Errors about values of params. */
final class ParamProblems {

  private ParamProblems() {}

  static SmoteException nullValue(String param) {
    return SmoteException.of(
        13,
        "use null in %s: null is neither a value nor the default. Set a value, or call clear with"
            + " this param to unset it.",
        param);
  }

  static SmoteException otherStage(String param, String given, String needed) {
    return SmoteException.of(
        160,
        "use a %s as %s: a %s is needed. Set one, or clear %s for the default.",
        given,
        param,
        needed,
        param);
  }

  static SmoteException notAText(String param, String type) {
    return SmoteException.of(
        64, "use a value of type %s in %s: it takes names. Use strings in the list.", type, param);
  }
}

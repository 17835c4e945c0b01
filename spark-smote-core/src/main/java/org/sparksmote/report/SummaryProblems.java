// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.report;

import org.sparksmote.errors.SmoteException;

/** Errors about saved summaries. */
final class SummaryProblems {

  private SummaryProblems() {}

  static SmoteException badSummary(String owner, String reason) {
    return SmoteException.of(
        44, "read the summary of %s: %s. Fit again, or load an undamaged model.", owner, reason);
  }
}

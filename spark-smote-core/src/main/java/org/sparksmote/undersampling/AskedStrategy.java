// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import org.sparksmote.internal.strategy.CleanStrategy;
import org.sparksmote.internal.strategy.KeepStrategy;

/** What a samplingStrategy says: how many rows stay, or only whose may go. */
enum AskedStrategy {
  SIZES(
      "which classes shrink to what size: auto, majority, not minority, not majority, all, none, a"
          + " ratio such as 0.5, or a JSON object from label to wanted total"),

  TARGETS(
      "whose rows may go: auto (all classes but the smallest), majority, not minority, not majority,"
          + " all, none, or a JSON array of labels");

  private final String documentation;

  AskedStrategy(String documentation) {
    this.documentation = documentation;
  }

  String documentation() {
    return documentation;
  }

  /** Whether it can be read; the strategies say themselves what is wrong. */
  boolean isStrategy(String text) {
    if (this == SIZES) {
      KeepStrategy.parse(text);
    } else {
      CleanStrategy.parse(text);
    }

    return true;
  }

  boolean isNone(String text) {
    return this == SIZES ? KeepStrategy.isNone(text) : CleanStrategy.isNone(text);
  }
}

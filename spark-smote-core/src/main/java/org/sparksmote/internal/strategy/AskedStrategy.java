// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

/**
 * What the samplingStrategy of a sampler that takes rows away says: how many rows stay, or only
 * whose may go.
 */
public enum AskedStrategy {
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

  /** What the param takes, in words. */
  public String documentation() {
    return documentation;
  }

  /** Whether it can be read; the strategies say themselves what is wrong. */
  public boolean isStrategy(String text) {
    if (this == SIZES) {
      KeepStrategy.parse(text);
    } else {
      CleanStrategy.parse(text);
    }

    return true;
  }

  /** Whether it says that nothing is done. */
  public boolean isNone(String text) {
    return this == SIZES ? KeepStrategy.isNone(text) : CleanStrategy.isNone(text);
  }
}

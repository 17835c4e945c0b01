// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import java.util.Set;

/** Which of the rows made are kept; the others are made anew. */
public enum Acceptance implements Part {
  /** All of them. */
  NONE,

  /** Those among whose k nearest rows the other classes have a small share. */
  ENEMY_SHARE(Need.EVERY_ENEMY); // those near a new row may be near no other

  /** New rows that are tried together, at least. */
  public static final int LEAST_BATCH = 1_000;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<Need> needs;

  Acceptance(Need... needs) {
    this.needs = Set.of(needs);
  }

  @Override
  public boolean asks(Need need) {
    return needs.contains(need);
  }

  /** How many new rows are tried together, at least; 0 if none is tried. */
  int leastBatch() {
    return this == NONE ? 0 : LEAST_BATCH;
  }
}

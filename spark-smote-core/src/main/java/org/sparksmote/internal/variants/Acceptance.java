// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

/** Which of the rows made are kept; the others are made anew. */
public enum Acceptance implements Part {
  /** All of them. */
  NONE,

  /** Those among whose k nearest rows the other classes have a small share. */
  ENEMY_SHARE;

  /** New rows that are tried together, at least. */
  public static final int LEAST_BATCH = 1_000;

  @Override
  public boolean needsEnemies() {
    return this == ENEMY_SHARE;
  }
}

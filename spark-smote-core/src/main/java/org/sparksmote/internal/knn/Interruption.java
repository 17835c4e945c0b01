// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * Ends a search that nobody waits for any more. A search asks once per block of queries, so that
 * after an interruption it does no more than finish one block.
 */
@FunctionalInterface
public interface Interruption {

  /** Never interrupts. */
  Interruption NONE = () -> {};

  /** Throws what the caller of the search wants to see if it is to end; else does nothing. */
  void check();
}

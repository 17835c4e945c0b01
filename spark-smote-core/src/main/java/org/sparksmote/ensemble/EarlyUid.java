// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.saving.StageUid;

/**
 * The uid of a stage that extends one of Spark's abstract classes. These declare params, which ask
 * for the uid, before a constructor in Java can set a field. So a constructor puts the uid here
 * among the arguments of {@code super}, and {@code uid()} takes it at its first call.
 */
final class EarlyUid {

  private static final ThreadLocal<@Nullable String> NEXT = new ThreadLocal<>();

  private EarlyUid() {}

  /** The mark of a constructor that calls {@link #take} before anybody else does. */
  static EarlyUid of(String uid) {
    NEXT.set(StageUid.checked(uid));
    return new EarlyUid();
  }

  static String take() {
    String uid = NEXT.get();
    NEXT.remove();
    if (uid == null) {
      throw new IllegalStateException("a stage was made without its uid");
    }

    return uid;
  }
}

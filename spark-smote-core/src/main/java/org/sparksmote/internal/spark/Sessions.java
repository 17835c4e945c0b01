// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Whose settings count: those of the session that a dataset belongs to, not of the active one. */
public final class Sessions {

  private Sessions() {}

  /** Works with the session of a dataset as the active one of this thread. */
  public static <T> T of(Dataset<?> data, Supplier<T> work) {
    Option<SparkSession> before = SparkSession.getActiveSession();
    SparkSession.setActiveSession(data.sparkSession());
    try {
      return work.get();
    } finally {
      if (before.isDefined()) {
        SparkSession.setActiveSession(before.get());
      } else {
        SparkSession.clearActiveSession();
      }
    }
  }

  /** Whether names are told apart by case; not if there is no session to ask, as is the default. */
  public static boolean areCaseSensitive() {
    Option<SparkSession> active = SparkSession.getActiveSession();
    Option<SparkSession> session = active.isDefined() ? active : SparkSession.getDefaultSession();
    return session.isDefined()
        && Boolean.parseBoolean(session.get().conf().get("spark.sql.caseSensitive"));
  }
}

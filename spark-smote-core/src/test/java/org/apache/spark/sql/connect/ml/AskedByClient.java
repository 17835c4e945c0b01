// SPDX-License-Identifier: Apache-2.0
package org.apache.spark.sql.connect.ml;

import java.util.function.Supplier;

/** Calls as a server of Spark Connect does for its clients: from its own package. */
public final class AskedByClient {

  private AskedByClient() {}

  /** Answers a client. */
  public static <T> T answer(Supplier<T> call) {
    return call.get();
  }
}

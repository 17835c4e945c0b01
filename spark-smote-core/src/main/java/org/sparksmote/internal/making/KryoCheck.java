// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;

/**
 * Refuses a plan whose jobs would die because Kryo may send registered classes only, and one that
 * is needed is not among them.
 */
final class KryoCheck {

  private KryoCheck() {}

  /** Starts no job. */
  static void requireRegistered(SparkConf conf) {
    boolean strict =
        conf.get("spark.serializer", "").equals(KryoSerializer.class.getName())
            && conf.getBoolean("spark.kryo.registrationRequired", false);
    if (!strict) {
      return;
    }

    List<String> missing = SentClasses.missing(new KryoSerializer(conf).newKryo());
    if (!missing.isEmpty()) {
      throw MakingProblems.notRegistered(String.join(", ", missing));
    }
  }
}

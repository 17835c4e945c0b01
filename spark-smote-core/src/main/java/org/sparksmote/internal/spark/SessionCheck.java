// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.sql.Dataset;

/** Refuses data whose session cannot do what samplers ask of it; starts no job. */
public final class SessionCheck {

  private SessionCheck() {}

  /**
   * Refuses a streaming dataset, and a session whose jobs would die because Kryo may send
   * registered classes only and one that is needed is not among them.
   */
  public static void require(Dataset<?> data) {
    if (data.isStreaming()) {
      throw SparkProblems.streaming();
    }

    requireRegistered(data.sparkSession().sparkContext().getConf());
  }

  static void requireRegistered(SparkConf conf) {
    boolean strict =
        conf.get("spark.serializer", "").equals(KryoSerializer.class.getName())
            && conf.getBoolean("spark.kryo.registrationRequired", false);
    if (!strict) {
      return;
    }

    List<String> missing = SentClasses.missing(new KryoSerializer(conf).newKryo());
    if (!missing.isEmpty()) {
      throw SparkProblems.notRegistered(String.join(", ", missing));
    }
  }
}

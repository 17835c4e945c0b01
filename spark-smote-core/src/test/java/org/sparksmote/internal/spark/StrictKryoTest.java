// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.junit.jupiter.api.Test;
import org.sparksmote.SmoteRegistrator;
import org.sparksmote.testing.Refusal;

/** Sessions in which Kryo may send registered classes only. */
class StrictKryoTest {

  private static SparkConf strict() {
    return new SparkConf(false)
        .set("spark.serializer", KryoSerializer.class.getName())
        .set("spark.kryo.registrationRequired", "true");
  }

  private static SparkConf withRegistrator() {
    return strict().set("spark.kryo.registrator", SmoteRegistrator.class.getName());
  }

  @Test
  void withoutTheRegistrator_isRefused_withTheSettingToMake() {
    assertThat(Refusal.of(() -> SessionCheck.requireRegistered(strict())))
        .startsWith(
            "[SMOTE-060] Cannot send results by Kryo: spark.kryo.registrationRequired is set")
        .contains("org.apache.spark.sql.catalyst.expressions.GenericRow, ")
        .endsWith(
            "Set spark.kryo.registrator to org.sparksmote.SmoteRegistrator, which registers them.");
  }

  @Test
  void otherSessions_needNoRegistrator() {
    SparkConf lenient = strict().set("spark.kryo.registrationRequired", "false");
    SparkConf java = strict().remove("spark.serializer");
    for (SparkConf conf : List.of(lenient, java, withRegistrator())) {
      SessionCheck.requireRegistered(conf);
    }
  }
}

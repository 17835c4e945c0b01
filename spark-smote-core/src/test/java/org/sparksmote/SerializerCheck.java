// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Runs beside the contract tests where the build asks for Kryo: it is really there. */
class SerializerCheck extends SparkTest {

  @Test
  void session_isSetUpAsTheBuildAsksFor() {
    assertThat(SparkEnv.get().serializer()).isInstanceOf(KryoSerializer.class);
    SparkConf conf = spark.sparkContext().getConf();
    assertThat(conf.get("spark.serializer")).isEqualTo(KryoSerializer.class.getName());
    assertThat(conf.get("spark.master"))
        .isEqualTo(System.getProperty("spark.master", "local[2,4]"));
    assertThat(conf.get("spark.kryo.registrationRequired", "false"))
        .isEqualTo(System.getProperty("spark.kryo.registrationRequired", "false"));
  }

  /** What is persisted passes the serializer too. */
  @Test
  void persistedRows_haveDecimals() {
    Dataset<Row> data =
        Tables.clouds(60, 20).selectExpr("features", "cast(label as decimal(38,2)) as label", "id");
    for (String level : new String[] {"MEMORY_ONLY_SER", "DISK_ONLY"}) {
      Recorder recorder = new Recorder();
      new ResamplingPipeline()
          .setIntermediateStorageLevel(level)
          .setCacheInput(true)
          .setStages(new PipelineStage[] {new Smote(), recorder})
          .fit(data);
      assertThat(recorder.seen().rows()).hasSize(120);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.SparkSession;

/** Saves and loads stages whose whole state is in their params. */
public final class StageIo {

  private StageIo() {}

  /** Writes what Spark's own stages write: the metadata with uid and params. */
  public static MLWriter writer(Params stage) {
    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        StageMetadata.save(stage, path, sparkSession());
      }
    };
  }

  /** A reader for stages of one class, made by {@code create} from their uid. */
  public static <T extends Params> MLReader<T> reader(Class<T> type, Function<String, T> create) {
    return reader(type, create, (path, stage) -> {});
  }

  /** The same, with a check of what was loaded from a path. */
  public static <T extends Params> MLReader<T> reader(
      Class<T> type, Function<String, T> create, BiConsumer<String, T> check) {
    return new MLReader<>() {
      @Override
      public T load(String path) {
        T stage = StageIo.load(path, sparkSession(), type, create);
        check.accept(path, stage);
        return stage;
      }
    };
  }

  /**
   * Loads a stage. The class that the metadata names is compared before anything is made of it: a
   * tampered file cannot have another class instantiated.
   */
  public static <T extends Params> T load(
      String path, SparkSession session, Class<T> type, Function<String, T> create) {
    StageMetadata metadata = StageMetadata.load(path, session).ofClass(type).ofKnownVersion();
    T stage = create.apply(metadata.uid());
    metadata.restore(stage);
    return stage;
  }
}

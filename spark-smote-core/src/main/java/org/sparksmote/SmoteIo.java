// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.function.Function;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import scala.Option;

/** Saves and loads stages whose whole state is in their params. */
final class SmoteIo {

  private SmoteIo() {}

  static MLWriter writer(Params stage) {
    return new DefaultParamsWriter(stage);
  }

  /** A reader for stages of one class, made by {@code create} from their uid. */
  static <T extends Params> MLReader<T> reader(Class<T> type, Function<String, T> create) {
    return new MLReader<>() {
      @Override
      public T load(String path) {
        return loadParams(this, path, type, create);
      }
    };
  }

  /**
   * Reads the params of a stage. The class that the metadata names is compared before anything is
   * made of it: a tampered file cannot have another class instantiated.
   */
  static <T extends Params> T loadParams(
      MLReader<?> reader, String path, Class<T> type, Function<String, T> create) {
    DefaultParamsReader.Metadata metadata =
        DefaultParamsReader.loadMetadata(path, reader.sparkSession(), "");
    if (!metadata.className().equals(type.getName())) {
      throw Problems.foreignMetadata(path, type.getSimpleName());
    }

    T stage = create.apply(metadata.uid());
    metadata.getAndSetParams(stage, Option.empty());
    return stage;
  }
}

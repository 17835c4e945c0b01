// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.SparkSession;
import org.sparksmote.errors.SmoteException;

/**
 * Saves stages and models that hold others, such as an estimator or the members of an ensemble:
 * metadata as all stages have them, and beside them a directory for each, written by its own
 * writer.
 */
public final class HeldStages {

  private HeldStages() {}

  /**
   * A writer. What cannot be saved is refused at once, before anything is written.
   *
   * @param held what is held, by the names of the directories
   */
  public static MLWriter writer(Params stage, Map<String, ? extends Params> held) {
    Map<String, MLWriter> writers = new LinkedHashMap<>();
    held.forEach((name, part) -> writers.put(name, writer(stage, name, part)));
    return new MLWriter() {
      @Override
      public void saveImpl(String path) {
        StageMetadata.saveHolder(stage, List.copyOf(writers.keySet()), path, sparkSession());
        writers.forEach((name, part) -> SavedStages.savePart(part, path, name, sparkSession()));
      }
    };
  }

  private static MLWriter writer(Params stage, String name, Params part) {
    if (part instanceof MLWritable writable) {
      return writable.write();
    }

    throw SavingProblems.heldNotWritable(stage.uid(), name, part.getClass().getSimpleName());
  }

  /** The directory of one of several. */
  public static String member(int number) {
    return "members/" + number;
  }

  /** Several by their directories. */
  public static Map<String, Params> members(List<? extends Params> members) {
    Map<String, Params> held = new LinkedHashMap<>();
    for (Params member : members) {
      held.put(member(held.size()), member);
    }

    return held;
  }

  /** Sets a param to the stage that was saved under its name. */
  public static void restore(Params stage, Param<?> param, String path, SparkSession session) {
    PipelineStage part = SavedStages.loadPart(path, param.name(), session);
    Param<Object> own = stage.getParam(param.name());
    try {
      stage.set(own, part);
    } catch (IllegalArgumentException e) { // it is no stage that the param takes
      throw (RuntimeException) wrong(path, param.name(), part).initCause(e);
    }
  }

  /** What was saved in a directory, which must be of a class. */
  public static <T> T load(String path, String name, Class<T> type, SparkSession session) {
    PipelineStage part = SavedStages.loadPart(path, name, session);
    if (!type.isInstance(part)) {
      throw wrong(path, name, part);
    }

    return type.cast(part);
  }

  private static SmoteException wrong(String path, String name, PipelineStage part) {
    return SavingProblems.wrongHeld(path, name, part.getClass().getSimpleName());
  }
}

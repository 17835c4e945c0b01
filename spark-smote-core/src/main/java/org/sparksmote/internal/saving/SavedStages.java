// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.SparkSession;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.json.CheckedJson;

/**
 * The stages of a pipeline, which Spark saves and loads in directories that are called by their
 * uids. Spark asks neither whether these stay inside the pipeline nor whether they are what they
 * should be, so that is done here, before it begins.
 */
public final class SavedStages {

  private static final String OWN = "org.sparksmote.ResamplingPipeline";

  private static final Set<String> PIPELINES =
      Set.of(Pipeline.class.getName(), PipelineModel.class.getName(), OWN);

  private SavedStages() {}

  /** Refuses stages whose uids are no plain names, or that have one uid. */
  public static void requireNames(String pipeline, PipelineStage[] stages) {
    Set<String> uids = new HashSet<>();
    for (PipelineStage stage : stages) {
      if (!uids.add(StageUid.checked(stage.uid()))) {
        throw SavingProblems.sameUid(pipeline, stage.uid());
      }

      if (stage instanceof Pipeline inner) {
        requireNames(inner.uid(), inner.getStages());
      } else if (stage instanceof PipelineModel inner) {
        requireNames(inner.uid(), inner.stages());
      }
    }
  }

  /** Saves each stage where Spark would. */
  public static void save(PipelineStage[] stages, String path, SparkSession session) {
    for (int i = 0; i < stages.length; i++) {
      save(
          ((MLWritable) stages[i]).write(),
          place(path, stages[i].uid(), i, stages.length),
          session);
    }
  }

  /** Saves what a stage holds beside the stage's own metadata. */
  public static void savePart(MLWriter part, String path, String name, SparkSession session) {
    save(part, new Path(path, name).toString(), session);
  }

  private static void save(MLWriter writer, String path, SparkSession session) {
    writer.session(session);
    try {
      writer.save(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where Spark keeps a stage of a pipeline. */
  private static String place(String path, String uid, int i, int count) {
    String stages = new Path(path, "stages").toString();
    return Pipeline.SharedReadWrite$.MODULE$.getStagePath(uid, i, count, stages);
  }

  /** Loads the stages of a pipeline of Spark's. */
  public static PipelineStage[] load(String path, SparkSession session) {
    return load(path, StageMetadata.load(path, session).ofClass(Pipeline.class), session);
  }

  /** Loads the stages of a pipeline that is saved as Spark does, whatever its class. */
  public static PipelineStage[] load(String path, StageMetadata pipeline, SparkSession session) {
    check(path, pipeline, session);
    List<String> uids = pipeline.stageUids();
    PipelineStage[] stages = new PipelineStage[uids.size()];
    for (int i = 0; i < stages.length; i++) {
      stages[i] = load(path, place(path, uids.get(i), i, stages.length), session);
    }

    return stages;
  }

  /** Loads what {@link #savePart} saved beside the metadata of a stage. */
  public static PipelineStage loadPart(String path, String name, SparkSession session) {
    return load(path, new Path(path, name).toString(), session);
  }

  private static PipelineStage load(String path, String place, SparkSession session) {
    try {
      return stage(place, session);
    } catch (SmoteException e) {
      throw e;
    } catch (Exception | LinkageError e) { // of Spark, or of the stages of somebody else
      SmoteException problem =
          SavingProblems.badStages(
              path, e.getClass().getSimpleName(), CheckedJson.shown(e.getMessage()));
      problem.initCause(e);
      throw problem;
    }
  }

  /** Loads a stage by the reader of its class, as Spark does. */
  private static PipelineStage stage(String path, SparkSession session)
      throws ReflectiveOperationException {
    String name = StageMetadata.load(path, session).className();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Class<?> type = Class.forName(name, false, loader);
    if (!PipelineStage.class.isAssignableFrom(type)) {
      throw new ClassCastException(name + " is no stage of a pipeline");
    }

    MLReader<?> reader = (MLReader<?>) type.getMethod("read").invoke(null);
    reader.session(session);
    return (PipelineStage) reader.load(path);
  }

  private static void check(String path, StageMetadata pipeline, SparkSession session) {
    List<String> uids = pipeline.stageUids();
    for (int i = 0; i < uids.size(); i++) {
      String place = place(path, uids.get(i), i, uids.size());
      StageMetadata stage = StageMetadata.load(place, session).ofUid(uids.get(i));
      String type = stage.className();
      if (PIPELINES.contains(type) && (stage.hasStageUids() || !type.equals(OWN))) {
        check(place, stage, session);
      }
    }
  }
}

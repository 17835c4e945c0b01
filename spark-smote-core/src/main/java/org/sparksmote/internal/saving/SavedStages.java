// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.SparkSession;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.json.CheckedJson;

/**
 * The stages of a pipeline, which Spark saves and loads in directories that are called by their
 * uids. Spark asks neither whether these stay inside the pipeline nor whether they are what they
 * should be, so that is done here, before it begins.
 */
public final class SavedStages {

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

  /** Loads the stages of a pipeline of Spark's. */
  public static PipelineStage[] load(String path, SparkSession session) {
    check(path, StageMetadata.load(path, session).ofClass(Pipeline.class), session);
    MLReader<Pipeline> reader = Pipeline.read();
    reader.session(session);
    try {
      return reader.load(path).getStages();
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

  private static void check(String path, StageMetadata pipeline, SparkSession session) {
    List<String> uids = pipeline.stageUids();
    String stages = new Path(path, "stages").toString();
    for (int i = 0; i < uids.size(); i++) {
      String place =
          Pipeline.SharedReadWrite$.MODULE$.getStagePath(uids.get(i), i, uids.size(), stages);
      StageMetadata stage = StageMetadata.load(place, session).ofUid(uids.get(i));
      String type = stage.className();
      if (type.equals(Pipeline.class.getName()) || type.equals(PipelineModel.class.getName())) {
        check(place, stage, session);
      }
    }
  }
}

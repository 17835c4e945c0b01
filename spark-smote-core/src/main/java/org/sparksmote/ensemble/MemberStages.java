// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.FMClassifier;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.ColumnProblems;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.keyed.Mix;
import org.sparksmote.internal.learning.LearningProblems;
import org.sparksmote.internal.pipeline.ReadColumns;
import org.sparksmote.sampler.Sampler;
import org.sparksmote.undersampling.RandomUnderSampler;

/** The sampler and the classifier of each member, made of what the user set. */
final class MemberStages {

  /** Draws of one member: its sampler and its classifier have streams of their own. */
  private static final int OF_SAMPLER = 0;

  private static final int OF_LEARNER = 1;

  private final EnsembleClassifier<?, ?> ensemble;

  MemberStages(EnsembleClassifier<?, ?> ensemble) {
    this.ensemble = ensemble;
  }

  /** Refuses what can be seen before any job. */
  void check(StructType schema) {
    // Classifiers of Spark ML find columns by their exact names, whatever the session does.
    ColumnResolver columns = new ColumnResolver(schema, true);
    String label = ensemble.getLabelCol();
    StructField labels = schema.fields()[columns.find("labelCol", label)];
    if (!(labels.dataType() instanceof NumericType)) {
      String type = labels.dataType().simpleString();
      throw LearningProblems.noClassIndices(label, "they are of type " + type);
    }

    columns.find("featuresCol", ensemble.getFeaturesCol());
    refuseDots("labelCol", label);
    refuseDots("featuresCol", ensemble.getFeaturesCol());
    if (hasWeights()) {
      columns.find("weightCol", ensemble.getWeightCol());
      refuseDots("weightCol", ensemble.getWeightCol());
    }

    for (String param : List.of("predictionCol", "probabilityCol", "rawPredictionCol")) {
      String name = (String) ensemble.getOrDefault(ensemble.getParam(param));
      if (columns.has(name)) {
        throw ColumnProblems.outputColumnExists(param, name);
      }
    }

    StructType sampled = schema;
    if (ensemble.hasSampler()) {
      refuseIfSet(ensemble.samplingStrategy());
      refuseIfSet(ensemble.withReplacement());
      sampled = sampler(0) instanceof PipelineStage stage ? stage.transformSchema(schema) : schema;
    }

    if (hasWeights() && !ensemble.getEstimator().hasParam("weightCol")) {
      throw EnsembleProblems.noWeights(nameOf(ensemble.getEstimator()), ensemble.getWeightCol());
    }

    learner(0).transformSchema(sampled);
  }

  private static void refuseDots(String param, String column) {
    if (column.contains(".")) {
      throw EnsembleProblems.dottedName(column, param);
    }
  }

  private void refuseIfSet(Param<?> param) {
    if (ensemble.isSet(param)) {
      throw EnsembleProblems.strategyBesideSampler(param.name(), nameOf(ensemble.getSampler()));
    }
  }

  private boolean hasWeights() {
    return ensemble.isSet(ensemble.weightCol());
  }

  static String nameOf(Object stage) {
    return stage.getClass().getSimpleName();
  }

  /** Refuses a classifier that Spark says knows two classes only, after all bags were made. */
  void refuseClasses(int classes) {
    ProbabilisticClassifier<Vector, ?, ?> learner = ensemble.getEstimator();
    boolean two = learner instanceof GBTClassifier || learner instanceof FMClassifier;
    if (two && classes > 2) {
      throw EnsembleProblems.twoClassesOnly(nameOf(learner), classes);
    }
  }

  private long seed(int member, int stream) {
    return Mix.child(Mix.child(ensemble.getSeed(), member), stream);
  }

  /** A member's sampler: a copy of the user's, or one that takes rows away. */
  Sampler sampler(int member) {
    long seed = seed(member, OF_SAMPLER);
    if (!ensemble.hasSampler()) {
      return new RandomUnderSampler()
          .setLabelCol(ensemble.getLabelCol())
          .setSamplingStrategy(ensemble.getSamplingStrategy())
          .setWithReplacement(ensemble.getWithReplacement())
          .setSeed(seed);
    }

    Sampler sampler = ensemble.getSampler();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("labelCol", ensemble.getLabelCol());
    settings.put("seed", seed);
    if (!sampler.hasParam("inputCols") || !sampler.isSet(sampler.getParam("inputCols"))) {
      settings.put("featuresCol", ensemble.getFeaturesCol());
    }

    return (Sampler) sampler.copy(present(sampler, settings));
  }

  /** A member's classifier. */
  ProbabilisticClassifier<Vector, ?, ?> learner(int member) {
    ProbabilisticClassifier<Vector, ?, ?> learner = ensemble.getEstimator();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("labelCol", ensemble.getLabelCol());
    settings.put("featuresCol", ensemble.getFeaturesCol());
    settings.put("predictionCol", ensemble.getPredictionCol());
    settings.put("rawPredictionCol", ensemble.getRawPredictionCol());
    settings.put("probabilityCol", ensemble.getProbabilityCol());
    settings.put("seed", seed(member, OF_LEARNER));
    if (hasWeights()) {
      settings.put("weightCol", ensemble.getWeightCol());
    }

    settings.putAll(ensemble.ofMember(learner));
    return learner.copy(present(learner, settings));
  }

  /** Those settings that a stage has. */
  private static ParamMap present(Params stage, Map<String, Object> settings) {
    ParamMap map = new ParamMap();
    settings.forEach(
        (name, value) -> {
          if (stage.hasParam(name)) {
            map.put(stage.getParam(name), value);
          }
        });
    return map;
  }

  /** The columns that a member's classifier does not read, as far as its params tell. */
  String[] unread(StructType schema) {
    List<ReadColumns.Use> uses = ReadColumns.of(learner(0), schema);
    ColumnResolver columns = new ColumnResolver(schema);
    Set<String> read =
        Arrays.stream(schema.fieldNames())
            .filter(name -> uses.stream().anyMatch(use -> columns.matches(name, use.column())))
            .collect(Collectors.toSet());
    return Arrays.stream(schema.fieldNames())
        .filter(name -> !read.contains(name))
        .toArray(String[]::new);
  }
}

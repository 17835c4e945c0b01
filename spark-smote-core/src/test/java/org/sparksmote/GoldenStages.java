// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.pipeline.StageKey;
import org.sparksmote.sampler.FittedSampler;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.undersampling.RandomUnderSampler;

/** The stages that every version saves as golden ones, and what is written down about them. */
public final class GoldenStages {

  public static final Path DIRECTORY = Path.of("src/test/resources/golden");

  private static final Map<String, MLReader<? extends PipelineStage>> READERS =
      Map.of(
          "Smote", Smote.read(),
          "SmoteModel", SmoteModel.read(),
          "SmoteResampler", SmoteResampler.read(),
          "RandomUnderSampler", RandomUnderSampler.read(),
          "FittedSampler", FittedSampler.read(),
          "ResamplingPipeline", ResamplingPipeline.read(),
          "PipelineModel", PipelineModel.read());

  private static final StructType SCHEMA =
      new StructType()
          .add("x", "double", false)
          .add("y", "double", false)
          .add("job", "string", false)
          .add("label", "int", false)
          .add("id", "bigint", false);

  private GoldenStages() {}

  /** Thirty rows of one class and ten of another, by formulas and not by a generator. */
  static Dataset<Row> table() {
    List<Row> rows =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    RowFactory.create(
                        i % 7 + (i < 30 ? 0 : 2.5),
                        i * 5 % 11 / 4.0,
                        "job " + i % 3,
                        i / 30,
                        (long) i))
            .toList();
    return SparkTest.spark.createDataFrame(rows, SCHEMA);
  }

  private static Smote smote(String uid) {
    return new Smote(uid).setInputCols("x", "y").setKNeighbors(3).setSyntheticCol("synthetic");
  }

  private static VectorAssembler assembler() {
    return new VectorAssembler("assembler_1")
        .setInputCols(new String[] {"x", "y"})
        .setOutputCol("features");
  }

  private static PipelineStage[] stages() {
    return new PipelineStage[] {
      assembler(),
      new Smote("smote_1").setSamplingStrategy(0.75),
      new LogisticRegression("classifier_1").setMaxIter(5)
    };
  }

  /** The stages by the names of their directories. */
  public static Map<String, MLWritable> all() {
    Map<String, MLWritable> stages = new LinkedHashMap<>();
    stages.put("smote", smote("smote_1").setVariant("borderline1").setOnShortfall("fallback"));
    stages.put("smote-with-everything", ParamsTest.withEverythingSet(new Smote("smote_all")));
    stages.put("resampler", new SmoteResampler("resampler_1").setInputCols("x", "y"));
    stages.put("model-smote", smote("smote_2").fit(table()));
    stages.put("model-adasyn", smote("smote_3").setVariant("adasyn").fit(table()));
    stages.put(
        "model-smotenc",
        smote("smote_4").setVariant("smotenc").setInputCols("x", "y", "job").fit(table()));
    RandomUnderSampler under =
        new RandomUnderSampler("under_1").setSamplingStrategy(0.5).setBalanceWeightCol("weight");
    stages.put("under-sampler", under);
    stages.put("model-under-sampler", under.fit(table()));
    ResamplingPipeline pipeline =
        new ResamplingPipeline("pipeline_1")
            .setStages(stages())
            .setIntermediateStorageLevel("DISK_ONLY");
    stages.put("pipeline", pipeline);
    PipelineStage inner = new Pipeline("inner_1").setStages(stages());
    stages.put(
        "pipeline-nested",
        new ResamplingPipeline("pipeline_2").setStages(new PipelineStage[] {inner}));
    stages.put("pipeline-model", pipeline.fit(table()));
    stages.put("plain-pipeline-model", new Pipeline("pipeline_3").setStages(stages()).fit(table()));
    return stages;
  }

  /** A saved stage by the simple name of its class. */
  public static PipelineStage load(String kind, String directory) {
    return requireNonNull(READERS.get(kind), kind).load(directory);
  }

  /** What must be the same of a stage in every later version, in lines. */
  public static List<String> describe(PipelineStage stage) {
    List<String> lines = new ArrayList<>(settings(stage));
    Dataset<Row> table = table();
    if (stage instanceof Smote smote && !smote.uid().equals("smote_all")) {
      lines.add("rows by class: " + byClass(smote.fitResample(table)));
    } else if (stage instanceof RandomUnderSampler sampler) {
      lines.add("keeps: " + Rows.digest(sampler.fitResample(table)));
    } else if (stage instanceof FittedSampler model) {
      lines.add("passes: " + Rows.digest(model.transform(table)));
    } else if (stage instanceof SmoteModel model) {
      model.summary().toString().lines().forEach(lines::add);
      lines.add("passes: " + Rows.digest(model.transform(table)));
    } else if (stage instanceof PipelineModel || stage instanceof SmoteResampler) {
      Dataset<Row> out = ((Transformer) stage).transform(table);
      boolean predicts = List.of(out.columns()).contains("prediction");
      lines.add(
          predicts
              ? "predicts: " + Rows.digest(out.select("id", "prediction"))
              : "rows by class: " + byClass(out));
    } else if (stage instanceof Pipeline pipeline) {
      lines.add("fits: " + pipeline.fit(table).stages().length + " stages");
    }

    return lines;
  }

  private static String byClass(Dataset<Row> rows) {
    return rows.groupBy("label").count().sort("label").collectAsList().toString();
  }

  /** The settings of a stage and of those that it holds. */
  private static List<String> settings(PipelineStage stage) {
    List<String> lines = new ArrayList<>();
    lines.add(stage.getClass().getSimpleName() + " " + stage.uid());
    StageKey.values(stage)
        .forEach(
            (name, value) -> {
              Param<?> param = stage.getParam(name);
              if (!name.equals("stages")) {
                String set = stage.isSet(param) ? "" : " by default";
                lines.add(stage.uid() + "." + name + " = " + value + set);
              }
            });
    List<PipelineStage> held =
        stage instanceof Pipeline pipeline
            ? List.of(pipeline.getStages())
            : stage instanceof PipelineModel model ? Arrays.asList(model.stages()) : List.of();
    held.forEach(inner -> lines.addAll(settings(inner)));
    return lines;
  }
}

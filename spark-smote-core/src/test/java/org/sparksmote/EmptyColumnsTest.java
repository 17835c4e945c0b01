// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.OneVsRest;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.RecordingClassifier;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/**
 * Synthetic rows hold null in columns that are neither features nor label; nobody may train on
 * them.
 */
class EmptyColumnsTest extends SparkTest {

  private static Dataset<Row> train;

  @BeforeAll
  static void table() {
    train =
        spark
            .range(160)
            .selectExpr(
                "id",
                "double(id % 17) as x",
                "sin(id) as y",
                "id % 3 + 1.0D as w",
                "int(id % 4 = 0) as label",
                "double(id % 5) as other");
    train =
        new VectorAssembler()
            .setInputCols(new String[] {"x", "y"})
            .setOutputCol("features")
            .transform(train);
  }

  private static Smote smote() {
    return new Smote("sampler");
  }

  private static ResamplingPipeline pipeline(PipelineStage... stages) {
    return new ResamplingPipeline().setStages(stages);
  }

  private static RecordingClassifier classifier() {
    return new RecordingClassifier("classifier");
  }

  private static String refusal(String stage, String column, String param) {
    return ("[SMOTE-048] Cannot train %s on the column '%s' of its %s: the rows made by sampler are"
            + " null in it. Make the column behind the sampler, let the sampler fill it (featuresCol,"
            + " inputCols, weightCol), or set its passengerColumns to copy.")
        .formatted(stage, column, param);
  }

  @Test
  void column_thatAStageBehindReads_isRefused_beforeAnyJob() {
    LogisticRegression weighted = classifier();
    weighted.setWeightCol("w");
    LogisticRegression onFeatures = classifier();
    VectorAssembler assembler =
        new VectorAssembler("assembler")
            .setInputCols(new String[] {"x", "other"})
            .setOutputCol("more")
            .setHandleInvalid("skip");
    Smote onColumns = smote().setInputCols("x", "y");
    Map<ResamplingPipeline, String> shapes =
        Map.of(
            pipeline(smote(), weighted), refusal("classifier", "w", "weightCol"),
            pipeline(onColumns, onFeatures), refusal("classifier", "features", "featuresCol"),
            pipeline(smote(), assembler, classifier()), refusal("assembler", "x", "inputCols"),
            pipeline(smote(), pipeline(weighted)), refusal("classifier", "w", "weightCol"),
            pipeline(smote(), new OneVsRest("all").setClassifier(weighted)),
                refusal("classifier", "w", "weightCol"));
    shapes.forEach(
        (shape, message) ->
            assertThat(Refusal.withoutJob(() -> shape.fit(train))).isEqualTo(message));
  }

  /** Spark takes a name for a field of a struct, and quotes, where no column has that very name. */
  @Test
  void fieldsAndQuotedNames_areSeen() {
    Dataset<Row> data =
        train.selectExpr("*", "named_struct('w', w) as st", "w as `my.w`", "w as `b``t`");
    for (String name : List.of("w", "W", "`w`", "st.w", "`my.w`", "my.w", "`st`.`w`", "`b``t`")) {
      VectorAssembler assembler =
          new VectorAssembler("assembler")
              .setInputCols(new String[] {"features", name})
              .setOutputCol("more")
              .setHandleInvalid("skip");
      Dataset<Row> given = name.contains("b``t") ? data : data.drop("b`t");
      assertThat(Refusal.of(() -> pipeline(smote(), assembler, classifier()).fit(given)))
          .as(name)
          .startsWith("[SMOTE-048] Cannot train assembler on the column '");
    }
  }

  @Test
  void columnsOfAGridAndOfAFormula_areSeenToo() {
    LogisticRegression plain = classifier();
    ParamMap[] grid = {new ParamMap().put(plain.weightCol(), "w")};
    CrossValidator folds =
        new CrossValidator("folds")
            .setEstimator(plain)
            .setEstimatorParamMaps(grid)
            .setEvaluator(new BinaryClassificationEvaluator());
    assertThat(Refusal.withoutJob(() -> pipeline(smote(), folds).fit(train)))
        .isEqualTo(refusal("classifier", "w", "weightCol"));
    Smote onColumns = smote().setInputCols("x", "y");
    Dataset<Row> raw = train.drop("features");
    for (String formula : List.of("label ~ x + w", "label ~ x:w", "label ~ . - id - other")) {
      RFormula terms = new RFormula("formula").setFormula(formula);
      assertThat(Refusal.withoutJob(() -> pipeline(onColumns, terms, classifier()).fit(raw)))
          .isEqualTo(refusal("formula", "w", "formula"));
    }

    RFormula harmless = new RFormula("formula").setFormula("label ~ x + y");
    assertThat(pipeline(onColumns, harmless, classifier()).fit(raw).stages()).hasSize(2);
  }

  @Test
  void columnThatIsFilled_isRead() {
    LogisticRegression weighted = classifier();
    weighted.setWeightCol("w");
    for (Smote smote : List.of(smote().setWeightCol("w"), smote().setPassengerColumns("copy"))) {
      assertThat(pipeline(smote, weighted).fit(train).stages()).hasSize(1);
    }

    Smote none = smote().setSamplingStrategy("none");
    assertThat(pipeline(none, weighted).fit(train).stages()).hasSize(1);
  }

  @Test
  void columnsOfHiddenSteps_areCountedInTheSyntheticRows() {
    SQLTransformer sql =
        new SQLTransformer().setStatement("SELECT *, w * 2 AS w2, x + 1 AS x2 FROM __THIS__");
    LogisticRegression onX = classifier();
    onX.setWeightCol("x2");
    Smote onColumns = smote().setInputCols("x", "y");
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(new String[] {"x", "y"}).setOutputCol("features");
    assertThat(pipeline(onColumns, sql, assembler, onX).fit(train.drop("features")).stages())
        .hasSize(3);
    LogisticRegression onW = classifier();
    onW.setWeightCol("w2");
    int before = spark.sparkContext().getPersistentRDDs().size();
    assertThat(Refusal.of(() -> pipeline(smote(), sqlOf("w * 2 AS w2"), onW).fit(train)))
        .isEqualTo(
            "[SMOTE-049] Cannot train classifier on the column 'w2' of its weightCol: 80 of 80"
                + " synthetic rows are null in it. Fill it in the stage that makes it, let the sampler"
                + " fill what that stage reads (weightCol), or set passengerColumns of the sampler to"
                + " copy.");
    assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(before);
    pipeline(smote(), sqlOf("coalesce(w, 1) AS w2"), onW).fit(train);
    pipeline(smote().setSyntheticCol("made"), sqlOf("coalesce(w, 1) AS w2"), onW).fit(train);
    pipeline(smote().setWeightCol("w"), sqlOf("w * 2 AS w2"), onW).fit(train);
  }

  @Test
  void rowsThatHiddenStepsDrop_areMissed() {
    SQLTransformer filter =
        new SQLTransformer().setStatement("SELECT * FROM __THIS__ WHERE w > 0 AND other >= 0");
    assertThat(Refusal.of(() -> pipeline(smote(), filter, classifier()).fit(train)))
        .isEqualTo(
            "[SMOTE-065] Cannot train classifier on resampled rows: a stage before it dropped all 80"
                + " synthetic rows, as a filter or a join on a column does that is null in them. Fill"
                + " that column by the sampler (weightCol), or set its passengerColumns to copy.");
    Smote copying = smote().setPassengerColumns("copy");
    assertThat(pipeline(copying, filter, classifier()).fit(train).stages()).hasSize(2);
    Smote none = smote().setSamplingStrategy("none");
    assertThat(pipeline(none, filter, classifier()).fit(train).stages()).hasSize(2);
  }

  private static SQLTransformer sqlOf(String column) {
    return new SQLTransformer().setStatement("SELECT *, " + column + " FROM __THIS__");
  }

  @Test
  void stagesBehindHiddenSteps_seeNoHelperColumn() {
    Recorder recorder = new Recorder();
    Estimator<?> classifier = classifier();
    pipeline(smote(), recorder, classifier).fit(train);
    assertThat(recorder.seen().rows()).hasSize(240);
    assertThat(recorder.seen().schema().fieldNames()).isEqualTo(train.columns());
  }

  /** The helper column that counts synthetic rows must not take the name of the user's own. */
  @Test
  void stagesBehindHiddenSteps_seeTheSyntheticCol() {
    Recorder recorder = new Recorder();
    pipeline(smote().setSyntheticCol("synthetic"), recorder, classifier()).fit(train);
    assertThat(recorder.seen().schema().fieldNames()).endsWith("synthetic");
    assertThat(recorder.seen().rows().stream().filter(row -> row.<Boolean>getAs("synthetic")))
        .hasSize(80);
  }
}

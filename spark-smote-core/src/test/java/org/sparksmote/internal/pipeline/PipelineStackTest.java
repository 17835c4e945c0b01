// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.connect.ml.AskedByClient;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Recorder;
import org.sparksmote.testing.SparkTest;

/** A stage that asks where it stands whenever it is applied; an estimator behind it has it so. */
class PipelineStackTest extends SparkTest {

  private static final Dataset<Row> ROWS = spark.range(3).toDF("id");

  private static final List<String> HEARD = new ArrayList<>();

  /** Asks; public, as Spark wants stages to be. */
  public static final class Asking extends Transformer {

    private static final long serialVersionUID = 1L;

    @Override
    public String uid() {
      return "asking";
    }

    @Override
    public Dataset<Row> transform(Dataset<?> data) {
      HEARD.add(where());
      return data.toDF();
    }

    @Override
    public StructType transformSchema(StructType schema) {
      return schema;
    }

    @Override
    public Transformer copy(ParamMap extra) {
      return this;
    }
  }

  private static String where() {
    return (PipelineStack.isInFit() ? "fit " : "")
        + (PipelineStack.isInner() ? "inner " : "")
        + (PipelineStack.appliesInner() ? "applied " : "")
        + (PipelineStack.isAskedByConnect() ? "connect" : "");
  }

  private static Pipeline pipeline(PipelineStage... stages) {
    return new Pipeline().setStages(stages);
  }

  private static List<String> heard(Runnable call) {
    HEARD.clear();
    call.run();
    return List.copyOf(HEARD);
  }

  @Test
  void outsideOfPipelines_isNowhere() {
    assertThat(heard(() -> new Asking().transform(ROWS))).containsExactly("");
  }

  @Test
  void fitOfAPipeline_isNoticed_andItsModelIsNone() {
    PipelineModel[] model = new PipelineModel[1];
    assertThat(heard(() -> model[0] = pipeline(new Asking(), new Recorder()).fit(ROWS)))
        .containsExactly("fit ");
    assertThat(heard(() -> model[0].transform(ROWS))).as("applied afterwards").containsExactly("");
  }

  @Test
  void fitInsideAFit_isInner() {
    Pipeline inner = pipeline(new Asking(), new Recorder());
    assertThat(heard(() -> pipeline(inner).fit(ROWS))).containsExactly("fit inner ");
  }

  @Test
  void modelInsideAFit_isApplied() {
    PipelineModel inner = pipeline(new Asking()).fit(ROWS);
    assertThat(heard(() -> pipeline(inner, new Recorder()).fit(ROWS)))
        .containsExactly("fit applied ");
  }

  @Test
  void connect_asksOnlyOutsideOfFits() {
    assertThat(heard(() -> AskedByClient.answer(() -> new Asking().transform(ROWS))))
        .containsExactly("connect");
    Pipeline fitted = pipeline(new Asking(), new Recorder());
    assertThat(heard(() -> AskedByClient.answer(() -> fitted.fit(ROWS)))).containsExactly("fit ");
  }

  @Test
  void predictorsAndValidators_areToldByTheirParams() {
    assertThat(PipelineStack.isPredictor(LogisticRegression.class)).isTrue();
    assertThat(PipelineStack.isPredictor(StandardScaler.class)).isFalse();
    assertThat(PipelineStack.isPredictor(CrossValidator.class)).isFalse();
    assertThat(PipelineStack.isValidator(CrossValidator.class)).isTrue();
    assertThat(PipelineStack.isValidator(TrainValidationSplit.class)).isTrue();
    assertThat(PipelineStack.isValidator(Pipeline.class)).isFalse();
  }
}

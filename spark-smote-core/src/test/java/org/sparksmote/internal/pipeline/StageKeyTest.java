// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.OneVsRest;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.SmoteResampler;

/** Two stages do the same if class, uid and settings are equal, arrays by content. */
class StageKeyTest {

  @Test
  void copies_areEqual_andAnyOtherSettingTellsApart() {
    Smote smote = new Smote("mine").setInputCols("a", "b");
    assertThat(StageKey.of(smote.copy(new ParamMap()))).isEqualTo(StageKey.of(smote));
    assertThat(StageKey.of(new Smote("mine").setInputCols("a", "b"))).isEqualTo(StageKey.of(smote));
    assertThat(
            List.of(
                new Smote("mine").setInputCols("b", "a"),
                new Smote("mine"),
                new Smote("other").setInputCols("a", "b"),
                smote.copy(new ParamMap().put(smote.seed(), 1L)),
                new SmoteResampler("mine").setInputCols("a", "b")))
        .noneMatch(other -> Objects.equals(StageKey.of(other), StageKey.of(smote)));
  }

  @Test
  void arraysOfArrays_areComparedByContent() {
    Bucketizer one = new Bucketizer("b").setSplitsArray(new double[][] {{0, 1, 2}, {3, 4, 5}});
    Bucketizer same = new Bucketizer("b").setSplitsArray(new double[][] {{0, 1, 2}, {3, 4, 5}});
    Bucketizer other = new Bucketizer("b").setSplitsArray(new double[][] {{0, 1, 2}, {3, 4, 6}});
    assertThat(StageKey.of(same)).isEqualTo(StageKey.of(one));
    assertThat(StageKey.of(other)).isNotEqualTo(StageKey.of(one));
  }

  @Test
  void stageThatHoldsAnother_hasNoKey() {
    OneVsRest holder = new OneVsRest().setClassifier(new LogisticRegression());
    assertThat(StageKey.of(holder)).isNull();
    assertThat(StageKey.of(new VectorAssembler())).isNotNull();
  }

  /** A stage of a user's, with a param that is null by default; public, as Spark asks for. */
  public static final class WithNull extends PipelineStage {

    private static final long serialVersionUID = 1L;

    private final Param<String> maybe = new Param<>(uid(), "maybe", "null by default");

    @SuppressWarnings("NullAway") // as users do
    WithNull() {
      setDefault(maybe, null);
    }

    /** The param. */
    public Param<String> maybe() {
      return maybe;
    }

    @Override
    public String uid() {
      return "withNull";
    }

    @Override
    public StructType transformSchema(StructType schema) {
      return schema;
    }

    @Override
    public PipelineStage copy(ParamMap extra) {
      return this;
    }
  }

  @Test
  void paramThatIsNull_isAValueToo() {
    assertThat(StageKey.of(new WithNull())).isEqualTo(StageKey.of(new WithNull()));
  }
}

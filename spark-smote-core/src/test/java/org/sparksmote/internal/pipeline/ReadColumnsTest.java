// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Binarizer;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.internal.pipeline.ReadColumns.Use;

/** Uses of the columns x, y, label and person. */
class ReadColumnsTest {

  private static final StructType SCHEMA =
      new StructType()
          .add("x", DataTypes.DoubleType)
          .add("y", DataTypes.DoubleType)
          .add("label", DataTypes.DoubleType)
          .add("person", new StructType().add("age", DataTypes.DoubleType));

  @Test
  void paramsOfOneColumnOrMore_nameThem() {
    VectorAssembler stage =
        new VectorAssembler("all").setInputCols(new String[] {"y", "x"}).setOutputCol("new");
    assertThat(ReadColumns.of(stage, SCHEMA))
        .as("the new column is not there yet")
        .containsExactly(new Use("all", "inputCols", "y"), new Use("all", "inputCols", "x"));
  }

  @Test
  void fieldOfAColumn_isAUseOfTheColumn() {
    Binarizer stage = new Binarizer("b").setInputCol("person.age");
    assertThat(ReadColumns.of(stage, SCHEMA)).containsExactly(new Use("b", "inputCol", "person"));
    assertThat(ReadColumns.of(stage.setInputCol("`person`.age"), SCHEMA))
        .containsExactly(new Use("b", "inputCol", "person"));
  }

  @Test
  void stagesThatAStageHolds_areAsked() {
    Binarizer inner = new Binarizer("b").setInputCol("x");
    Pipeline outer = new Pipeline("p").setStages(new PipelineStage[] {inner});
    assertThat(ReadColumns.of(outer, SCHEMA)).containsExactly(new Use("b", "inputCol", "x"));
  }

  @Test
  void columnsOfAFormula_areUses() {
    RFormula formula = new RFormula("f").setFormula("label ~ x + y");
    assertThat(ReadColumns.of(formula, SCHEMA))
        .contains(new Use("f", "formula", "x"), new Use("f", "formula", "y"));
  }

  @Test
  void onlyStagesOfSpark_tellAllThatTheyRead() {
    assertThat(ReadColumns.areHidden(new Binarizer())).isFalse();
    assertThat(ReadColumns.areHidden(new SQLTransformer())).isTrue();
    assertThat(ReadColumns.areHidden(new Smote())).isTrue();
  }
}

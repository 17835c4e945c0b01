// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.testing.Refusal;

/** Columns: id, x, label (a date), y, weight, text. */
class InputSchemaTest {

  private static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType, false)
          .add("x", DataTypes.DoubleType, false)
          .add("label", DataTypes.DateType, false)
          .add("y", DataTypes.DoubleType)
          .add("weight", DataTypes.DoubleType)
          .add("text", DataTypes.StringType, false);

  private static Smote smote() {
    return new Smote().setInputCols("y", "x").setIdCol("id").setWeightCol("weight");
  }

  private static InputSchema resolve(Smote smote) {
    NominalDemand demand = new NominalDemand(NominalRule.REFUSED, "smote", false, true);
    return InputSchema.resolve(smote, demand, SCHEMA);
  }

  @Test
  void columns_areFoundByPosition_featuresInTheOrderOfTheParam() {
    InputSchema input = resolve(smote());
    assertThat(input.label()).isEqualTo(2);
    assertThat(input.features()).containsExactly(3, 1);
    assertThat(input.id()).isZero();
    assertThat(input.weight()).isEqualTo(4);
    assertThat(input.featureName(0)).isEqualTo("y");
    assertThat(input.labelType()).isEqualTo(DataTypes.DateType);
  }

  @Test
  void columnsThatNoParamNames_areAbsent() {
    InputSchema input = resolve(new Smote().setInputCols("x"));
    assertThat(input.id()).isEqualTo(-1);
    assertThat(input.weight()).isEqualTo(-1);
    assertThat(input.payload()).isEmpty();
  }

  @Test
  void otherColumns_areNull_orCopied() {
    assertThat(resolve(smote()).copied()).isEmpty();
    assertThat(resolve(smote()).emptyColumns()).containsExactly("id", "text");
    InputSchema copying = resolve(smote().setPassengerColumns("copy"));
    assertThat(copying.copied()).containsExactly(5);
    assertThat(copying.emptyColumns()).containsExactly("id");
  }

  @Test
  void idTravels_ifTheProvenanceNamesRows_andTheWeightAlways() {
    InputSchema plain = resolve(smote());
    assertThat(plain.payload()).containsExactly(4);
    assertThat(plain.weightInPayload()).isZero();
    InputSchema named = resolve(smote().setProvenanceCol("from"));
    assertThat(named.payload()).containsExactly(0, 4);
    assertThat(named.weightInPayload()).isEqualTo(1);
    assertThat(named.textsInPayload()).isEqualTo(2);
  }

  @Test
  void output_isTheInput_withAddedColumnsAtItsEnd() {
    StructType output = resolve(smote().setSyntheticCol("new")).output();
    assertThat(output.fieldNames())
        .containsExactly("id", "x", "label", "y", "weight", "text", "new");
    assertThat(output.apply("x").nullable()).as("has a value in every row").isFalse();
    assertThat(output.apply("text").nullable()).as("is null in new rows").isTrue();
  }

  @Test
  void newRows_areMadeWithTheLabelAsANumberOfDays() {
    StructType made = resolve(smote()).made();
    assertThat(made.apply("label").dataType()).isEqualTo(DataTypes.IntegerType);
    assertThat(made.apply("x").dataType()).isEqualTo(DataTypes.DoubleType);
    assertThat(resolve(smote()).output().apply("label").dataType()).isEqualTo(DataTypes.DateType);
  }

  @Test
  void columnInTwoRoles_isRefused_withBoth() {
    assertThat(Refusal.of(() -> resolve(smote().setWeightCol("x"))))
        .contains("'x'", "weightCol", "a feature");
    assertThat(Refusal.of(() -> resolve(smote().setIdCol("label"))))
        .contains("'label'", "labelCol", "idCol");
  }

  @Test
  void safeNames_areByPosition() {
    assertThat(InputSchema.safeNames(3)).containsExactly("_0", "_1", "_2");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.BinaryAttribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Which features are nominal, and which variants take them: told by the schema, without a job. */
class NominalColumnsTest extends SparkTest {

  private static final StructType TABLE =
      new StructType()
          .add("age", "int")
          .add("job", "string")
          .add("member", "boolean")
          .add("zip", "int")
          .add("since", "date")
          .add("label", "int");

  private static Attribute numeric(String name) {
    return NumericAttribute.defaultAttr().withName(name);
  }

  private static Attribute nominal(String name) {
    return NominalAttribute.defaultAttr().withName(name).withValues("x", "y");
  }

  private static Attribute binary(String name) {
    return BinaryAttribute.defaultAttr().withName(name);
  }

  private static StructField vector(String name, Attribute... attributes) {
    return new AttributeGroup(name, attributes).toStructField();
  }

  private static StructType withFeatures(Attribute... attributes) {
    return new StructType().add(vector("features", attributes)).add("label", "int");
  }

  private static Smote smote(String variant) {
    return new Smote().setVariant(variant);
  }

  private static NominalFeatures found(Smote smote, StructType schema) {
    return Recipes.schema(smote, schema).nominal();
  }

  private static String refused(Smote smote, StructType schema) {
    return Refusal.withoutJob(() -> smote.fit(Tables.of(schema, List.of())));
  }

  @Test
  void inputCols_areNominalByType_metadataAndName() {
    StructType schema = TABLE.add(nominal("indexed").toStructField());
    Smote nc = smote("smotenc").setInputCols("age", "job", "member", "zip", "indexed", "since");
    NominalFeatures features = found(nc.setCategoricalCols("zip", "since"), schema);
    assertThat(features.names()).containsExactly("job", "member", "zip", "indexed", "since");
    assertThat(features.features()).containsExactly(1, 2, 3, 4, 5);
    assertThat(features.texts()).as("whose text travels").containsExactly(1, 5);
    assertThat(features.size()).isEqualTo(6);
    assertThat(Recipes.schema(nc, schema).payload()).containsExactly(1, 4);
  }

  @Test
  void vectorFeatures_areNominalByMetadata_nameAndPosition() {
    StructType schema =
        withFeatures(numeric("age"), nominal("job"), numeric("zip"), numeric("7"), numeric("e"));
    NominalFeatures features =
        found(smote("smotenc").setCategoricalFeatures("zip", "7", "1"), schema);
    assertThat(features.features()).containsExactly(1, 2, 3);
    assertThat(features.names()).containsExactly("job", "zip", "7");
    assertThat(features.size()).isEqualTo(5);
  }

  @Test
  void vectorWithoutMetadata_isNominalByPosition() {
    NominalFeatures features =
        found(smote("smotenc").setCategoricalFeatures("2", "0"), Tables.SCHEMA);
    assertThat(features.features()).containsExactly(0, 2);
    assertThat(features.size()).isEqualTo(-1);
    StructType array = Tables.schema("features", DataTypes.createArrayType(DataTypes.FloatType));
    assertThat(found(smote("smotenc").setCategoricalFeatures("1"), array).features())
        .containsExactly(1);
  }

  @Test
  void oneHotGroups_areFoundByTheColumnsTheyCameFrom() {
    // Two encoded columns whose names do not tell where one ends, a flag, and two numbers.
    StructType schema =
        withFeatures(
                numeric("x"),
                binary("c_a_1"),
                binary("c_a_2"),
                binary("c_a_b_1"),
                binary("c_a_b_2"),
                binary("c_flag"),
                numeric("y"))
            .add(vector("c_a", binary("1"), binary("2")))
            .add(vector("c_a_b", binary("1"), binary("2")))
            .add("c_flag", "double");
    NominalFeatures features = found(smote("smotenc"), schema);
    assertThat(features.names()).containsExactly("c_a", "c_a_b", "c_flag");
    assertThat(features.features()).containsExactly(1, 2, 3);
    assertThat(features.size()).isEqualTo(5);
    assertThat(features.groups().slots(5)).isEqualTo(7);
  }

  @Test
  void oneHotGroups_withoutTheirColumns_areFoundByTheStartOfTheirNames() {
    StructType schema =
        withFeatures(
            binary("job_admin"), binary("job_blue_collar"), binary("edu_high"), numeric("age"));
    NominalFeatures features = found(smote("smotenc"), schema);
    assertThat(features.names()).containsExactly("job_*", "edu_high");
    assertThat(features.features()).containsExactly(0, 1);
  }

  @Test
  void variantsForNumbers_takeFlagsAndOneHotFeaturesAsNumbers_andRefuseOthersByName() {
    assertThat(found(smote("smote"), withFeatures(binary("a_x"), binary("a_y"))).isEmpty())
        .isTrue();
    assertThat(found(smote("smote").setInputCols("age", "member"), TABLE).isEmpty()).isTrue();
    assertThat(refused(smote("adasyn").setInputCols("age", "job"), TABLE))
        .isEqualTo(
            "[SMOTE-010] Cannot interpolate the nominal features [job] of inputCols with variant"
                + " adasyn: a value between two categories means nothing. Set variant to smotenc"
                + " (or smoten if all features are nominal), or leave them out.");
    assertThat(refused(smote("smote").setCategoricalFeatures("3"), Tables.SCHEMA))
        .startsWith("[SMOTE-010] Cannot interpolate the nominal features [3]");
  }

  @Test
  void variantsThatCopy_keepNominalFeaturesOfTheBase() {
    for (String variant : List.of("random", "rose", "rwo")) {
      NominalFeatures features = found(smote(variant).setInputCols("age", "job"), TABLE);
      assertThat(features.names()).containsExactly("job");
      assertThat(features.isVoted()).isFalse();
    }
  }

  @Test
  void smotenc_needsBothKinds() {
    assertThat(refused(smote("smotenc").setInputCols("age", "zip"), TABLE))
        .startsWith("[SMOTE-016] Cannot use variant smotenc without a nominal feature: inputCols")
        .endsWith("or set variant to smote.");
    assertThat(refused(smote("smotenc"), Tables.SCHEMA)).startsWith("[SMOTE-016]");
    assertThat(refused(smote("smotenc").setInputCols("job", "member"), TABLE))
        .isEqualTo(
            "[SMOTE-017] Cannot use variant smotenc without a numeric feature: all 2 features of"
                + " inputCols are nominal. Set variant to smoten.");
    assertThat(refused(smote("smotenc"), withFeatures(nominal("a"), nominal("b"))))
        .startsWith("[SMOTE-017]");
  }

  @Test
  void smoten_refusesNumericFeatures() {
    assertThat(refused(smote("smoten").setInputCols("job", "age"), TABLE))
        .startsWith(
            "[SMOTE-018] Cannot use variant smoten on numeric features: 1 of 2 of inputCols")
        .contains("Set variant to smotenc");
    assertThat(refused(smote("smoten"), Tables.SCHEMA)).startsWith("[SMOTE-018]");
    assertThat(found(smote("smoten").setInputCols("job", "member"), TABLE).names()).hasSize(2);
  }

  @Test
  void wrongNames_areRefused() {
    assertThat(refused(smote("smotenc").setCategoricalFeatures("job"), Tables.SCHEMA))
        .startsWith("[SMOTE-015] Cannot find the nominal feature 'job' in the column 'features'");
    StructType two = withFeatures(numeric("age"), nominal("job"));
    assertThat(refused(smote("smotenc").setCategoricalFeatures("2"), two))
        .startsWith("[SMOTE-015]");
    Smote other = smote("smotenc").setInputCols("age", "job").setCategoricalCols("zip");
    assertThat(refused(other, TABLE))
        .startsWith("[SMOTE-015] Cannot find the nominal feature 'zip' in inputCols");
    assertThat(refused(smote("smotenc").setInputCols("age", "job").setCategoricalCols("j"), TABLE))
        .startsWith("[SMOTE-001] Cannot find the column 'j' of categoricalCols");
  }

  @Test
  void categoricalParams_belongToTheirKindOfFeatures() {
    assertThat(refused(smote("smotenc").setCategoricalCols("job"), Tables.SCHEMA))
        .isEqualTo(
            "[SMOTE-014] Cannot use categoricalCols, which is about inputCols, with the features"
                + " that are set. Clear it, or set inputCols.");
    assertThat(
            refused(smote("smotenc").setInputCols("age", "job").setCategoricalFeatures("1"), TABLE))
        .startsWith("[SMOTE-014] Cannot use categoricalFeatures, which is about featuresCol");
  }

  @Test
  void categoryOfOtherTypes_mustBeNamed() {
    assertThat(refused(smote("smotenc").setInputCols("age", "since"), TABLE))
        .startsWith("[SMOTE-009] Cannot use the column 'since' of type date")
        .contains("categoricalCols");
    StructType odd = TABLE.add("v", SQLDataTypes.VectorType());
    Smote named = smote("smotenc").setInputCols("age", "v").setCategoricalCols("v");
    assertThat(refused(named, odd)).startsWith("[SMOTE-009]");
  }

  @Test
  void namesFollowTheSessionsCase() {
    UnaryOperator<Smote> asked = s -> s.setInputCols("AGE", "Zip").setCategoricalCols("zIP");
    assertThat(found(asked.apply(smote("smotenc")), TABLE).names()).containsExactly("zip");
    assertThat(Arrays.asList(found(smote("smotenc").setInputCols("age", "JOB"), TABLE).names()))
        .containsExactly("job");
  }
}

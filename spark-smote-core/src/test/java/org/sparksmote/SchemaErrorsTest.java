// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.testing.WayOfCalling;

/** What the schema alone can tell is refused before any Spark job, by every stage alike. */
class SchemaErrorsTest extends SparkTest {

  private static Dataset<Row> data(StructType schema) {
    return Tables.of(schema, List.of());
  }

  /** Fit, transformSchema and the resampler all refuse, none with a job. */
  private static String refused(Smote smote, Dataset<Row> data) {
    String message = Refusal.withoutJob(() -> smote.fit(data));
    assertThat(Refusal.of(() -> smote.transformSchema(data.schema()))).isEqualTo(message);
    SmoteResampler resampler = WayOfCalling.resampler(smote);
    assertThat(Refusal.withoutJob(() -> resampler.transform(data))).isEqualTo(message);
    return message;
  }

  @Test
  @DisplayName("A4 features column misspelt")
  void featuresColumnMissing_nearestNamesAreListed() {
    StructType schema = Tables.SCHEMA.add("other", DataTypes.StringType).add("featurez", "int");
    assertThat(refused(new Smote().setFeaturesCol("featuresz"), data(schema)))
        .isEqualTo(
            "[SMOTE-001] Cannot find the column 'featuresz' of featuresCol. The nearest names are"
                + " [features, featurez, label]; set featuresCol to one of the columns.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"labelCol", "idCol", "inputCols"})
  @DisplayName("A4 other columns missing")
  void columnMissing_theParamIsNamed(String param) {
    Smote smote = new Smote();
    switch (param) {
      case "labelCol" -> smote.setLabelCol("clas");
      case "idCol" -> smote.setIdCol("clas");
      default -> smote.setInputCols("clas");
    }

    assertThat(refused(smote, data(Tables.SCHEMA)))
        .startsWith("[SMOTE-001] Cannot find the column 'clas' of " + param);
  }

  private static Stream<DataType> typesThatAreNoFeatures() {
    return Stream.of(
        DataTypes.StringType,
        DataTypes.BinaryType,
        DataTypes.BooleanType,
        DataTypes.IntegerType,
        DataTypes.DoubleType,
        DataTypes.TimestampType,
        DataTypes.NullType,
        DataTypes.createArrayType(DataTypes.IntegerType),
        DataTypes.createArrayType(DataTypes.StringType),
        DataTypes.createArrayType(SQLDataTypes.VectorType()),
        DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType),
        new StructType().add("x", DataTypes.DoubleType),
        SQLDataTypes.MatrixType());
  }

  @ParameterizedTest
  @MethodSource("typesThatAreNoFeatures")
  @DisplayName("A5 wrong type of features")
  void featuresOfAWrongType_areRefused(DataType type) {
    assertThat(refused(new Smote(), data(Tables.schema("features", type))))
        .isEqualTo(
            "[SMOTE-002] Cannot use the column 'features' of type "
                + type.simpleString()
                + " as features: a vector, array<double> or array<float> is needed. Build it with"
                + " VectorAssembler, or set inputCols to numeric columns.");
  }

  private static Stream<DataType> typesThatAreNoLabels() {
    return Stream.of(
        DataTypes.BinaryType,
        DataTypes.NullType,
        DataTypes.createArrayType(DataTypes.IntegerType),
        DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType),
        new StructType().add("x", DataTypes.DoubleType),
        DataTypes.createYearMonthIntervalType(),
        DataTypes.createDayTimeIntervalType(),
        DataTypes.CalendarIntervalType,
        DataTypes.VariantType,
        SQLDataTypes.VectorType());
  }

  @ParameterizedTest
  @MethodSource("typesThatAreNoLabels")
  @DisplayName("A7 types that are no labels")
  void labelOfAWrongType_isRefused(DataType type) {
    StructType schema =
        new StructType().add("features", SQLDataTypes.VectorType()).add("label", type);
    assertThat(refused(new Smote(), data(schema)))
        .startsWith(
            "[SMOTE-003] Cannot use the column 'label' of type "
                + type.simpleString()
                + " as label")
        .endsWith("Cast it to string first.");
  }

  @ParameterizedTest
  @MethodSource("typesThatAreNoLabels")
  void inputColsOfAWrongType_areRefused(DataType type) {
    StructType schema = new StructType().add("x", type).add("label", DataTypes.IntegerType);
    assertThat(refused(new Smote().setInputCols("x"), data(schema)))
        .startsWith("[SMOTE-009] Cannot use the column 'x' of type " + type.simpleString())
        .containsAnyOf("categoricalCols", "set featuresCol to it");
  }

  @Test
  @DisplayName("A12 nominal features")
  void nominalFeatures_areNamed() {
    NominalAttribute nominal = NominalAttribute.defaultAttr().withValues("red", "blue");
    Attribute[] attributes = {
      NumericAttribute.defaultAttr().withName("age"), nominal.withName("colour"), nominal
    };
    StructType schema =
        new StructType()
            .add(new AttributeGroup("features", attributes).toStructField())
            .add("label", DataTypes.IntegerType);
    assertThat(refused(new Smote(), data(schema)))
        .startsWith(
            "[SMOTE-010] Cannot interpolate the nominal features [colour, #2] of the column"
                + " 'features' with variant smote: ")
        .contains("Set variant to smotenc");
  }

  @Test
  @DisplayName("A12 nominal input column")
  void nominalInputCol_isNamed() {
    NominalAttribute colour = NominalAttribute.defaultAttr().withName("colour").withNumValues(3);
    StructType schema = new StructType().add(colour.toStructField()).add("label", "int");
    assertThat(refused(new Smote().setInputCols("colour"), data(schema)))
        .startsWith("[SMOTE-010] Cannot interpolate the nominal features [colour] of inputCols");
  }

  @Test
  @DisplayName("B2 nested columns")
  void nestedField_isRefusedWithTheRemedy() {
    StructType schema =
        Tables.SCHEMA.add("s", new StructType().add("f", SQLDataTypes.VectorType()));
    assertThat(refused(new Smote().setFeaturesCol("s.f"), data(schema)))
        .isEqualTo(
            "[SMOTE-006] Cannot use the nested field 's.f' for featuresCol. Bring it to the top"
                + " first: select(col(\"s.f\").as(...)).");
  }

  @Test
  @DisplayName("B3 two columns that differ in case")
  void columnsThatDifferInCase_areAmbiguous_unlessTheSessionTellsThemApart() {
    Dataset<Row> data =
        Tables.clouds(20, 10).withColumnRenamed("id", "Label").withColumn("x", functions.lit(1));
    assertThat(refused(new Smote(), data))
        .isEqualTo(
            "[SMOTE-004] Cannot tell which column 'label' of labelCol is: [label, Label] all match."
                + " Rename one, or set spark.sql.caseSensitive=true.");
    withConf(
        "spark.sql.caseSensitive",
        "true",
        () -> assertThat(new Smote().fitResample(data).count()).isEqualTo(40));
  }

  @Test
  @DisplayName("B3 case of names")
  void namesFollowTheSessionsCase() {
    Dataset<Row> data = Tables.clouds(20, 10);
    Smote smote = new Smote().setLabelCol("LABEL").setFeaturesCol("Features");
    assertThat(smote.fitResample(data).columns()).containsExactly("features", "label", "id");
    assertThat(smote.fitResample(data).count()).isEqualTo(40);
    withConf(
        "spark.sql.caseSensitive",
        "true",
        () -> assertThat(refused(smote, data)).startsWith("[SMOTE-001]").contains("'LABEL'"));
  }

  @Test
  @DisplayName("B5 duplicate column names")
  void duplicateColumnNames_areNamed() {
    Dataset<Row> data = Tables.clouds(20, 10);
    Dataset<Row> twice = data.select("features", "label", "id", "id");
    assertThat(refused(new Smote(), twice))
        .isEqualTo(
            "[SMOTE-005] Cannot read a dataset that has the column 'id' twice. Rename or drop one"
                + " of them.");
  }

  @Test
  void outputColumnThatExists_isRefused_byTheModelToo() {
    Dataset<Row> data = Tables.clouds(20, 10);
    for (Smote smote :
        List.of(new Smote().setSyntheticCol("id"), new Smote().setProvenanceCol("ID"))) {
      assertThat(refused(smote, data)).startsWith("[SMOTE-007] Cannot add the column ");
    }

    assertThat(refused(new Smote().setSyntheticCol("a").setProvenanceCol("a"), data))
        .startsWith("[SMOTE-007]");
    SmoteModel model = new Smote().setSyntheticCol("flag").fit(data);
    Dataset<Row> test = data.withColumn("flag", functions.lit(true));
    assertThat(Refusal.withoutJob(() -> model.transform(test)))
        .isEqualTo(
            "[SMOTE-007] Cannot add the column 'flag' of syntheticCol: the dataset has it already."
                + " Choose another name.");
  }

  @Test
  void columnInTwoRoles_isRefused() {
    StructType schema = new StructType().add("x", "int").add("label", "int").add("id", "int");
    assertThat(refused(new Smote().setInputCols("x", "label"), data(schema)))
        .isEqualTo(
            "[SMOTE-011] Cannot use the column 'label' as labelCol and as a feature. Take it out of"
                + " one of them.");
    assertThat(refused(new Smote().setInputCols("x", "x"), data(schema)))
        .startsWith("[SMOTE-011] Cannot use the column 'x' twice as a feature. Take it out of one");
    assertThat(refused(new Smote().setInputCols("x", "id").setIdCol("id"), data(schema)))
        .startsWith("[SMOTE-011]");
    assertThat(refused(new Smote().setInputCols("x").setIdCol("label"), data(schema)))
        .startsWith("[SMOTE-011] Cannot use the column 'label' as labelCol and as idCol");
  }

  @Test
  void featuresColAndInputCols_excludeEachOther() {
    Smote both = new Smote().setFeaturesCol("features").setInputCols("id");
    assertThat(refused(both, data(Tables.SCHEMA)))
        .isEqualTo(
            "[SMOTE-012] Cannot use both featuresCol and inputCols. Set one of them and clear the"
                + " other.");
  }

  @Test
  void noInputCols_areRefused() {
    assertThat(refused(new Smote().setInputCols(), data(Tables.SCHEMA)))
        .startsWith("[SMOTE-026] Cannot use inputCols: it names no column. Add at least one");
  }

  @Test
  @DisplayName("B10 streaming")
  void streamingDataset_isRefusedByFit_andPassesThroughTheModel() {
    Dataset<Row> batch = spark.range(10).selectExpr("id", "id % 2 as label");
    Dataset<Row> stream =
        spark.readStream().format("rate").load().selectExpr("value as id", "value % 2 as label");
    Smote smote = new Smote().setInputCols("id").setSyntheticCol("synthetic").setKNeighbors(2);
    assertThat(Refusal.withoutJob(() -> smote.fit(stream)))
        .isEqualTo(
            "[SMOTE-008] Cannot resample a streaming dataset: classes can only be counted on a"
                + " bounded dataset. Fit on a batch, for example what a micro-batch of foreachBatch"
                + " holds.");
    Dataset<Row> passed = smote.fit(batch).transform(stream);
    assertThat(passed.isStreaming()).isTrue();
    assertThat(passed.columns()).containsExactly("id", "label", "synthetic");
  }
}

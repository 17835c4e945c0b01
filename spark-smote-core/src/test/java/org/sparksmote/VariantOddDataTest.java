// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.internal.variants.Geometry;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Every variant of numeric data with few rows, identical rows, and every kind of column. */
class VariantOddDataTest extends SparkTest {

  static Stream<SmoteVariant> numeric() {
    return VariantContractTest.numeric();
  }

  private static Smote smote(SmoteVariant variant) {
    return Smote.of(variant)
        .setOnShortfall("fallback")
        .setSyntheticCol("synthetic")
        .setProvenanceCol("from");
  }

  private static Map<Object, Long> counts(Dataset<Row> data) {
    return counts(data.collectAsList());
  }

  private static Map<Object, Long> counts(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> row.get(1), TreeMap::new, Collectors.counting()));
  }

  private static double[] values(Row row) {
    return ((Vector) row.get(0)).toArray();
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void smallClasses_areCopied_orShrinkK(SmoteVariant variant) {
    boolean small = variant.parts().needsNeighbors();
    List<Row> rows = Tables.cloudRows(3, 30, 1, 3, 12);
    Dataset<Row> data = Tables.of(Tables.SCHEMA, rows);
    SmoteModel model = smote(variant).setSmallClass("duplicate").fit(data);
    List<Row> out = model.transform(data).collectAsList();
    assertThat(counts(out)).isEqualTo(Map.of(0, 30L, 1, 30L, 2, 30L, 3, 30L));
    assertThat(model.summary().classes().get(2).note().startsWith("copies: 3 ")).isEqualTo(small);
    if (small) {
      assertThat(texts(ofClass(2, out))).hasSameElementsAs(texts(ofClass(2, rows)));
    }

    Smote shrinking = smote(variant).setSmallClass("shrinkK");
    List<Row> others = rows.stream().filter(row -> row.getInt(1) != 1).toList();
    assertThat(counts(shrinking.fitResample(Tables.of(Tables.SCHEMA, others))))
        .isEqualTo(Map.of(0, 30L, 2, 30L, 3, 30L));
  }

  private static List<Row> ofClass(int label, List<Row> rows) {
    return rows.stream().filter(row -> row.getInt(1) == label).toList();
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(row -> Rows.text(row.get(0))).toList();
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void oneRowOfEachClass_isEnoughToCopy(SmoteVariant variant) {
    Dataset<Row> data = Tables.of(Tables.SCHEMA, Tables.cloudRows(2, 1, 1));
    Smote smote = smote(variant).setSmallClass("duplicate").setShrinkage(0);
    Dataset<Row> out = smote.setSamplingStrategy("{\"0\": 4, \"1\": 3}").fitResample(data);
    assertThat(counts(out)).isEqualTo(Map.of(0, 4L, 1, 3L));
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void identicalRows_alsoOfAnotherClass_giveTheSameAgain(SmoteVariant variant) {
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 60; id++) {
      rows.add(Tables.row(Vectors.dense(0.1, -1.0 / 3, 1e-300), id < 20 ? 1 : 0, id));
    }

    Dataset<Row> out = smote(variant).fitResample(Tables.of(Tables.SCHEMA, rows));
    assertThat(texts(out.collectAsList())).hasSize(80).containsOnly(Rows.text(rows.get(0).get(0)));
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void duplicatesOfBothClasses_onAGrid_keepTotalsExact(SmoteVariant variant) {
    Dataset<Row> data = Tables.duplicates(150, 40);
    Dataset<Row> out = smote(variant).setStandardize("minmax").fitResample(data);
    assertThat(counts(out)).isEqualTo(Map.of(0, 150L, 1, 150L));
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void constantColumns_stay_bitForBit_butInBalls(SmoteVariant variant) {
    Random random = new Random(6);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 80; id++) {
      double[] values = {random.nextGaussian(), 0.1, random.nextGaussian(), id < 25 ? 0.7 : 0};
      rows.add(Tables.row(Vectors.dense(values), id < 25 ? 1 : 0, id));
    }

    // Column 3 is constant in the class only.
    boolean ball = variant.parts().geometry() == Geometry.BALL;
    Smote smote = smote(variant).setStandardize("minmax");
    for (Row row : made(smote.fitResample(Tables.of(Tables.SCHEMA, rows)), 30)) {
      assertThat(values(row)[1] == 0.1).isEqualTo(!ball);
      assertThat(values(row)[3] == 0.7 || variant.parts().partner().needsEnemies()).isTrue();
    }
  }

  private static List<Row> made(Dataset<Row> out, int count) {
    List<Row> made = out.filter("synthetic").collectAsList();
    assertThat(made).hasSize(count);
    return made;
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void sparseRows_makeSparseRows(SmoteVariant variant) {
    int size = 1500; // too wide for a dense store
    Random random = new Random(size);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 90; id++) {
      int[] indices = random.ints(6, 0, size).distinct().sorted().toArray();
      double[] values = random.doubles(indices.length, 1, 2).toArray();
      rows.add(Tables.row(Vectors.sparse(size, indices, values), id < 25 ? 1 : 0, id));
    }

    Smote smote = smote(variant).setClusterBalanceThreshold(0);
    for (Row row : made(smote.fitResample(Tables.of(Tables.SCHEMA, rows)), 40)) {
      assertThat(row.get(0)).isInstanceOf(SparseVector.class);
      assertThat(values(row)).hasSize(size);
      assertThat(Arrays.stream(values(row))).allMatch(Double::isFinite);
    }
  }

  /** Column 7 says which shop a row is from. */
  @ParameterizedTest
  @EnumSource(names = {"RANDOM", "ROSE", "RWO"})
  void nominalFeaturesOfWideSparseRows_areThoseOfTheBase(SmoteVariant variant) {
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 60; id++) {
      double[] values = {1 + id % 5, random.nextDouble(), random.nextDouble()};
      int[] columns = {7, 20 + random.nextInt(20), 50 + random.nextInt(4000)};
      rows.add(Tables.row(Vectors.sparse(5000, columns, values), id < 20 ? 1 : 0, id));
    }

    Smote smote = smote(variant).setCategoricalFeatures("7").setIdCol("id");
    for (Row row : made(smote.fitResample(Tables.of(Tables.SCHEMA, rows)), 20)) {
      long base = row.getStruct(4).getLong(0);
      assertThat(((Vector) row.get(0)).apply(7)).isEqualTo(1.0 + (int) base % 5);
    }
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void arraysOfFloats_upToTheLargest_stayFinite(SmoteVariant variant) {
    Random random = new Random(8);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 70; id++) {
      Float[] values = {random.nextFloat(), random.nextBoolean() ? Float.MAX_VALUE : 0f};
      rows.add(Tables.row(values, id < 20 ? 1 : 0, id));
    }

    StructType schema = Tables.schema("features", DataTypes.createArrayType(DataTypes.FloatType));
    for (Row row : made(smote(variant).fitResample(Tables.of(schema, rows)), 30)) {
      assertThat(row.<Float>getList(0)).hasSize(2).allMatch(Float::isFinite);
    }
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void wholeNumbersAndFlags_stayWithinTheirTypes(SmoteVariant variant) {
    StructType schema =
        new StructType()
            .add("label", DataTypes.StringType)
            .add("count", DataTypes.ByteType)
            .add("flag", DataTypes.BooleanType)
            .add("price", DataTypes.createDecimalType(3, 1));
    Random random = new Random(12);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      byte count = (byte) (i < 20 ? 124 + random.nextInt(4) : random.nextInt(127));
      BigDecimal price = BigDecimal.valueOf(999 - random.nextInt(5), 1);
      rows.add(RowFactory.create(i < 20 ? "few" : "many", count, random.nextBoolean(), price));
    }

    Smote smote = smote(variant).setInputCols("count", "flag", "price").setShrinkage(3);
    for (Row row : made(smote.fitResample(Tables.of(schema, rows)), 30)) {
      assertThat((int) row.getByte(1)).isBetween(80, 127);
      assertThat(row.getDecimal(3).doubleValue()).isBetween(80.0, 99.9);
    }
  }
}

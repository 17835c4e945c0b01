// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.keyed.ContentKey;
import org.sparksmote.testing.ReferenceSmote;
import org.sparksmote.testing.ReferenceSmote.Made;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Every row of the output is one that {@link ReferenceSmote} allows, when search is exact. */
class ReferenceSmoteTest extends SparkTest {

  private static List<Made> made(Smote smote, Dataset<Row> data, Function<Row, double[]> read) {
    return smote
        .setIdCol("id")
        .setSyntheticCol("synthetic")
        .setProvenanceCol("from")
        .fitResample(data)
        .filter("synthetic")
        .collectAsList()
        .stream()
        .map(
            row -> {
              Row from = row.getAs("from");
              return new Made(from.getLong(0), from.getLong(1), from.getDouble(2), read.apply(row));
            })
        .toList();
  }

  private static Map<Long, double[]> rows(
      Dataset<Row> data, Object label, Function<Row, double[]> read) {
    return data.collectAsList().stream()
        .filter(row -> row.getAs("label").equals(label))
        .collect(Collectors.toMap(row -> row.<Long>getAs("id"), read));
  }

  private static double[] vector(Row row) {
    return row.<Vector>getAs("features").toArray();
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void check(Smote smote, Dataset<Row> data, int features, int total) {
    List<Made> made = made(smote, data, ReferenceSmoteTest::vector);
    assertThat(made).hasSize(total);
    new ReferenceSmote(
            rows(data, 1, ReferenceSmoteTest::vector), ones(features), smote.getKNeighbors())
        .check(made, values -> values);
  }

  @Test
  void clouds() {
    check(new Smote(), Tables.clouds(900, 130), 4, 770);
  }

  @Test
  void partnersAndGaps_areDrawnEvenly() {
    Dataset<Row> data = Tables.clouds(2100, 100);
    List<Made> made = made(new Smote(), data, ReferenceSmoteTest::vector);
    ReferenceSmote reference =
        new ReferenceSmote(rows(data, 1, ReferenceSmoteTest::vector), ones(4), 5);
    int[] ranks = new int[5];
    made.forEach(row -> ranks[reference.rank(row)]++);
    // Of 2,000 draws 400 each; the standard deviation is 18.
    assertThat(Arrays.stream(ranks)).allMatch(drawn -> Math.abs(drawn - 400) < 80);
    assertThat(made.stream().mapToDouble(Made::gap).average().orElseThrow())
        .isEqualTo(0.5, within(0.03));
  }

  @Test
  void duplicatesAndTies_denseAndSparseMixed() {
    for (int k : new int[] {1, 5, 40, 89}) {
      check(new Smote().setKNeighbors(k), Tables.duplicates(700, 90), 4, 610);
    }
  }

  @Test
  void fewerRowsToMakeThanBases_everyBaseIsAnother() {
    check(new Smote().setKNeighbors(3), Tables.clouds(100, 80), 4, 20);
  }

  @Test
  void minmax() {
    Random random = new Random(4);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 500; id++) {
      double[] values = {random.nextGaussian() * 1e6, random.nextDouble() * 1e-3, 4};
      rows.add(Tables.row(Vectors.dense(values), id % 10 == 0 ? 1 : 0, id));
    }

    Dataset<Row> data = Tables.of(Tables.SCHEMA, rows);
    double[] weights =
        ReferenceSmote.minMaxWeights(rows.stream().map(ReferenceSmoteTest::ofVector).toList());
    Map<Long, double[]> minority = rows(data, 1, ReferenceSmoteTest::vector);
    List<Made> scaled =
        made(new Smote().setStandardize("minmax"), data, ReferenceSmoteTest::vector);
    assertThat(scaled).hasSize(400);
    new ReferenceSmote(minority, weights, 5).check(scaled, values -> values);
    assertThatThrownBy(() -> new ReferenceSmote(minority, ones(3), 5).check(scaled, v -> v))
        .as("other neighbours without scaling")
        .isInstanceOf(AssertionError.class);
  }

  private static double[] ofVector(Row row) {
    return ((Vector) row.get(0)).toArray();
  }

  @Test
  void sparseRows_wideAndShort() {
    for (int size : new int[] {30, 1500}) {
      Random random = new Random(size);
      List<Row> rows = new ArrayList<>();
      for (int id = 0; id < 200; id++) {
        int[] indices = random.ints(6, 0, size).distinct().sorted().toArray();
        double[] values = random.ints(indices.length, -2, 3).asDoubleStream().toArray();
        rows.add(Tables.row(Vectors.sparse(size, indices, values), id < 40 ? 1 : 0, id));
      }

      check(new Smote(), Tables.of(Tables.SCHEMA, rows), size, 120);
    }
  }

  @Test
  void sparseParents_makeSparseRows_andMixedOnesDense() {
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 40; id++) {
      Vector sparse = Vectors.sparse(5, new int[] {id % 5}, new double[] {1 + id});
      rows.add(Tables.row(id < 20 ? sparse : sparse.toDense(), id < 10 || id > 29 ? 1 : 0, id));
    }

    Smote smote = new Smote().setSamplingStrategy("{\"1\": 500}").setIdCol("id");
    smote.setProvenanceCol("from").setKNeighbors(19).setSyntheticCol("synthetic");
    Dataset<Row> made = smote.fitResample(Tables.of(Tables.SCHEMA, rows)).filter("synthetic");
    for (Row row : made.collectAsList()) {
      Row from = row.getAs("from");
      boolean bothSparse = from.getLong(0) < 20 && from.getLong(1) < 20;
      assertThat(row.get(0) instanceof org.apache.spark.ml.linalg.SparseVector)
          .isEqualTo(bothSparse);
    }
  }

  @Test
  void arrays_ofDoublesAndFloats() {
    List<Row> doubles = new ArrayList<>();
    List<Row> floats = new ArrayList<>();
    Random random = new Random(8);
    for (int id = 0; id < 300; id++) {
      Float[] values = {random.nextFloat(), random.nextFloat() * 100};
      Double[] wide = {values[0].doubleValue(), values[1].doubleValue()};
      doubles.add(Tables.row(wide, id < 60 ? 1 : 0, id));
      floats.add(Tables.row(values, id < 60 ? 1 : 0, id));
    }

    checkArrays(DataTypes.DoubleType, doubles, values -> values);
    checkArrays(
        DataTypes.FloatType, floats, v -> Arrays.stream(v).map(value -> (float) value).toArray());
  }

  private static void checkArrays(DataType type, List<Row> rows, UnaryOperator<double[]> written) {
    Dataset<Row> data = Tables.of(Tables.schema("features", DataTypes.createArrayType(type)), rows);
    List<Made> made = made(new Smote(), data, ReferenceSmoteTest::array);
    assertThat(made).hasSize(180);
    new ReferenceSmote(rows(data, 1, ReferenceSmoteTest::array), ones(2), 5).check(made, written);
  }

  private static double[] array(Row row) {
    return row.<Number>getList(0).stream().mapToDouble(Number::doubleValue).toArray();
  }

  @Test
  void inputCols_ofWholeNumbersAndFlags_areRoundedHalfUp() {
    StructType schema =
        new StructType()
            .add("label", DataTypes.StringType)
            .add("count", DataTypes.IntegerType)
            .add("flag", DataTypes.BooleanType)
            .add("size", DataTypes.LongType)
            .add("id", DataTypes.LongType);
    Random random = new Random(12);
    List<Row> rows = new ArrayList<>();
    for (long id = 0; id < 200; id++) {
      int count = random.nextInt(9) - 4;
      boolean flag = random.nextBoolean();
      long size = random.nextInt(100);
      rows.add(RowFactory.create(id < 50 ? "few" : "many", count, flag, size, id));
    }

    Collections.shuffle(rows, random);
    Dataset<Row> data = Tables.of(schema, rows);
    Function<Row, double[]> read =
        row -> new double[] {row.getInt(1), row.getBoolean(2) ? 1 : 0, row.getLong(3)};
    List<Made> made = made(new Smote().setInputCols("count", "flag", "size"), data, read);
    assertThat(made).hasSize(100);
    new ReferenceSmote(rows(data, "few", read), ones(3), 5)
        .check(made, v -> Arrays.stream(v).map(value -> Math.floor(value + 0.5)).toArray());
  }

  @Test
  void provenance_withoutIdCol_isTheContentKey() {
    Dataset<Row> data = Tables.of(Tables.SCHEMA, Tables.cloudRows(3, 40, 20));
    Smote smote = new Smote().setSyntheticCol("synthetic").setProvenanceCol("from");
    List<double[]> minority = List.copyOf(rows(data, 1, ReferenceSmoteTest::vector).values());
    List<Long> keys = minority.stream().map(ContentKey::ofDense).toList();
    List<Row> made = smote.fitResample(data).filter("synthetic").collectAsList();
    assertThat(made).hasSize(20);
    for (Row row : made) {
      double[] base = minority.get(keys.indexOf(row.getStruct(4).getLong(0)));
      double[] partner = minority.get(keys.indexOf(row.getStruct(4).getLong(1)));
      assertThat(vector(row)[0])
          .isBetween(Math.min(base[0], partner[0]), Math.max(base[0], partner[0]));
    }

    assertThat(SQLDataTypes.VectorType()).isEqualTo(data.schema().apply("features").dataType());
  }
}

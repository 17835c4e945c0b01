// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** The whole output equals that of {@link ReferenceSmote}, bit for bit, when search is exact. */
class ReferenceSmoteTest extends SparkTest {

  private static final long SEED = 99;

  /** The synthetic rows as sorted texts of features and gap. */
  private static List<String> made(Smote smote, Dataset<Row> data, Function<Row, double[]> read) {
    return smote
        .setSeed(SEED)
        .setSyntheticCol("synthetic")
        .setProvenanceCol("from")
        .fitResample(data)
        .filter("synthetic")
        .collectAsList()
        .stream()
        .map(row -> text(read.apply(row), row.<Row>getAs("from").getDouble(2)))
        .sorted()
        .toList();
  }

  private static List<String> reference(
      List<double[]> rows,
      double[] weights,
      int k,
      long total,
      Function<double[], double[]> write) {
    return new ReferenceSmote(rows, weights, k, SEED)
        .make(total).stream()
            .map(row -> text(write.apply(row.values()), row.gap()))
            .sorted()
            .toList();
  }

  private static String text(double[] values, double gap) {
    return Rows.text(values) + " gap " + Rows.text(gap);
  }

  private static double[] vector(Row row) {
    return row.<Vector>getAs("features").toArray();
  }

  private static List<double[]> vectorsOf(Dataset<Row> data, int label) {
    return data.collectAsList().stream()
        .filter(row -> row.<Integer>getAs("label") == label)
        .map(ReferenceSmoteTest::vector)
        .toList();
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void clouds_everyRowIsTheReferences() {
    Dataset<Row> data = Tables.clouds(900, 130);
    assertThat(made(new Smote(), data, ReferenceSmoteTest::vector))
        .isEqualTo(reference(vectorsOf(data, 1), ones(4), 5, 770, values -> values));
  }

  @Test
  void duplicatesAndTies_denseAndSparseMixed_everyRowIsTheReferences() {
    Dataset<Row> data = Tables.duplicates(700, 90);
    for (int k : new int[] {1, 5, 40, 89}) {
      assertThat(made(new Smote().setKNeighbors(k), data, ReferenceSmoteTest::vector))
          .as("k = %d", k)
          .isEqualTo(reference(vectorsOf(data, 1), ones(4), k, 610, values -> values));
    }
  }

  @Test
  void fewerRowsToMakeThanBases_theReferencesBasesAreUsed() {
    Dataset<Row> data = Tables.clouds(100, 80);
    assertThat(made(new Smote().setKNeighbors(3), data, ReferenceSmoteTest::vector))
        .isEqualTo(reference(vectorsOf(data, 1), ones(4), 3, 20, values -> values));
  }

  @Test
  void minmax_everyRowIsTheReferences() {
    Random random = new Random(4);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 500; id++) {
      double[] values = {random.nextGaussian() * 1e6, random.nextDouble() * 1e-3, 4};
      rows.add(Tables.row(Vectors.dense(values), id % 10 == 0 ? 1 : 0, id));
    }

    Dataset<Row> data = Tables.of(Tables.SCHEMA, rows);
    List<double[]> all = Stream.of(0, 1).flatMap(c -> vectorsOf(data, c).stream()).toList();
    double[] weights = ReferenceSmote.minMaxWeights(all);
    List<String> scaled =
        made(new Smote().setStandardize("minmax"), data, ReferenceSmoteTest::vector);
    assertThat(scaled).isEqualTo(reference(vectorsOf(data, 1), weights, 5, 400, v -> v));
    assertThat(scaled).isNotEqualTo(made(new Smote(), data, ReferenceSmoteTest::vector));
  }

  @Test
  void sparseRows_wideAndShort_everyRowIsTheReferences() {
    for (int size : new int[] {30, 1500}) {
      Random random = new Random(size);
      List<Row> rows = new ArrayList<>();
      for (int id = 0; id < 200; id++) {
        int[] indices = random.ints(6, 0, size).distinct().sorted().toArray();
        double[] values = random.ints(indices.length, -2, 3).asDoubleStream().toArray();
        rows.add(Tables.row(Vectors.sparse(size, indices, values), id < 40 ? 1 : 0, id));
      }

      Dataset<Row> data = Tables.of(Tables.SCHEMA, rows);
      assertThat(made(new Smote(), data, ReferenceSmoteTest::vector))
          .as("size %d", size)
          .isEqualTo(reference(vectorsOf(data, 1), ones(size), 5, 120, values -> values));
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
  void arrays_ofDoublesAndFloats_everyRowIsTheReferences() {
    List<double[]> rows = new ArrayList<>();
    List<Row> doubles = new ArrayList<>();
    List<Row> floats = new ArrayList<>();
    Random random = new Random(8);
    for (int id = 0; id < 300; id++) {
      float[] values = {random.nextFloat(), random.nextFloat() * 100};
      double[] wide = {values[0], values[1]};
      int label = id < 60 ? 1 : 0;
      rows.add(wide);
      doubles.add(Tables.row(new Double[] {wide[0], wide[1]}, label, id));
      floats.add(Tables.row(new Float[] {values[0], values[1]}, label, id));
    }

    StructType ofDoubles =
        Tables.schema("features", DataTypes.createArrayType(DataTypes.DoubleType));
    StructType ofFloats = Tables.schema("features", DataTypes.createArrayType(DataTypes.FloatType));
    List<double[]> minority = rows.subList(0, 60);
    assertThat(made(new Smote(), Tables.of(ofDoubles, doubles), ReferenceSmoteTest::array))
        .isEqualTo(reference(minority, ones(2), 5, 180, values -> values));
    assertThat(made(new Smote(), Tables.of(ofFloats, floats), ReferenceSmoteTest::array))
        .isEqualTo(
            reference(
                minority,
                ones(2),
                5,
                180,
                values -> Arrays.stream(values).map(value -> (float) value).toArray()));
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
            .add("size", DataTypes.LongType);
    Random random = new Random(12);
    List<Row> rows = new ArrayList<>();
    List<double[]> minority = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int count = random.nextInt(9) - 4;
      boolean flag = random.nextBoolean();
      long size = random.nextInt(100);
      rows.add(RowFactory.create(i < 50 ? "few" : "many", count, flag, size));
      if (i < 50) {
        minority.add(new double[] {count, flag ? 1 : 0, size});
      }
    }

    Collections.shuffle(rows, random);
    Smote smote = new Smote().setInputCols("count", "flag", "size");
    List<String> made =
        made(
            smote,
            Tables.of(schema, rows),
            row -> new double[] {row.getInt(1), row.getBoolean(2) ? 1 : 0, row.getLong(3)});
    assertThat(made)
        .isEqualTo(
            reference(
                minority,
                ones(3),
                5,
                100,
                values -> Arrays.stream(values).map(value -> Math.floor(value + 0.5)).toArray()));
  }

  @Test
  void provenance_withoutIdCol_isTheContentKey() {
    Dataset<Row> data = Tables.of(Tables.SCHEMA, Tables.cloudRows(3, 40, 20));
    Smote smote = new Smote().setSyntheticCol("synthetic").setProvenanceCol("from");
    List<double[]> minority = vectorsOf(data, 1);
    List<Long> keys =
        minority.stream().map(org.sparksmote.internal.synth.ContentKey::ofDense).toList();
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

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Small seeded tables: {@code features}, {@code label}, {@code id} (unique, counted from 0). */
public final class Tables {

  public static final StructType SCHEMA = schema("features", SQLDataTypes.VectorType());

  private Tables() {}

  /** The usual three columns with other features. */
  public static StructType schema(String featuresName, DataType featuresType) {
    return new StructType()
        .add(featuresName, featuresType, true)
        .add("label", DataTypes.IntegerType, true)
        .add("id", DataTypes.LongType, true);
  }

  public static Dataset<Row> of(StructType schema, List<Row> rows) {
    return SparkTest.spark.createDataFrame(rows, schema);
  }

  public static Dataset<Row> of(StructType schema, Row... rows) {
    return of(schema, List.of(rows));
  }

  /** One Gaussian cloud per class, classes in a random order of rows. */
  public static Dataset<Row> clouds(int... rowsPerClass) {
    return of(SCHEMA, cloudRows(4, rowsPerClass));
  }

  public static List<Row> cloudRows(int features, int... rowsPerClass) {
    Random random = new Random(1);
    List<Integer> labels = new ArrayList<>();
    for (int label = 0; label < rowsPerClass.length; label++) {
      labels.addAll(Collections.nCopies(rowsPerClass[label], label));
    }

    Collections.shuffle(labels, random);
    return IntStream.range(0, labels.size())
        .mapToObj(id -> row(gaussian(random, features, labels.get(id)), labels.get(id), id))
        .toList();
  }

  public static Row row(@Nullable Object features, @Nullable Object label, long id) {
    return RowFactory.create(features, label, id);
  }

  private static Vector gaussian(Random random, int features, double centre) {
    return Vectors.dense(random.doubles(features, -3, 3).map(x -> x + centre).toArray());
  }

  /**
   * Class 1 has few distinct rows on a small grid, most of them many times, dense and sparse; ties
   * of distance are everywhere.
   */
  public static Dataset<Row> duplicates(int majority, int minority) {
    Random random = new Random(2);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < majority + minority; id++) {
      Vector vector =
          Vectors.dense(random.nextInt(4), random.nextInt(3), 7, random.nextInt(2) - 0.5);
      rows.add(row(random.nextBoolean() ? vector : vector.toSparse(), id < minority ? 1 : 0, id));
    }

    return of(SCHEMA, rows);
  }

  /** Rows that each stand there thrice, but for the sign of their zeros. */
  public static Dataset<Row> zerosOfBothSigns(int majority, int minority) {
    Random random = new Random(4);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < majority + minority; id += 3) {
      double[] values = random.doubles(8).map(value -> value < 0.4 ? 0 : value).toArray();
      for (int copy = 0; copy < 3; copy++) {
        double[] signed =
            DoubleStream.of(values)
                .map(value -> value == 0 && random.nextBoolean() ? -0.0 : value)
                .toArray();
        rows.add(row(Vectors.dense(signed), id < minority ? 1 : 0, id + copy));
      }
    }

    return of(SCHEMA, rows);
  }
}

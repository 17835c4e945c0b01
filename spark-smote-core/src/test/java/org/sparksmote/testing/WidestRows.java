// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;

/**
 * A table of vectors of size 2^30 with three to five values each, ids from 0: most columns are
 * shared, negative ones among them, and every other row has one of its own. Two classes overlap.
 */
public final class WidestRows {

  public static final int SIZE = 1 << 30;

  /** As HashingTF describes its vectors: by their size. */
  public static final StructType SCHEMA =
      new StructType()
          .add("features", SQLDataTypes.VectorType(), true, attributes())
          .add("label", DataTypes.IntegerType, true)
          .add("id", DataTypes.LongType, true);

  /** Columns that many rows have; the first and the last of all are among them. */
  private static final int SHARED = 24;

  private final TreeMap<Integer, Integer> places = new TreeMap<>();
  public final List<Row> rows = new ArrayList<>();

  public WidestRows(int count) {
    Random random = new Random(30);
    for (int id = 0; id < count; id++) {
      int label = id % 10 < 3 ? 1 : 0;
      rows.add(Tables.row(vector(id, random), label, id));
    }

    rows.forEach(row -> IntStream.of(vector(row).indices()).forEach(j -> places.put(j, 0)));
    places.replaceAll((column, any) -> places.headMap(column).size());
  }

  private static Metadata attributes() {
    return new AttributeGroup("features", SIZE).toMetadata();
  }

  private static SparseVector vector(int id, Random random) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    if (id % 2 == 0) {
      values.put(1_000_003 * (id + 1), 0.5 + random.nextDouble() / 4);
    }

    int stored = 3 + random.nextInt(3);
    while (values.size() < stored) {
      int shared = (id % 3 * 6 + random.nextInt(9)) % SHARED; // three groups of rows
      values.put(
          (int) ((SIZE - 1L) * shared / (SHARED - 1)),
          shared % 4 == 1 ? -1 - random.nextDouble() : random.nextDouble() * (1 + shared));
    }

    return (SparseVector)
        Vectors.sparse(
            SIZE,
            values.keySet().stream().mapToInt(j -> j).toArray(),
            values.values().stream().mapToDouble(value -> value).toArray());
  }

  private static SparseVector vector(Row row) {
    return (SparseVector) row.get(0);
  }

  /** A row in the columns that any row has a value in. */
  public double[] narrow(int[] columns, double[] values) {
    double[] narrow = new double[places.size()];
    for (int i = 0; i < columns.length; i++) {
      narrow[places.getOrDefault(columns[i], -1)] = values[i];
    }

    return narrow;
  }

  /** All rows so, by id. */
  public double[][] narrow() {
    return rows.stream()
        .map(row -> narrow(vector(row).indices(), vector(row).values()))
        .toArray(double[][]::new);
  }

  public int[] labels() {
    return rows.stream().mapToInt(row -> row.getInt(1)).toArray();
  }

  /** One over the range of each column. */
  public double[] scales() {
    double[][] values = narrow();
    double[] scales = new double[places.size()];
    Arrays.setAll(
        scales,
        j -> {
          double[] column = Arrays.stream(values).mapToDouble(row -> row[j]).sorted().toArray();
          return 1 / (column[column.length - 1] - column[0]);
        });
    return scales;
  }
}

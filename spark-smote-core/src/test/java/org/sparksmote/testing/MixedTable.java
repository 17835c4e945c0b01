// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.Smote;

/** A seeded table of numbers and categories, some of them missing, in several classes. */
public final class MixedTable {

  static final StructType SCHEMA =
      new StructType()
          .add("amount", "double", false)
          .add("job", "string", true)
          .add("age", "int", false)
          .add("member", "boolean", true)
          .add("zip", "int", true)
          .add("label", "string", false)
          .add("id", "bigint", false);

  public static final List<String> FEATURES = List.of("amount", "job", "age", "member", "zip");

  private MixedTable() {}

  public static Dataset<Row> of(int... rowsPerClass) {
    return SparkTest.spark.createDataFrame(rows(rowsPerClass), SCHEMA);
  }

  static List<Row> rows(int... rowsPerClass) {
    Random random = new Random(5);
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < rowsPerClass.length; c++) {
      for (int i = 0; i < rowsPerClass[c]; i++) {
        rows.add(
            RowFactory.create(
                c + random.nextGaussian(),
                value(random, "job " + Math.min(random.nextInt(6), random.nextInt(6))),
                1 + (int) Math.abs(100_000 * random.nextGaussian()),
                value(random, random.nextInt(3) < c),
                value(random, 1000 + random.nextInt(4)),
                "class " + c,
                (long) rows.size()));
      }
    }

    return rows;
  }

  private static @Nullable Object value(Random random, Object value) {
    return random.nextInt(12) == 0 ? null : value;
  }

  /** SMOTE-NC over the table. */
  public static Smote smotenc() {
    return new Smote()
        .setVariant("smotenc")
        .setInputCols(FEATURES)
        .setCategoricalCols("zip")
        .setSyntheticCol("synthetic")
        .setProvenanceCol("from")
        .setIdCol("id");
  }
}

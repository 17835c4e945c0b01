// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A table of round blobs of rows; ids count from 0 in the order in which blobs are added. */
public final class Blobs {

  private final Random random;
  private final List<Row> rows = new ArrayList<>();

  public Blobs(long seed) {
    this.random = new Random(seed);
  }

  /** Adds a blob of normal coordinates around a centre. */
  public Blobs add(int label, int count, double deviation, double... center) {
    for (int i = 0; i < count; i++) {
      double[] values = center.clone();
      for (int j = 0; j < values.length; j++) {
        values[j] += deviation * random.nextGaussian();
      }

      rows.add(Tables.row(Vectors.dense(values), label, rows.size()));
    }

    return this;
  }

  public Dataset<Row> table() {
    return Tables.of(Tables.SCHEMA, rows);
  }
}

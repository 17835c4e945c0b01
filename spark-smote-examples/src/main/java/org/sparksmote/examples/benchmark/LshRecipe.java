// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.feature.BucketedRandomProjectionLSH;
import org.apache.spark.ml.feature.BucketedRandomProjectionLSHModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.util.LongAccumulator;
import org.sparksmote.examples.workloads.WorkloadTable;

/**
 * SMOTE as it is written with Spark MLlib alone: the class is joined with itself by {@code
 * BucketedRandomProjectionLSH}, a window keeps the k nearest of every row, another one draws one of
 * them, and a point between both is added. A row for which the join finds nothing gets no new row.
 *
 * @param settings those of the LSH
 * @param k neighbours
 * @param seed for projections and draws
 */
record LshRecipe(LshSettings settings, int k, long seed) {

  static final String HASHES = "hashes";

  /** Draws the projections. */
  BucketedRandomProjectionLSHModel model(Dataset<Row> grown) {
    return new BucketedRandomProjectionLSH()
        .setInputCol("features")
        .setOutputCol(HASHES)
        .setBucketLength(settings.bucketLength())
        .setNumHashTables(settings.hashTables())
        .setSeed(seed)
        .fit(grown);
  }

  /** For every row of the class its k nearest among those that the join finds. */
  Dataset<Row> neighbors(Dataset<Row> grown) {
    Column nearestFirst =
        row_number().over(Window.partitionBy("base").orderBy("distance", "partner"));
    return model(grown)
        .approxSimilarityJoin(grown, grown, settings.threshold(), "distance")
        .select(
            col("datasetA.number").as("base"),
            col("datasetB.number").as("partner"),
            col("datasetA.features").as("from"),
            col("datasetB.features").as("to"),
            col("distance"))
        .filter(col("base").notEqual(col("partner")))
        .withColumn("rank", nearestFirst)
        .filter(col("rank").leq(k));
  }

  /**
   * The table and the new rows.
   *
   * @param table a workload with the numbers of its rows
   * @param made counts the new rows
   */
  Dataset<Row> resample(Dataset<Row> table, LongAccumulator made) {
    Column draw = row_number().over(Window.partitionBy("base").orderBy(rand(seed)));
    MapFunction<Row, Row> point =
        pair -> {
          made.add(1);
          Vector between = between((Vector) pair.get(1), (Vector) pair.get(2), pair.getDouble(3));
          return RowFactory.create(WorkloadTable.GROWN, between, pair.getLong(0));
        };
    Dataset<Row> drawn =
        neighbors(grown(table))
            .withColumn("draw", draw)
            .filter(col("draw").equalTo(1))
            .select(col("base"), col("from"), col("to"), rand(seed + 1).as("gap"));
    return table.union(drawn.map(point, Encoders.row(table.schema())));
  }

  /** The features and numbers of the class to be grown. */
  static Dataset<Row> grown(Dataset<Row> table) {
    return table
        .filter(col("label").equalTo(WorkloadTable.GROWN))
        .select("features", WorkloadTable.NUMBER);
  }

  private static Vector between(Vector from, Vector to, double gap) {
    double[] values = from.toArray().clone();
    for (int j = 0; j < values.length; j++) {
      values[j] += gap * (to.apply(j) - values[j]);
    }

    return Vectors.dense(values);
  }
}

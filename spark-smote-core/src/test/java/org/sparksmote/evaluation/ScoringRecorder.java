// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A classifier that finds the class 1 more probable the larger the first feature is, and remembers
 * the ids of the rows that it learns from and those of which it says something. It cannot be saved.
 */
final class ScoringRecorder extends Estimator<ScoringRecorder.Scorer> {

  private static final long serialVersionUID = 1L;

  /** What the fits of one stage and of its copies saw, by uid. */
  private static final Map<String, List<Seen>> SEEN = new ConcurrentHashMap<>();

  record Seen(List<Long> learned, List<Long> scored) {}

  private final String uid;

  ScoringRecorder(String uid) {
    this.uid = uid;
  }

  List<Seen> seen() {
    return List.copyOf(seenBy(uid));
  }

  private static List<Seen> seenBy(String uid) {
    return SEEN.computeIfAbsent(uid, any -> Collections.synchronizedList(new ArrayList<>()));
  }

  private static List<Long> ids(Dataset<?> rows) {
    return rows.select("id").toDF().collectAsList().stream()
        .map(row -> row.isNullAt(0) ? -1 : row.getLong(0))
        .toList();
  }

  static StructType saying(StructType schema) {
    return schema
        .add("rawPrediction", SQLDataTypes.VectorType())
        .add("probability", SQLDataTypes.VectorType())
        .add("prediction", DataTypes.DoubleType);
  }

  @Override
  public Scorer fit(Dataset<?> dataset) {
    Seen seen = new Seen(ids(dataset), new ArrayList<>());
    seenBy(uid).add(seen);
    return new Scorer(uid, seen);
  }

  @Override
  public ScoringRecorder copy(ParamMap extra) {
    return this;
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return saying(schema);
  }

  @Override
  public String uid() {
    return uid;
  }

  /** The fitted classifier. */
  static final class Scorer extends Model<Scorer> {

    private static final long serialVersionUID = 1L;

    private final String uid;
    private final transient Seen seen;

    Scorer(String uid, Seen seen) {
      this.uid = uid;
      this.seen = seen;
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
      seen.scored().addAll(ids(dataset));
      UDF1<Vector, Vector> said = x -> said(x.apply(0));
      return dataset
          .withColumn(
              "rawPrediction",
              functions.udf(said, SQLDataTypes.VectorType()).apply(functions.col("features")))
          .withColumn("probability", functions.col("rawPrediction"))
          .withColumn("prediction", functions.lit(0.0));
    }

    private static Vector said(double x) {
      double p = 1 / (1 + Math.exp(-x));
      return Vectors.dense(1 - p, p);
    }

    @Override
    public Scorer copy(ParamMap extra) {
      return this;
    }

    @Override
    public StructType transformSchema(StructType schema) {
      return saying(schema);
    }

    @Override
    public String uid() {
      return uid;
    }
  }
}

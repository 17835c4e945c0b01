// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.DoubleArrayArrayParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.params.ParamMaker;

/**
 * A classifier of two classes with a threshold of its own: rows whose probability of the class 1 is
 * that or more are called so. Probabilities and raw predictions stay as they are.
 */
public final class TunedThresholdClassificationModel
    extends MetaModel<TunedThresholdClassificationModel> {

  private static final long serialVersionUID = 1L;

  private final DoubleParam threshold;
  private final DoubleParam bestScore;
  private final DoubleArrayArrayParam curve;

  TunedThresholdClassificationModel(String uid, List<? extends Transformer> members) {
    super(uid, members);
    threshold =
        new ParamMaker(this)
            .number("threshold", "probabilities from here on are called the class 1", 0, 1);
    bestScore = new DoubleParam(this, "bestScore", "what the measure was at the best threshold");
    curve =
        new DoubleArrayArrayParam(
            this, "curve", "thresholds, from the highest, and what the measure was there");
  }

  /** Probabilities from here on are called the class 1. */
  public DoubleParam threshold() {
    return threshold;
  }

  /** The threshold in use. */
  public double getThreshold() {
    return ((Number) getOrDefault(threshold)).doubleValue();
  }

  /** Sets another threshold, in [0, 1]. */
  public TunedThresholdClassificationModel setThreshold(double value) {
    set(threshold, value);
    return this;
  }

  /** What the measure was at the best threshold. */
  public DoubleParam bestScore() {
    return bestScore;
  }

  /** What the measure was at the best threshold, on rows that the models had not seen. */
  public double getBestScore() {
    return ((Number) getOrDefault(bestScore)).doubleValue();
  }

  /** Thresholds and what the measure was there. */
  public DoubleArrayArrayParam curve() {
    return curve;
  }

  /** Thresholds, from the highest, and what the measure was there: about 1,000 pairs at most. */
  public double[][] getCurve() {
    return getOrDefault(curve);
  }

  TunedThresholdClassificationModel tuned(double best, double score, double[][] all) {
    set(threshold, best);
    set(bestScore, score);
    set(curve, all);
    return this;
  }

  private boolean isWhole() {
    return members().size() == 1 && isSet(threshold);
  }

  @Override
  TunedThresholdClassificationModel with(List<? extends Transformer> others) {
    return new TunedThresholdClassificationModel(uid(), others);
  }

  @Override
  Dataset<Row> corrected(Dataset<?> dataset) {
    double least = getThreshold();
    UDF1<Vector, Double> decided = said -> said == null ? null : said.apply(1) >= least ? 1.0 : 0.0;
    Dataset<Row> rows = members().get(0).transform(dataset);
    return Said.put(
        rows,
        said().prediction(),
        functions
            .udf(decided, DataTypes.DoubleType)
            .apply(functions.col(ColumnResolver.quoted(said().probability()))));
  }

  /** A reader for saved models. */
  public static MLReader<TunedThresholdClassificationModel> read() {
    return MetaIo.modelReader(
        TunedThresholdClassificationModel.class,
        TunedThresholdClassificationModel::new,
        TunedThresholdClassificationModel::isWhole);
  }

  /** Loads a saved model. */
  public static TunedThresholdClassificationModel load(String path) {
    return read().load(path);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.sparksmote.internal.columns.ColumnResolver;

/** A classifier of resampled rows with the probabilities of the rows as they were. */
public final class PriorCorrectionModel extends MetaModel<PriorCorrectionModel> {

  private static final long serialVersionUID = 1L;

  private final DoubleArrayParam priorRatios;

  PriorCorrectionModel(String uid, List<? extends Transformer> members) {
    super(uid, members);
    priorRatios =
        new DoubleArrayParam(
            this,
            "priorRatios",
            "the share of each class before the resampling over that after it");
  }

  /** The share of each class before the resampling over that after it. */
  public DoubleArrayParam priorRatios() {
    return priorRatios;
  }

  /** The share of each class before the resampling over that after it. */
  public double[] getPriorRatios() {
    return getOrDefault(priorRatios);
  }

  PriorCorrectionModel correctedBy(double[] ratios) {
    set(priorRatios, ratios);
    return this;
  }

  @Override
  PriorCorrectionModel with(List<? extends Transformer> others) {
    return new PriorCorrectionModel(uid(), others);
  }

  @Override
  Dataset<Row> corrected(Dataset<?> dataset) {
    double[] ratios = getPriorRatios();
    UDF1<Vector, Vector> restored = said -> said == null ? null : restored(said, ratios);
    Dataset<Row> rows = members().get(0).transform(dataset);
    return said()
        .replaced(
            rows,
            functions
                .udf(restored, SQLDataTypes.VectorType())
                .apply(functions.col(ColumnResolver.quoted(said().probability()))));
  }

  static Vector restored(Vector said, double[] ratios) {
    double[] weighed = new double[ratios.length];
    Arrays.setAll(weighed, c -> said.apply(c) * ratios[c]);
    double sum = Arrays.stream(weighed).sum();
    Arrays.setAll(weighed, c -> weighed[c] / sum);
    return new DenseVector(weighed);
  }

  private boolean isWhole() {
    return isSet(priorRatios) && getPriorRatios().length > 1 && members().size() == 1;
  }

  /** A reader for saved models. */
  public static MLReader<PriorCorrectionModel> read() {
    return MetaIo.modelReader(
        PriorCorrectionModel.class, PriorCorrectionModel::new, PriorCorrectionModel::isWhole);
  }

  /** Loads a saved model. */
  public static PriorCorrectionModel load(String path) {
    return read().load(path);
  }
}

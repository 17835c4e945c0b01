// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleArrayArrayParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.params.ParamMaker;

/** A classifier whose probabilities are calibrated, as {@link CalibratedClassifier} fits it. */
public final class CalibratedClassificationModel extends MetaModel<CalibratedClassificationModel> {

  private static final long serialVersionUID = 1L;

  private static final String SUM = "+calibrated";

  private final Param<String> method;
  private final BooleanParam readsRaw;
  private final DoubleArrayArrayParam calibrators;

  CalibratedClassificationModel(String uid, List<? extends Transformer> members) {
    super(uid, members);
    method = CalibratedClassifier.method(new ParamMaker(this));
    readsRaw =
        new BooleanParam(
            uid, "readsRaw", "whether raw predictions are calibrated, not probabilities");
    calibrators =
        new DoubleArrayArrayParam(
            this,
            "calibrators",
            "for each model and class (of two the second): slope and intercept of a sigmoid, or the"
                + " scores of the points of an isotonic function and then their probabilities");
    setDefault(method, "sigmoid");
    setDefault(readsRaw, false);
    setDefault(calibrators, new double[0][]);
  }

  /** How scores become probabilities. */
  public Param<String> method() {
    return method;
  }

  /** Whether raw predictions are calibrated, of classifiers that say no probabilities. */
  public BooleanParam readsRaw() {
    return readsRaw;
  }

  /**
   * The numbers of the calibrators, for each model and class, of two classes for the second: slope
   * and intercept of a sigmoid, or the scores of an isotonic function's points and then their
   * probabilities.
   */
  public DoubleArrayArrayParam calibrators() {
    return calibrators;
  }

  /** The numbers of the calibrators. */
  public double[][] getCalibrators() {
    return getOrDefault(calibrators);
  }

  /** Sets the calibrators of all members. */
  CalibratedClassificationModel calibratedBy(List<List<Calibrator>> each, boolean areRaw) {
    set(readsRaw, areRaw);
    set(
        calibrators,
        each.stream().flatMap(List::stream).map(Calibrator::numbers).toArray(double[][]::new));
    return this;
  }

  @Override
  CalibratedClassificationModel with(List<? extends Transformer> others) {
    return new CalibratedClassificationModel(uid(), others);
  }

  private boolean areRaw() {
    return (Boolean) getOrDefault(readsRaw);
  }

  private boolean isSigmoid() {
    return CalibratedClassifier.isSigmoid(getOrDefault(method));
  }

  private List<Calibrator> ofMember(int member) {
    int each = getCalibrators().length / members().size();
    return Arrays.stream(getCalibrators(), member * each, (member + 1) * each)
        .<Calibrator>map(isSigmoid() ? Calibrator.Sigmoid::of : Calibrator.Isotonic::new)
        .toList();
  }

  /** Whether the numbers can be calibrators of these members. */
  boolean isWhole() {
    double[][] all = getCalibrators();
    int each = all.length / Math.max(1, members().size());
    return each > 0
        && each != 2
        && all.length == each * members().size()
        && Arrays.stream(all).allMatch(this::canBeCalibrator);
  }

  private boolean canBeCalibrator(double[] numbers) {
    return isSigmoid() ? numbers.length == 2 : numbers.length > 0 && numbers.length % 2 == 0;
  }

  /** The mean of what all members say, calibrated; they read the same rows one after the other. */
  @Override
  Dataset<Row> corrected(Dataset<?> dataset) {
    Dataset<Row> rows = dataset.toDF();
    Column[] own =
        Arrays.stream(rows.columns())
            .map(name -> functions.col(ColumnResolver.quoted(name)))
            .toArray(Column[]::new);
    int last = members().size() - 1;
    for (int member = 0; member < last; member++) {
      rows = members().get(member).transform(rows);
      Column[] kept = Arrays.copyOf(own, own.length + 1);
      kept[own.length] = sum(member).as(SUM);
      rows = rows.select(kept);
    }

    rows = members().get(last).transform(rows);
    return said().replaced(rows, sum(last)).drop(SUM);
  }

  /** The sum of the probabilities up to a member, divided by the number of all. */
  private Column sum(int member) {
    ScoreScale scale = ScoreScale.of(getOrDefault(method), areRaw());
    List<Calibrator> calibrated = ofMember(member);
    int all = members().size();
    UDF1<Vector, Vector> first = said -> said == null ? null : scale.share(calibrated, said, all);
    Column said =
        functions.col(ColumnResolver.quoted(areRaw() ? said().raw() : said().probability()));
    Column share = functions.udf(first, SQLDataTypes.VectorType()).apply(said);
    UDF2<Vector, Vector, Vector> plus =
        (before, here) -> before == null || here == null ? null : ScoreScale.sum(before, here);
    return member == 0
        ? share
        : functions
            .udf(plus, SQLDataTypes.VectorType())
            .apply(functions.col("`" + SUM + "`"), share);
  }

  /** A reader for saved models. */
  public static MLReader<CalibratedClassificationModel> read() {
    return MetaIo.modelReader(
        CalibratedClassificationModel.class,
        CalibratedClassificationModel::new,
        CalibratedClassificationModel::isWhole);
  }

  /** Loads a saved model. */
  public static CalibratedClassificationModel load(String path) {
    return read().load(path);
  }
}

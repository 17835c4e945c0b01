// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparksmote.internal.learning.LabelCounts;
import org.sparksmote.internal.params.ParamMaker;

/**
 * Makes the probabilities of a classifier honest: of rows that get 0.2, one in five belongs to the
 * class. Resampling ruins that, and forests and boosted trees are off without it. What scores mean
 * is learned from rows that the scoring model has not seen and no sampler touched.
 *
 * <pre>{@code
 * CalibratedClassifier calibrated =
 *     new CalibratedClassifier()
 *         .setEstimator(new ResamplingPipeline().setStages(smote, forest))
 *         .setMethod("sigmoid");
 * Dataset<Row> predictions = calibrated.fit(train).transform(test);
 * }</pre>
 *
 * <p>Names and meanings are those of scikit-learn's {@code CalibratedClassifierCV}. Two things
 * differ: {@code ensemble} is false by default, so that one model of all rows scores and not one of
 * every fold; and the sigmoid reads the log odds of probabilities. A classifier without
 * probabilities, such as {@code LinearSVC}, is calibrated by its raw predictions. With more than
 * two classes each is calibrated against the rest, and their probabilities are brought to the sum
 * 1.
 *
 * <p>Sources: Platt, "Probabilistic outputs for support vector machines" (1999); Zadrozny and
 * Elkan, "Transforming classifier scores into accurate multiclass probability estimates" (KDD
 * 2002).
 */
public final class CalibratedClassifier
    extends OutOfFoldClassifier<CalibratedClassifier, CalibratedClassificationModel> {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(CalibratedClassifier.class);

  /** Rows of a class and a fold, at least. */
  private static final int EVENTS_PER_FOLD = 5;

  /** With fewer rows of a class than that, isotonic functions follow chance. */
  private static final int EVENTS_FOR_ISOTONIC = 200;

  private final Param<String> method;
  private final BooleanParam ensemble;

  /** A stage with a random uid. */
  public CalibratedClassifier() {
    this(Identifiable$.MODULE$.randomUID("calibratedClassifier"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public CalibratedClassifier(String uid) {
    super(uid);
    method = method(new ParamMaker(this));
    ensemble =
        new BooleanParam(
            uid, "ensemble", "whether the models of all folds score, and not one of all rows");
    setDefault(ensemble, false);
    setDefault(method, "sigmoid");
  }

  static Param<String> method(ParamMaker make) {
    return make.choice("method", "how scores become probabilities", "sigmoid", "isotonic");
  }

  /** How scores become probabilities. */
  public Param<String> method() {
    return method;
  }

  /**
   * Sets {@code sigmoid} (default), a logistic curve of two numbers for each class, or {@code
   * isotonic}, any function that does not fall, which needs more rows: of a class with fewer than
   * 200 a warning is logged.
   */
  public CalibratedClassifier setMethod(String value) {
    set(method, value);
    return this;
  }

  /** The method in use. */
  public String getMethod() {
    return getOrDefault(method);
  }

  /** Whether the models of all folds score. */
  public BooleanParam ensemble() {
    return ensemble;
  }

  /**
   * Sets whether the models of all folds score, each calibrated on the fold that it has not seen,
   * and the mean of what they say counts; a transform then takes as many times as long. Default
   * false: one model of all rows scores, calibrated by what the models of the folds said.
   */
  public CalibratedClassifier setEnsemble(boolean value) {
    set(ensemble, value);
    return this;
  }

  /** Whether the models of all folds score. */
  public boolean getEnsemble() {
    return (Boolean) getOrDefault(ensemble);
  }

  @Override
  int leastPerFold() {
    return EVENTS_PER_FOLD;
  }

  @Override
  int leastInAll() {
    return 0;
  }

  @Override
  CalibratedClassificationModel learned(FoldedRows rows) {
    warnOfFewRows(rows.counts());
    List<Transformer> models = rows.models();
    if (!getEnsemble()) {
      return new CalibratedClassificationModel(uid(), List.of(rows.modelOfAll()))
          .calibratedBy(List.of(calibrators(rows, rows.scores(models))), rows.haveRawOnly());
    }

    List<List<Calibrator>> ofFolds = new ArrayList<>();
    for (int fold = 0; fold < models.size(); fold++) {
      ofFolds.add(calibrators(rows, rows.scores(models.get(fold), fold)));
    }

    return new CalibratedClassificationModel(uid(), models)
        .calibratedBy(ofFolds, rows.haveRawOnly());
  }

  private List<Calibrator> calibrators(FoldedRows rows, Dataset<Row> scores) {
    double[] weights = CheckedScores.of(scores, rows.classes(), this).weights();
    for (int c = 0; c < weights.length; c++) {
      if (weights[c] == 0 && isSet(weightCol())) {
        throw MetaProblems.classWithoutWeight(c, getWeightCol());
      }
    }

    ScoreScale scale = ScoreScale.of(getMethod(), rows.haveRawOnly());
    return new Calibration(scores, scale, weights).calibrators(isSigmoid(getMethod()));
  }

  static boolean isSigmoid(String method) {
    return method.equals("sigmoid");
  }

  private void warnOfFewRows(LabelCounts counts) {
    for (int c = 0; c < counts.classes(); c++) {
      if (!isSigmoid(getMethod()) && counts.rows(c) < EVENTS_FOR_ISOTONIC) {
        LOG.warn(
            "{}: an isotonic function of {} rows of class {} follows chance. Set method to sigmoid,"
                + " or use {} rows or more.",
            uid(),
            counts.rows(c),
            c,
            EVENTS_FOR_ISOTONIC);
      }
    }
  }

  /** A reader for saved stages. */
  public static MLReader<CalibratedClassifier> read() {
    return MetaIo.reader(CalibratedClassifier.class, CalibratedClassifier::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static CalibratedClassifier load(String path) {
    return read().load(path);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.spark.Persisted;
import org.sparksmote.params.FoldParams;

/**
 * What stages have in common that learn from rows which the predicting model has not seen: rows are
 * put into {@code cv} folds by class, content and seed, so that rows that are alike are in one, and
 * the estimator is fitted on all folds but one, for each. A sampler inside the estimator resamples
 * what that fit sees and nothing else; rows of the fold that is left out are as they came. Rows
 * that were resampled before are refused behind a sampler of a pipeline (SMOTE-066); whoever
 * resamples by {@code fitResample} puts the sampler into the estimator instead.
 *
 * @param <E> the subclass
 * @param <M> its model
 */
public abstract class OutOfFoldClassifier<
        E extends OutOfFoldClassifier<E, M>, M extends MetaModel<M>>
    extends MetaClassifier<E, M> implements FoldParams {

  private static final long serialVersionUID = 1L;

  private final IntParam cv;
  private final LongParam seed;
  private final IntParam parallelism;
  private final Param<String> weightCol;

  OutOfFoldClassifier(String uid) {
    super(uid);
    ParamMaker make = new ParamMaker(this);
    cv = make.integer("cv", "folds, each predicted by a model of the others", 2);
    seed = make.whole("seed", "random seed, by which rows are put into folds", Long.MIN_VALUE);
    parallelism = make.positive("parallelism", "models that are fitted at once, at most");
    weightCol =
        make.text("weightCol", "column of case weights; the estimator has a weightCol of its own");
    setDefault(cv, 5);
    setDefault(seed, (long) getClass().getName().hashCode());
    setDefault(parallelism, 1);
  }

  /** How many rows of every class there must be in each fold. */
  abstract int leastPerFold();

  /** How many rows of every class there must be in all. */
  abstract int leastInAll();

  /** What a wrong decision costs in a row with the columns of a fit, and its label. */
  Column cost() {
    return functions.lit(1.0);
  }

  /** Learns from the folds. */
  abstract M learned(FoldedRows rows);

  @Override
  public final IntParam cv() {
    return cv;
  }

  /** Sets the number of folds; default 5. */
  public E setCv(int value) {
    set(cv, value);
    return self();
  }

  @Override
  public final LongParam seed() {
    return seed;
  }

  /** Sets the seed by which rows are put into folds. */
  public E setSeed(long value) {
    set(seed, value);
    return self();
  }

  @Override
  public final IntParam parallelism() {
    return parallelism;
  }

  /** Sets how many models are fitted at once, at most; default 1. The result is the same. */
  public E setParallelism(int value) {
    set(parallelism, value);
    return self();
  }

  @Override
  public final Param<String> weightCol() {
    return weightCol;
  }

  /**
   * Sets the column of case weights, by which rows count in what is learned from the folds. It is
   * not for weights that balance classes: these belong into the estimator's own weightCol only.
   */
  public E setWeightCol(String value) {
    set(weightCol, value);
    return self();
  }

  final LabelColumn columns(StructType schema) {
    String weight = isSet(weightCol) ? getWeightCol() : "";
    return LabelColumn.resolve(schema, getLabelCol(), weight, "", "");
  }

  @Override
  public StructType transformSchema(StructType schema) {
    columns(schema);
    return super.transformSchema(schema);
  }

  @Override
  final M fitted(Dataset<?> dataset) {
    Persisted persisted = new Persisted();
    try {
      return learned(FoldedRows.of(this, dataset, persisted));
    } finally {
      persisted.release();
    }
  }
}

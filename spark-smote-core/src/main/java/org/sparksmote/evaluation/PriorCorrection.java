// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.keeping.RowKey;
import org.sparksmote.internal.learning.LabelCounts;
import org.sparksmote.internal.learning.OrderedRows;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.spark.Persisted;
import org.sparksmote.sampler.Sampler;
import org.sparksmote.undersampling.RandomUnderSampler;

/**
 * Resamples, fits a classifier, and takes back by a formula what the resampling did to its
 * probabilities: that of a class is multiplied by the share of the class before the resampling over
 * that after it, and then all are brought to the sum 1. It costs nothing, and needs no rows that
 * were not trained on.
 *
 * <pre>{@code
 * PriorCorrection corrected =
 *     new PriorCorrection().setSampler(new RandomUnderSampler()).setEstimator(new GBTClassifier());
 * }</pre>
 *
 * <p>The formula is right where rows went at random, for any classifier, and where rows were
 * synthesised for a {@code LogisticRegression}. After over-sampling it is wrong for trees and
 * forests, and where neighbours decided which rows went for all: use {@link CalibratedClassifier}
 * there, or weights by the sampler's {@code balanceWeightCol}. It is refused in these cases.
 *
 * <p>Sources: Saerens, Latinne and Decaestecker, "Adjusting the outputs of a classifier to new a
 * priori probabilities", Neural Computation 14 (2002); Dal Pozzolo, Caelen, Johnson and Bontempi,
 * "Calibrating probability with undersampling for unbalanced classification" (SSCI 2015).
 */
public final class PriorCorrection extends MetaClassifier<PriorCorrection, PriorCorrectionModel> {

  private static final long serialVersionUID = 1L;

  private static final String SAMPLER = "sampler";

  private final Param<Sampler> sampler;

  /** A stage with a random uid. */
  public PriorCorrection() {
    this(Identifiable$.MODULE$.randomUID("priorCorrection"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public PriorCorrection(String uid) {
    super(uid);
    sampler =
        new ParamMaker(this)
            .stage(SAMPLER, "sampler of the rows that the estimator is fitted on", Sampler.class);
  }

  /** The sampler of the rows that the estimator is fitted on. */
  public Param<Sampler> sampler() {
    return sampler;
  }

  /** Sets the sampler of the rows that the estimator is fitted on. */
  public PriorCorrection setSampler(Sampler value) {
    set(sampler, value);
    return this;
  }

  /** The sampler; fails if there is none. */
  public Sampler getSampler() {
    return getOrDefault(sampler);
  }

  @Override
  Map<String, Params> others() {
    return isSet(sampler) ? Map.of(SAMPLER, getSampler()) : Map.of();
  }

  @Override
  List<String> otherParts() {
    return List.of(SAMPLER);
  }

  /**
   * The schema with the columns of the estimator's predictions.
   *
   * @throws org.sparksmote.errors.SmoteException if sampler or estimator are missing, or are such
   *     that the formula would be wrong
   */
  @Override
  public StructType transformSchema(StructType schema) {
    if (!isSet(sampler)) {
      throw MetaProblems.noSampler(uid());
    }

    StructType behind = super.transformSchema(schema);
    PipelineStage learner = HeldLearner.of(getEstimator());
    boolean isRandom = getSampler() instanceof RandomUnderSampler;
    if (!isRandom && !(learner instanceof LogisticRegression)) {
      throw MetaProblems.wrongFormula(nameOf(getSampler()), nameOf(learner));
    }

    if (learner.hasParam("weightCol") && learner.isSet(learner.getParam("weightCol"))) {
      throw MetaProblems.weightedPriors(nameOf(learner));
    }

    if (HeldLearner.resamples(getEstimator())) {
      throw MetaProblems.resampledTwice(nameOf(getEstimator()));
    }

    if (Said.of(this).hasRawOnly(getEstimator().transformSchema(schema))) {
      throw MetaProblems.noProbabilities(nameOf(learner), nameOf(this));
    }

    return behind;
  }

  private static String nameOf(Params stage) {
    return stage.getClass().getSimpleName();
  }

  @Override
  PriorCorrectionModel fitted(Dataset<?> dataset) {
    Persisted persisted = new Persisted();
    try {
      LabelCounts before = counted(dataset, "this dataset");
      Dataset<Row> sampled = getSampler().fitResample(dataset);
      persisted.persist(sampled, StorageLevel.MEMORY_AND_DISK());
      LabelCounts after = counted(sampled, "the resampled rows");
      double[] ratios = ratios(before, after);
      Dataset<Row> ordered = inOrder(sampled, after.total());
      persisted.persist(ordered, StorageLevel.MEMORY_AND_DISK());
      Transformer model = (Transformer) getEstimator().fit(ordered);
      return new PriorCorrectionModel(uid(), List.of(model)).correctedBy(ratios);
    } finally {
      persisted.release();
    }
  }

  private LabelCounts counted(Dataset<?> data, String where) {
    LabelCounts counts =
        LabelCounts.of(data, getLabelCol(), "").requireRows().requireIndices(getLabelCol());
    counts.requireAll(counts.classes(), where, getLabelCol());
    return counts;
  }

  private double[] ratios(LabelCounts before, LabelCounts after) {
    boolean isRandom = getSampler() instanceof RandomUnderSampler;
    double[] ratios = new double[before.classes()];
    for (int c = 0; c < ratios.length; c++) {
      if (!isRandom && after.rows(c) < before.rows(c)) {
        throw MetaProblems.notAtRandom(nameOf(getSampler()), c, before.rows(c) - after.rows(c));
      }

      double now = (double) after.rows(c) / after.total();
      ratios[c] = (double) before.rows(c) / before.total() / now;
    }

    return ratios;
  }

  private static Dataset<Row> inOrder(Dataset<Row> rows, long count) {
    int width = rows.columns().length;
    return OrderedRows.of(
            rows.toDF(InputSchema.safeNames(width)), RowKey.of(rows.schema(), 0), count)
        .toDF(rows.columns());
  }

  /** A copy whose estimator and sampler are copies too, with those settings that are their own. */
  @Override
  public PriorCorrection copy(ParamMap extra) {
    PriorCorrection copy = super.copy(extra);
    return isSet(sampler) ? copy.setSampler((Sampler) copy.getSampler().copy(extra)) : copy;
  }

  /** A reader for saved stages. */
  public static MLReader<PriorCorrection> read() {
    return MetaIo.reader(PriorCorrection.class, PriorCorrection::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static PriorCorrection load(String path) {
    return read().load(path);
  }
}

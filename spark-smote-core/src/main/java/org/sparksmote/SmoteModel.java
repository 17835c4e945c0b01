// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Map;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.columns.AddedColumns;
import org.sparksmote.internal.making.Resampling;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.saving.StageIo;
import org.sparksmote.internal.weights.BalanceSettings;
import org.sparksmote.params.ColumnParams;
import org.sparksmote.params.NeighborParams;
import org.sparksmote.params.SamplerParams;
import org.sparksmote.params.StrategyParams;
import org.sparksmote.report.NeighborQuality;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.sampler.SamplerModel;

/**
 * A fitted {@link Smote}: resamples the data of its fit, once, and passes everything else through.
 */
public final class SmoteModel extends SamplerModel<SmoteModel>
    implements SmoteParams,
        SamplerParams,
        ColumnParams,
        StrategyParams,
        NeighborParams,
        VariantParams {

  private static final long serialVersionUID = 1L;

  private final SmoteParamSet params;
  private final Param<String> summaryJson;
  private transient @Nullable Resampling resampling;

  /** An unfitted model with a random uid, which passes data through; used by loaders. */
  public SmoteModel() {
    this(Identifiable$.MODULE$.randomUID("smote"));
  }

  /** An unfitted model with the given uid, a plain name, which passes data through. */
  public SmoteModel(String uid) {
    super(uid);
    this.params = new SmoteParamSet(this);
    this.summaryJson =
        new ParamMaker(this).text("summaryJson", "what was made of each class, as JSON");
  }

  SmoteModel fitted(Dataset<?> dataset, Resampling planned) {
    set(summaryJson, planned.summary().toJson());
    resampling = planned;
    return fitted(dataset, planned::apply);
  }

  @Override
  public SmoteParamSet smoteParamSet() {
    return params;
  }

  /** The summary of the fit as JSON, kept as a param so that it is saved with the model. */
  public Param<String> summaryJson() {
    return summaryJson;
  }

  /**
   * Rows per class before and after. Once the resampled rows were made, by whatever action, it also
   * says how near the approximate search came to the exact one.
   *
   * @throws org.sparksmote.errors.SmoteException if this model was never fitted
   */
  public SmoteSummary summary() {
    if (!isDefined(summaryJson)) {
      throw StageProblems.noSummary(uid());
    }

    Resampling known = resampling;
    return known == null
        ? SmoteSummary.fromJson(uid(), getOrDefault(summaryJson))
        : known.summary();
  }

  /** The rows of the fit's plan, for who knows that this is the data of the fit. */
  Dataset<Row> resampled(Dataset<?> dataset) {
    Resampling known = resampling;
    if (known == null) {
      throw StageProblems.planIsGone(uid());
    }

    return known.apply(dataset);
  }

  @Override
  protected StructType passed(StructType schema) {
    return BalanceSettings.of(this).addTo(AddedColumns.ofScoring(this, schema).addTo(schema));
  }

  @Override
  protected Dataset<Row> passed(Dataset<?> dataset) {
    Dataset<Row> rows = AddedColumns.ofScoring(this, dataset.schema()).addTo(dataset);
    return BalanceSettings.of(this).addNull(rows);
  }

  /**
   * Checks a sample of the neighbours that an approximate search finds against the exact ones. Two
   * Spark jobs, whose cost is bounded by {@code maxBuckets} and by {@code sampleRows} passes over
   * distances.
   *
   * @param dataset the very dataset this model was fitted on
   * @param sampleRows rows to check per class, about; at most a few thousand
   * @param maxBuckets buckets of each class to search at most
   * @return the quality by label; a class that is searched exactly, or not at all, is left out
   * @throws org.sparksmote.errors.SmoteException if this is not the dataset that the model was
   *     fitted on
   */
  public Map<String, NeighborQuality> neighborQuality(
      Dataset<?> dataset, int sampleRows, int maxBuckets) {
    Resampling known = resampling;
    if (known == null || !wasFittedOn(dataset)) {
      throw StageProblems.otherDataset(uid());
    }

    return known.quality(dataset, sampleRows, maxBuckets);
  }

  @Override
  public SmoteModel copy(ParamMap extra) {
    SmoteModel copy = copyTo(new SmoteModel(uid()), extra);
    copy.resampling = resampling;
    return copy;
  }

  @Override
  public MLWriter write() {
    if (resampling == null) {
      return StageIo.writer(this);
    }

    SmoteModel saved = copy(ParamMap.empty()); // with what was reached since the fit
    return StageIo.writer(saved.set(saved.summaryJson, summary().toJson()));
  }

  /** A reader for saved models. */
  public static MLReader<SmoteModel> read() {
    return StageIo.reader(SmoteModel.class, SmoteModel::new, SmoteModel::requireSummary);
  }

  /** Refuses a damaged summary when it is loaded, and not when the model is shown. */
  private static void requireSummary(String path, SmoteModel model) {
    if (model.isDefined(model.summaryJson)) {
      SmoteSummary.fromJson(path, model.getOrDefault(model.summaryJson));
    }
  }

  /**
   * Loads a saved model, which passes all data through.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static SmoteModel load(String path) {
    return read().load(path);
  }

  @Override
  public String toString() {
    return isDefined(summaryJson)
        ? "SmoteModel: uid=" + uid() + System.lineSeparator() + summary()
        : "SmoteModel: uid=" + uid();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fitted {@link Smote}. It resamples the very Dataset object it was fitted on, which is what
 * {@code Pipeline.fit} hands to it, and does so once, at the first {@code transform} after the fit,
 * whichever copy of the model is asked. Everything else is passed through with the same output
 * schema, test and scoring data and the training data at a later time: some callers, PySpark among
 * them, hand over the same object when they score. {@link Smote#fitResample} resamples every time.
 * A loaded model always passes data through.
 */
public final class SmoteModel extends Model<SmoteModel>
    implements SmoteParams, NominalParams, VariantParams, EngineParams, MLWritable {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(SmoteModel.class);

  /**
   * What ties a model and its copies to the data of one fit; not saved.
   *
   * @param print how the training data is made, which may be gone when a model is applied
   * @param settings the settings that the rows were planned with
   * @param resampled whether the one resampling was given out
   * @param warned whether it was said that none was
   * @param readers who reads the rows of a resampling inside a pipeline
   */
  private record Fit(
      WeakReference<Dataset<?>> dataset,
      PlanPrint print,
      Resampling resampling,
      Map<String, @Nullable Object> settings,
      AtomicBoolean resampled,
      AtomicBoolean warned,
      ReaderWatch readers) {

    Fit(
        String uid,
        Dataset<?> dataset,
        Resampling resampling,
        Map<String, @Nullable Object> settings) {
      this(
          new WeakReference<>(dataset),
          PlanPrint.of(dataset),
          resampling,
          settings,
          new AtomicBoolean(),
          new AtomicBoolean(),
          new ReaderWatch(uid));
    }

    boolean isOf(Dataset<?> data) {
      return dataset.get() == data;
    }

    /** Whether data is read and computed as the training data is, although it is another object. */
    boolean isLike(Dataset<?> data) {
      return !data.isStreaming() && print.equals(PlanPrint.of(data));
    }
  }

  private final String uid;
  private final SmoteParamSet params;
  private final Param<String> summaryJson;
  private transient @Nullable Fit fit;

  /** An unfitted model with a random uid, which passes data through; used by loaders. */
  public SmoteModel() {
    this(Identifiable$.MODULE$.randomUID("smote"));
  }

  /** An unfitted model with the given uid, a plain name, which passes data through. */
  public SmoteModel(String uid) {
    this.uid = StageUid.checked(uid);
    this.params = new SmoteParamSet(this);
    this.summaryJson = new Param<>(uid, "summaryJson", "what was made of each class, as JSON");
  }

  SmoteModel fitted(Dataset<?> dataset, Resampling resampling) {
    set(summaryJson, resampling.summary().toJson());
    fit = new Fit(uid, dataset, resampling, StageKey.values(this));
    return this;
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public SmoteParamSet paramSet() {
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
   * @throws SmoteException if this model was never fitted
   */
  public SmoteSummary summary() {
    if (!isDefined(summaryJson)) {
      throw Problems.noSummary(uid);
    }

    Fit known = fit;
    return known == null
        ? SummaryJson.read(uid, getOrDefault(summaryJson))
        : known.resampling().summary();
  }

  /**
   * Resamples the dataset this model was fitted on, if it is asked for the first time, and else
   * passes the dataset through. Lazy: no Spark job is started.
   *
   * @throws SmoteException if this stage is in a nested pipeline without a classifier or other
   *     predictor behind it, which would silently train on the original rows; or if settings were
   *     changed after the fit
   */
  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    refuseChangedSettings();
    Fit known = fit;
    if (known != null && known.isOf(dataset) && known.resampled().compareAndSet(false, true)) {
      Dataset<Row> rows = known.resampling().apply(dataset);
      return PipelineStack.isInFit() ? known.readers().beside(rows) : rows;
    }

    if (known != null) {
      checkPassing(known, dataset);
    }

    return Sessions.of(
        dataset, () -> AddedColumns.ofScoring(this, dataset.schema()).addTo(dataset));
  }

  /** Settings can change by copies with other params too, which is why setters cannot refuse. */
  private void refuseChangedSettings() {
    Fit known = fit;
    if (known == null) {
      return; // nothing was planned
    }

    Map<String, @Nullable Object> settings = StageKey.values(this);
    if (!known.settings().equals(settings)) {
      Set<String> changed = new TreeSet<>(settings.keySet());
      changed.addAll(known.settings().keySet());
      changed.removeIf(param -> Objects.equals(known.settings().get(param), settings.get(param)));
      throw Problems.settledByFit(uid, String.join(", ", changed));
    }
  }

  /** Says so if training data is passed through where somebody may take it for resampled. */
  private void checkPassing(Fit known, Dataset<?> dataset) {
    boolean resampled = known.resampled().get();
    if ((!resampled || known.readers().missesPredictor()) && PipelineStack.appliesInner()) {
      throw Problems.nestedPipeline(uid);
    }

    if (resampled && known.isOf(dataset)) {
      LOG.warn(
          "{} passes its training data through: it was resampled at the first transform after fit."
              + " Call fitResample to resample it again.",
          uid);
    } else if (!resampled && known.isLike(dataset) && known.warned().compareAndSet(false, true)) {
      LOG.warn(
          "{} passes its training data through: nothing was resampled, because no stage that learns"
              + " stands behind it. Call fitResample for resampled rows.",
          uid);
    }
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
   * @throws SmoteException if this is not the dataset that the model was fitted on
   */
  public Map<String, NeighborQuality> neighborQuality(
      Dataset<?> dataset, int sampleRows, int maxBuckets) {
    Fit known = fit;
    if (known == null || !known.isOf(dataset)) {
      throw Problems.otherDataset(uid);
    }

    return known.resampling().quality(dataset, sampleRows, maxBuckets);
  }

  /**
   * The schema with the added columns.
   *
   * @throws SmoteException if settings were changed after the fit
   */
  @Override
  public StructType transformSchema(StructType schema) {
    refuseChangedSettings();
    return AddedColumns.ofScoring(this, schema).addTo(schema);
  }

  @Override
  public SmoteModel copy(ParamMap extra) {
    SmoteModel copy = copyValues(new SmoteModel(uid), extra);
    copy.fit = fit;
    return copy.setParent(parent());
  }

  @Override
  public MLWriter write() {
    if (fit == null) {
      return SmoteIo.writer(this);
    }

    SmoteModel saved = copy(ParamMap.empty()); // with what was reached since the fit
    return SmoteIo.writer(saved.set(saved.summaryJson, summary().toJson()));
  }

  /** A reader for saved models. */
  public static MLReader<SmoteModel> read() {
    return SmoteIo.reader(SmoteModel.class, SmoteModel::new, SmoteModel::requireSummary);
  }

  /** Refuses a damaged summary when it is loaded, and not when the model is shown. */
  private static void requireSummary(String path, SmoteModel model) {
    if (model.isDefined(model.summaryJson)) {
      SummaryJson.read(path, model.getOrDefault(model.summaryJson));
    }
  }

  /**
   * Loads a saved model, which passes all data through.
   *
   * @throws SmoteException if something else or something damaged is there, or a later version of
   *     this library saved it
   */
  public static SmoteModel load(String path) {
    return read().load(path);
  }

  @Override
  public String toString() {
    return isDefined(summaryJson)
        ? "SmoteModel: uid=" + uid + System.lineSeparator() + summary()
        : "SmoteModel: uid=" + uid;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.sampler;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparksmote.internal.pipeline.PipelineProblems;
import org.sparksmote.internal.pipeline.PipelineStack;
import org.sparksmote.internal.pipeline.PlanPrint;
import org.sparksmote.internal.pipeline.ReaderWatch;
import org.sparksmote.internal.pipeline.StageKey;
import org.sparksmote.internal.saving.StageUid;
import org.sparksmote.internal.spark.Sessions;

/**
 * A fitted sampler, and the rule that only training data is resampled. It resamples the very
 * Dataset object it was fitted on, which is what {@code Pipeline.fit} hands to it, and does so
 * once, at the first {@code transform} after the fit, whichever copy of the model is asked.
 * Everything else is passed through with the same output schema, test and scoring data and the
 * training data at a later time: some callers, PySpark among them, hand over the same object when
 * they score. {@link Sampler#fitResample} resamples every time. A loaded model always passes data
 * through.
 *
 * @param <M> the subclass
 */
public abstract class SamplerModel<M extends SamplerModel<M>> extends Model<M>
    implements MLWritable {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(SamplerModel.class);

  /**
   * What ties a model and its copies to the data of one fit; not saved.
   *
   * @param print how the training data is made, which may be gone when a model is applied
   * @param settings the settings of the fit
   * @param resampled whether the one resampling was given out
   * @param warned whether it was said that none was
   * @param readers who reads the rows of a resampling inside a pipeline
   */
  private record Fit(
      WeakReference<Dataset<?>> dataset,
      PlanPrint print,
      Function<Dataset<?>, Dataset<Row>> resample,
      Map<String, @Nullable Object> settings,
      AtomicBoolean resampled,
      AtomicBoolean warned,
      ReaderWatch readers) {

    boolean isOf(Dataset<?> data) {
      return dataset.get() == data;
    }

    /** Whether data is read and computed as the training data is, although it is another object. */
    boolean isLike(Dataset<?> data) {
      return !data.isStreaming() && print.equals(PlanPrint.of(data));
    }
  }

  private final String uid;
  private transient @Nullable Fit fit;

  /** A model with the given uid, a plain name, that is tied to no data. */
  protected SamplerModel(String uid) {
    this.uid = StageUid.checked(uid);
  }

  /** The schema of data that is passed through. */
  protected abstract StructType passed(StructType schema);

  /** The data as it is passed through, with the columns that resampled rows have. */
  protected abstract Dataset<Row> passed(Dataset<?> dataset);

  @SuppressWarnings("unchecked") // the subclass is M
  private M self() {
    return (M) this;
  }

  /** Ties the model to the dataset of its fit. */
  protected final M fitted(Dataset<?> dataset, Function<Dataset<?>, Dataset<Row>> resample) {
    fit =
        new Fit(
            new WeakReference<>(dataset),
            PlanPrint.of(dataset),
            resample,
            StageKey.values(this),
            new AtomicBoolean(),
            new AtomicBoolean(),
            new ReaderWatch(uid));
    return self();
  }

  /** Makes another model of the subclass a copy of this one, which shares its one resampling. */
  protected final M copyTo(M copy, ParamMap extra) {
    copyValues(copy, extra);
    ((SamplerModel<M>) copy).fit = fit;
    return copy.setParent(parent());
  }

  /** Whether this is the dataset of the fit. */
  protected final boolean wasFittedOn(Dataset<?> dataset) {
    Fit known = fit;
    return known != null && known.isOf(dataset);
  }

  @Override
  public final String uid() {
    return uid;
  }

  /**
   * Resamples the dataset this model was fitted on, if it is asked for the first time, and else
   * passes the dataset through. Lazy: no Spark job is started by the rule itself.
   *
   * @throws org.sparksmote.errors.SmoteException if this stage is in a nested pipeline without a
   *     classifier or other predictor behind it, which would silently train on the original rows;
   *     or if settings were changed after the fit
   */
  @Override
  public final Dataset<Row> transform(Dataset<?> dataset) {
    refuseChangedSettings();
    Fit known = fit;
    if (known != null && known.isOf(dataset) && known.resampled().compareAndSet(false, true)) {
      Dataset<Row> rows = known.resample().apply(dataset);
      return PipelineStack.isInFit() ? known.readers().beside(rows) : rows;
    }

    if (known != null) {
      checkPassing(known, dataset);
    }

    return Sessions.of(dataset, () -> passed(dataset));
  }

  /**
   * The schema with the added columns.
   *
   * @throws org.sparksmote.errors.SmoteException if settings were changed after the fit
   */
  @Override
  public final StructType transformSchema(StructType schema) {
    refuseChangedSettings();
    return passed(schema);
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
      throw SamplerProblems.settledByFit(uid, String.join(", ", changed));
    }
  }

  /** Says so if training data is passed through where somebody may take it for resampled. */
  private void checkPassing(Fit known, Dataset<?> dataset) {
    boolean resampled = known.resampled().get();
    if ((!resampled || known.readers().missesPredictor()) && PipelineStack.appliesInner()) {
      throw PipelineProblems.nestedPipeline(uid);
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
}

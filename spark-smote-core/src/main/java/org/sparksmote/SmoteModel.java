// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.lang.ref.WeakReference;
import java.util.Map;
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

/**
 * A fitted {@link Smote}. It resamples the very Dataset object it was fitted on, which is what
 * {@code Pipeline.fit} hands to it, and passes every other dataset through with the same output
 * schema: test and scoring data never get synthetic rows. A loaded model always passes data
 * through.
 */
public final class SmoteModel extends Model<SmoteModel>
    implements SmoteParams<SmoteModel>, MLWritable {

  private static final long serialVersionUID = 1L;

  /** What ties a model and its copies to the data of one fit; not saved. */
  private record Fit(
      WeakReference<Dataset<?>> dataset, Resampling resampling, AtomicBoolean resampled) {}

  private final String uid;
  private final SmoteParamSet params;
  private final Param<String> summaryJson;
  private transient @Nullable Fit fit;

  /** An unfitted model with a random uid, which passes data through; used by loaders. */
  public SmoteModel() {
    this(Identifiable$.MODULE$.randomUID("smote"));
  }

  /** An unfitted model with the given uid, which passes data through; used by loaders. */
  public SmoteModel(String uid) {
    this.uid = uid;
    this.params = new SmoteParamSet(this);
    this.summaryJson = new Param<>(uid, "summaryJson", "what was made of each class, as JSON");
  }

  SmoteModel fitted(Dataset<?> dataset, Resampling resampling) {
    set(summaryJson, resampling.summary().toJson());
    fit = new Fit(new WeakReference<>(dataset), resampling, new AtomicBoolean());
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
        ? SmoteSummary.fromJson(getOrDefault(summaryJson))
        : known.resampling().summary();
  }

  /**
   * Resamples the dataset this model was fitted on, or passes another dataset through. Lazy: no
   * Spark job is started.
   *
   * @throws SmoteException if a nested pipeline ends with this stage, which would silently train on
   *     the original rows
   */
  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    Fit known = fit;
    if (known != null && known.dataset().get() == dataset) {
      known.resampled().set(true);
      return known.resampling().apply(dataset);
    }

    if (known != null && !known.resampled().get() && NestedPipeline.isOnStack()) {
      throw Problems.nestedPipeline(uid);
    }

    return AddedColumns.ofScoring(this, dataset.schema()).addTo(dataset);
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
    if (known == null || known.dataset().get() != dataset) {
      throw Problems.otherDataset(uid);
    }

    return known.resampling().quality(dataset, sampleRows, maxBuckets);
  }

  @Override
  public StructType transformSchema(StructType schema) {
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
    return SmoteIo.writer(this);
  }

  /** A reader for saved models. */
  public static MLReader<SmoteModel> read() {
    return SmoteIo.reader(SmoteModel.class, SmoteModel::new);
  }

  /** Loads a saved model, which passes all data through. */
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

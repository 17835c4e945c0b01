// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.sampler;

import java.util.function.Function;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.saving.StageIo;
import org.sparksmote.internal.saving.StageUid;

/**
 * A sampler of one's own: what it does to rows is {@link #resample}; that it happens to training
 * data only, once per fit, in a {@code Pipeline}, a {@link org.sparksmote.ResamplingPipeline} or a
 * CrossValidator, is done here. A subclass has a public constructor that takes the uid, and to be
 * loaded a static method {@code read()} that returns {@link #reader}:
 *
 * <pre>{@code
 * public static MLReader<Halving> read() {
 *   return reader(Halving.class, Halving::new);
 * }
 * }</pre>
 *
 * @param <S> the subclass
 */
public abstract class SamplerStage<S extends SamplerStage<S>> extends Estimator<FittedSampler>
    implements Sampler, MLWritable {

  private static final long serialVersionUID = 1L;

  private final String uid;

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  protected SamplerStage(String uid) {
    this.uid = StageUid.checked(uid);
  }

  /**
   * The rows after the resampling, with the columns of {@link #outputSchema}. Rows should follow
   * from the dataset, the params and a seed alone, whatever the partitions.
   */
  protected abstract Dataset<Row> resample(Dataset<?> dataset);

  /**
   * The columns of {@link #resample}'s rows: by default those there were. Columns may be added
   * behind them, which are null where data is passed through.
   */
  protected StructType outputSchema(StructType schema) {
    return schema;
  }

  @Override
  public final String uid() {
    return uid;
  }

  @Override
  public final Dataset<Row> fitResample(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    return resample(dataset);
  }

  /** Nothing is computed before the model is asked for the rows. */
  @Override
  public final FittedSampler fit(Dataset<?> dataset) {
    StructType schema = transformSchema(dataset.schema());
    FittedSampler model = new FittedSampler(uid).adding(dataset.schema(), schema);
    return model.fitted(dataset, this::resample).setParent(this);
  }

  @Override
  public final StructType transformSchema(StructType schema) {
    return outputSchema(schema);
  }

  @Override
  @SuppressWarnings("unchecked") // a copy is of the same class
  public S copy(ParamMap extra) {
    return (S) defaultCopy(extra);
  }

  @Override
  public MLWriter write() {
    return StageIo.writer(this);
  }

  /** A reader for saved stages of a subclass, made by {@code create} from their uid. */
  protected static <T extends SamplerStage<T>> MLReader<T> reader(
      Class<T> type, Function<String, T> create) {
    return StageIo.reader(type, create);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.making.Resampling;
import org.sparksmote.internal.saving.StageIo;
import org.sparksmote.internal.saving.StageUid;
import org.sparksmote.params.ColumnParams;
import org.sparksmote.params.ColumnSetters;
import org.sparksmote.params.NeighborParams;
import org.sparksmote.params.NeighborSetters;
import org.sparksmote.params.SamplerParams;
import org.sparksmote.params.StrategyParams;
import org.sparksmote.params.StrategySetters;

/**
 * The stateless form of {@link Smote}: a transformer that resamples whatever it is given, for batch
 * jobs and clients that see a new Dataset object on every call. Never put it into a pipeline that
 * will score data; a {@link ResamplingPipeline} accepts it and keeps it out of the fitted model.
 */
public final class SmoteResampler extends Transformer
    implements SmoteSampler,
        ColumnSetters<SmoteResampler>,
        StrategySetters<SmoteResampler>,
        NeighborSetters<SmoteResampler>,
        VariantSetters<SmoteResampler>,
        SmoteParams,
        SamplerParams,
        ColumnParams,
        StrategyParams,
        NeighborParams,
        VariantParams,
        MLWritable {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final SmoteParamSet params;

  /** A stage with a random uid. */
  public SmoteResampler() {
    this(Identifiable$.MODULE$.randomUID("smoteResampler"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public SmoteResampler(String uid) {
    this.uid = StageUid.checked(uid);
    this.params = new SmoteParamSet(this);
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public SmoteParamSet smoteParamSet() {
    return params;
  }

  /**
   * The dataset with its synthetic rows. Counting the classes takes a Spark job at once; the rows
   * themselves are made lazily.
   *
   * @throws org.sparksmote.errors.SmoteException if schema, data or settings do not allow the
   *     resampling
   */
  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    return Resampling.plan(this, SmoteVariant.recipe(this), dataset).apply(dataset);
  }

  /** The same as {@link #transform}. */
  @Override
  public Dataset<Row> fitResample(Dataset<?> dataset) {
    return transform(dataset);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return SmoteVariant.output(this, schema);
  }

  @Override
  public SmoteResampler copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  @Override
  public MLWriter write() {
    return StageIo.writer(this);
  }

  /** A reader for saved stages. */
  public static MLReader<SmoteResampler> read() {
    return StageIo.reader(SmoteResampler.class, SmoteResampler::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static SmoteResampler load(String path) {
    return read().load(path);
  }
}

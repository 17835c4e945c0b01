// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.making.Resampling;
import org.sparksmote.internal.pipeline.PipelineStack;
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
 * Over-samples classes with SMOTE: a synthetic row lies on the segment between a row and one of its
 * k nearest neighbours in the class, x + gap (neighbour - x) with gap uniform in [0, 1).
 *
 * <p>Use it inside a {@link ResamplingPipeline} before a classifier, or on its own:
 *
 * <pre>{@code
 * Smote smote = new Smote().setSamplingStrategy("auto").setKNeighbors(5).setSeed(42L);
 * Dataset<Row> balanced = smote.fitResample(train);
 * }</pre>
 *
 * <p>Every original row is in the output once, unchanged; the number of synthetic rows is exact;
 * the same rows, settings and seed give the same synthetic rows on any cluster and partitioning.
 *
 * <p>Source: Chawla, Bowyer, Hall and Kegelmeyer, "SMOTE: Synthetic Minority Over-sampling
 * Technique", JAIR 16 (2002).
 */
public final class Smote extends Estimator<SmoteModel>
    implements SmoteSampler,
        ColumnSetters<Smote>,
        StrategySetters<Smote>,
        NeighborSetters<Smote>,
        VariantSetters<Smote>,
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
  public Smote() {
    this(Identifiable$.MODULE$.randomUID("smote"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public Smote(String uid) {
    this.uid = StageUid.checked(uid);
    this.params = new SmoteParamSet(this);
  }

  /** A stage with the over-sampler of that name. */
  public static Smote of(SmoteVariant variant) {
    return new Smote().setVariant(variant.label());
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
   * Counts the classes and plans the synthetic rows: one Spark job, or up to three when a class is
   * larger than one task can search. The model resamples this very dataset once, at its first
   * transform, and leaves every other alone.
   *
   * @throws org.sparksmote.errors.SmoteException if schema, data or settings do not allow the
   *     resampling
   */
  @Override
  public SmoteModel fit(Dataset<?> dataset) {
    if (PipelineStack.isAskedByConnect()) {
      throw StageProblems.notOverConnect(uid);
    }

    return planned(dataset);
  }

  /** The same for who takes care that the rows of the model are asked for. */
  SmoteModel planned(Dataset<?> dataset) {
    SmoteModel model = new SmoteModel(uid);
    copyValues(model, new ParamMap());
    return model
        .fitted(dataset, Resampling.plan(this, SmoteVariant.recipe(this), dataset))
        .setParent(this);
  }

  /**
   * Fits and resamples in one call: the dataset with its synthetic rows.
   *
   * @throws org.sparksmote.errors.SmoteException if schema, data or settings do not allow the
   *     resampling
   */
  @Override
  public Dataset<Row> fitResample(Dataset<?> dataset) {
    return fit(dataset).transform(dataset);
  }

  /** The output schema: the input's columns, then those that are set to be added. */
  @Override
  public StructType transformSchema(StructType schema) {
    return SmoteVariant.output(this, schema);
  }

  @Override
  public Smote copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  @Override
  public MLWriter write() {
    return StageIo.writer(this);
  }

  /** A reader for saved stages. */
  public static MLReader<Smote> read() {
    return StageIo.reader(Smote.class, Smote::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static Smote load(String path) {
    return read().load(path);
  }
}

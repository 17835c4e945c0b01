// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.saving.StageMetadata;
import org.sparksmote.internal.saving.StageUid;
import org.sparksmote.sampler.SamplerStage;

/**
 * What the package for Python sends over Spark Connect in place of any {@link SamplerStage}: the
 * server knows the stages of its own list only, and there every call makes a Dataset object of its
 * own, so that the client has to say which of them is the training data. Nobody else should use it.
 */
public final class RemoteSampler extends Transformer {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final Param<String> sampler;
  private final BooleanParam resample;

  /** A stage with a random uid, for the server, which looks at all stages there are. */
  public RemoteSampler() {
    this(Identifiable$.MODULE$.randomUID("remoteSampler"));
  }

  /** A stage with the given uid. */
  public RemoteSampler(String uid) {
    this.uid = StageUid.checked(uid);
    this.sampler =
        new ParamMaker(this).text("sampler", "the sampler, as the JSON that it is saved as");
    this.resample = new BooleanParam(this, "resample", "whether rows are wanted, or columns only");
    setDefault(resample, false);
  }

  /** The sampler, as the metadata that it would be saved as. */
  public Param<String> sampler() {
    return sampler;
  }

  /** Whether the resampled rows are wanted; otherwise an empty dataset with their columns. */
  public BooleanParam resample() {
    return resample;
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    SamplerStage<?> stage = stage();
    return (Boolean) getOrDefault(resample)
        ? stage.fitResample(dataset)
        : dataset
            .sparkSession()
            .createDataFrame(List.of(), stage.transformSchema(dataset.schema()));
  }

  private SamplerStage<?> stage() {
    return StageMetadata.parse(uid, getOrDefault(sampler))
        .ofKnownVersion()
        .create(SamplerStage.class);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return stage().transformSchema(schema);
  }

  @Override
  public RemoteSampler copy(ParamMap extra) {
    return defaultCopy(extra);
  }
}

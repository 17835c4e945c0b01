// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A fitted {@link RemoteSmote}: resamples what its client says is the training data of the fit, and
 * passes everything else through. The plan of the fit is used, however often rows are asked for. It
 * is saved as the {@link SmoteModel} that it holds.
 */
public final class RemoteSmoteModel extends Model<RemoteSmoteModel> implements MLWritable {

  private static final long serialVersionUID = 1L;

  private final SmoteModel model;
  private final BooleanParam resample;

  /** A model that passes data through, for the server, which looks at all stages there are. */
  public RemoteSmoteModel() {
    this(new SmoteModel());
  }

  RemoteSmoteModel(SmoteModel model) {
    this.model = model;
    this.resample = new BooleanParam(model.uid(), "resample", "whether this is the training data");
    setDefault(resample, false);
  }

  /** Whether the data is that of the fit; set by the client for one call. */
  public BooleanParam resample() {
    return resample;
  }

  @Override
  public String uid() {
    return model.uid();
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    boolean asked = (Boolean) getOrDefault(resample);
    return asked ? model.resampled(dataset) : model.passed(dataset);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return model.passed(schema);
  }

  @Override
  public RemoteSmoteModel copy(ParamMap extra) {
    return copyValues(new RemoteSmoteModel(model), extra);
  }

  /** What a server of Spark Connect asks before it keeps a model: little, whatever the data. */
  @Override
  public long estimatedSize() {
    return toString().length() * 2L;
  }

  @Override
  public MLWriter write() {
    return model.write();
  }

  /** Reads a model that a server of Spark Connect had put away. */
  public static MLReader<RemoteSmoteModel> read() {
    return new MLReader<>() {
      @Override
      public RemoteSmoteModel load(String path) {
        MLReader<SmoteModel> reader = SmoteModel.read();
        reader.session(sparkSession());
        return new RemoteSmoteModel(reader.load(path));
      }
    };
  }

  /** The summary as JSON: this is what clients may ask of any model. */
  @Override
  public String toString() {
    return model.summary().toJson();
  }
}

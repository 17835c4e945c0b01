// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.sampler;

import java.util.Arrays;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.saving.StageIo;

/** What a {@link SamplerStage} fits. Loaded, it passes all data through. */
public final class FittedSampler extends SamplerModel<FittedSampler> {

  private static final long serialVersionUID = 1L;

  private final Param<String> addedColumns;

  /** A model with the given uid, a plain name, which passes data through. */
  public FittedSampler(String uid) {
    super(uid);
    addedColumns =
        new ParamMaker(this).text("addedColumns", "columns that the sampler adds, as JSON");
    setDefault(addedColumns, new StructType().json());
  }

  /** The columns that the sampler adds, as the JSON of a schema; kept so that it is saved. */
  public Param<String> addedColumns() {
    return addedColumns;
  }

  /** Remembers the columns that one schema has beyond another. */
  FittedSampler adding(StructType before, StructType after) {
    StructField[] added =
        Arrays.copyOfRange(after.fields(), Math.min(before.size(), after.size()), after.size());
    set(addedColumns, new StructType(added).json());
    return this;
  }

  private StructType added() {
    return (StructType) DataType.fromJson(getOrDefault(addedColumns));
  }

  @Override
  protected StructType passed(StructType schema) {
    StructType all = schema;
    for (StructField field : added().fields()) {
      all = all.add(new StructField(field.name(), field.dataType(), true, field.metadata()));
    }

    return all;
  }

  @Override
  protected Dataset<Row> passed(Dataset<?> dataset) {
    Dataset<Row> rows = dataset.toDF();
    for (StructField field : added().fields()) {
      rows = rows.withColumn(field.name(), functions.lit(null).cast(field.dataType()));
    }

    return rows;
  }

  @Override
  public FittedSampler copy(ParamMap extra) {
    return copyTo(new FittedSampler(uid()), extra);
  }

  @Override
  public MLWriter write() {
    return StageIo.writer(this);
  }

  /** A reader for saved models. */
  public static MLReader<FittedSampler> read() {
    return StageIo.reader(FittedSampler.class, FittedSampler::new);
  }

  /** Loads a saved model, which passes all data through. */
  public static FittedSampler load(String path) {
    return read().load(path);
  }
}

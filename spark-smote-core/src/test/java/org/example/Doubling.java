// SPDX-License-Identifier: Apache-2.0
package org.example;

import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.sampler.SamplerStage;

/** Has every row of the class 1 twice, and numbers the copies in a column. */
public final class Doubling extends SamplerStage<Doubling> {

  private static final long serialVersionUID = 1L;

  /** A stage with the given uid. */
  public Doubling(String uid) {
    super(uid);
  }

  @Override
  protected Dataset<Row> resample(Dataset<?> dataset) {
    Dataset<Row> first = dataset.withColumn("copy", functions.lit(0));
    return first.union(dataset.filter("label = 1").withColumn("copy", functions.lit(1)));
  }

  @Override
  protected StructType outputSchema(StructType schema) {
    return schema.add("copy", DataTypes.IntegerType);
  }

  /** A reader for saved stages. */
  public static MLReader<Doubling> read() {
    return reader(Doubling.class, Doubling::new);
  }
}

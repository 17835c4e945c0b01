// SPDX-License-Identifier: Apache-2.0
package org.example;

import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.sampler.SamplerStage;

/** Keeps every other row of the class 0: a sampler as a user writes it. */
public final class Halving extends SamplerStage<Halving> {

  private static final long serialVersionUID = 1L;

  /** A stage with a random uid. */
  public Halving() {
    this(Identifiable$.MODULE$.randomUID("halving"));
  }

  /** A stage with the given uid. */
  public Halving(String uid) {
    super(uid);
  }

  @Override
  protected Dataset<Row> resample(Dataset<?> dataset) {
    return dataset.filter("label = 1 or id % 2 = 0").toDF();
  }

  /** A reader for saved stages. */
  public static MLReader<Halving> read() {
    return reader(Halving.class, Halving::new);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Stands where a classifier would and remembers what it is fitted on. */
public final class Recorder extends Estimator<Recorder.Fitted> {

  private static final long serialVersionUID = 1L;

  /** What a stage or a caller gets to see. */
  public record Table(List<Row> rows, StructType schema) {

    static Table of(Dataset<Row> data) {
      return new Table(data.collectAsList(), data.schema());
    }
  }

  private final transient List<Table> seen = new ArrayList<>();

  @Override
  public String uid() {
    return "recorder";
  }

  /** What the last fit saw. */
  public Table seen() {
    return seen.get(seen.size() - 1);
  }

  @Override
  public Fitted fit(Dataset<?> dataset) {
    seen.add(Table.of(dataset.toDF()));
    return new Fitted();
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return schema;
  }

  @Override
  public Recorder copy(ParamMap extra) {
    return this;
  }

  /** Passes data through. */
  public static final class Fitted extends Model<Fitted> {

    private static final long serialVersionUID = 1L;

    @Override
    public String uid() {
      return "recorder";
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
      return dataset.toDF();
    }

    @Override
    public StructType transformSchema(StructType schema) {
      return schema;
    }

    @Override
    public Fitted copy(ParamMap extra) {
      return this;
    }
  }
}

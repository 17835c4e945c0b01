// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.TableScan;
import org.apache.spark.sql.types.StructType;
import scala.reflect.ClassTag$;

/**
 * Finds out who reads the resampled rows of a plain pipeline: whether a stage that predicts learns
 * from them, and that none splits them into folds. A pipeline does not tell; but an empty table
 * beside the rows is asked for its rows whenever a job that reads them is planned, in the thread
 * and below the call of the stage that wants them.
 */
public final class ReaderWatch {

  private final String sampler;
  private final AtomicBoolean watching = new AtomicBoolean();
  private final AtomicBoolean readByPredictor = new AtomicBoolean();

  /** Watches nothing before {@link #beside} is asked. */
  public ReaderWatch(String sampler) {
    this.sampler = sampler;
  }

  /** Whether rows are watched, and no stage that predicts has planned to read them. */
  public boolean missesPredictor() {
    return watching.get() && !readByPredictor.get();
  }

  /** The rows, and with them the empty table. */
  public Dataset<Row> beside(Dataset<Row> rows) {
    watching.set(true);
    SparkSession session = rows.sparkSession();
    return rows.union(session.baseRelationToDataFrame(new NoRows(session, rows.schema())));
  }

  private void noteReader() {
    if (PipelineStack.fits(PipelineStack::isValidator)) {
      throw PipelineProblems.foldsOfResampledRows("a stage", sampler);
    }

    if (PipelineStack.fits(PipelineStack::isPredictor)) {
      readByPredictor.set(true);
    }
  }

  private final class NoRows extends BaseRelation implements TableScan {

    private final SparkSession session;
    private final StructType schema;

    NoRows(SparkSession session, StructType schema) {
      this.session = session;
      this.schema = schema;
    }

    @Override
    public SQLContext sqlContext() {
      return session.sqlContext();
    }

    @Override
    public StructType schema() {
      return schema;
    }

    @Override
    public long sizeInBytes() {
      return 0;
    }

    @Override
    public RDD<Row> buildScan() {
      noteReader();
      return session.sparkContext().emptyRDD(ClassTag$.MODULE$.apply(Row.class));
    }
  }
}

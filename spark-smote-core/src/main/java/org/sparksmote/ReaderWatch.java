// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

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
 * Finds out whether a stage that predicts learns from resampled rows. A pipeline does not tell; but
 * an empty table beside the rows is asked for its rows whenever a job that reads them is planned,
 * in the thread and below the call of the stage that wants them.
 */
final class ReaderWatch {

  private final AtomicBoolean watching = new AtomicBoolean();
  private final AtomicBoolean readByPredictor = new AtomicBoolean();

  /** Whether rows are watched, and no stage that predicts has planned to read them. */
  boolean missesPredictor() {
    return watching.get() && !readByPredictor.get();
  }

  /** The rows, and with them the empty table. */
  Dataset<Row> beside(Dataset<Row> rows) {
    watching.set(true);
    SparkSession session = rows.sparkSession();
    return rows.union(
        session.baseRelationToDataFrame(new NoRows(session, rows.schema(), readByPredictor)));
  }

  private static final class NoRows extends BaseRelation implements TableScan {

    private final SparkSession session;
    private final StructType schema;
    private final AtomicBoolean readByPredictor;

    NoRows(SparkSession session, StructType schema, AtomicBoolean readByPredictor) {
      this.session = session;
      this.schema = schema;
      this.readByPredictor = readByPredictor;
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
      if (PipelineStack.fitsPredictor()) {
        readByPredictor.set(true);
      }

      return session.sparkContext().emptyRDD(ClassTag$.MODULE$.apply(Row.class));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.sparksmote.examples.cli.Interruption;
import org.sparksmote.examples.cli.Session;
import org.sparksmote.examples.cli.UsageException;

/**
 * An output table that is either the old one or the complete new one: rows are written to another
 * table beside it, which is renamed when all is done. An old table is renamed first, and back if
 * that fails. Catalogues have no rename that replaces, so for a moment there is no table.
 */
final class StagedTable implements Staging {

  /** A property of every table of ours: what lacks it is never overwritten. */
  static final String MARKER = "spark_smote";

  private final SparkSession spark;
  private final TableName target;
  private final TableName staging;
  private final TableName aside;
  private final StagedOutput.Existing existing;
  private final PrintWriter err;
  private final Interruption interruption;
  private boolean interrupted;
  private boolean published;

  private StagedTable(
      SparkSession spark, TableName target, StagedOutput.Existing existing, PrintWriter err) {
    String token = UUID.randomUUID().toString().replace("-", "");
    this.spark = spark;
    this.target = target;
    this.staging = target.beside("__spark_smote_new_" + token);
    this.aside = target.beside("__spark_smote_old_" + token);
    this.existing = existing;
    this.err = err;
    this.interruption = Interruption.cleaningUp(this::interrupt);
  }

  static StagedTable prepare(
      TableName target, StagedOutput.Existing existing, SparkSession spark, PrintWriter err)
      throws IOException {
    refuse(target, existing, spark);
    return new StagedTable(spark, target, existing, err);
  }

  /** Refuses to replace a table that nobody allowed to replace, or that is not ours. */
  static void refuse(TableName target, StagedOutput.Existing existing, SparkSession spark)
      throws IOException {
    if (!target.exists(spark)) {
      return;
    }

    if (existing == StagedOutput.Existing.REFUSE) {
      throw new RefusedPathException(
          "the table " + target, "it exists. Choose another name, or give --overwrite.");
    }

    long marks =
        spark
            .sql("SHOW TBLPROPERTIES " + target.quoted())
            .filter(functions.col("key").equalTo(MARKER))
            .count();
    if (marks == 0) {
      throw new RefusedPathException(
          "the table " + target,
          "it was not written by spark-smote (no property " + MARKER + "). Drop it yourself.");
    }
  }

  /** A catalogue in the memory of a session of ours would end with it, and the table too. */
  static void refuseSessionCatalogue(TableName target, Session session) {
    SparkSession spark = session.spark();
    boolean inMemory = "in-memory".equals(spark.conf().get("spark.sql.catalogImplementation"));
    String catalogue =
        target.parts().size() > 2 ? target.parts().get(0) : spark.catalog().currentCatalog();
    if (session.scratch() != null && inMemory && "spark_catalog".equals(catalogue)) {
      throw new UsageException(
          "Cannot write the table "
              + target
              + ": the catalogue of this session is in memory and ends with it. Run where Spark has a"
              + " lasting one, such as --conf spark.sql.catalogImplementation=hive with SPARK_HOME, or"
              + " write files with --output.");
    }
  }

  @Override
  public String place() {
    return staging.quoted();
  }

  @Override
  public synchronized void publish() throws IOException {
    if (interrupted) {
      throw new IOException("Cannot finish the table " + target + ": the run was told to end.");
    }

    refuse(target, existing, spark);
    spark.sql("ALTER TABLE " + place() + " SET TBLPROPERTIES ('" + MARKER + "'='written by it')");
    boolean replaces = target.exists(spark);
    if (replaces) {
      rename(target, aside);
    }

    try {
      rename(staging, target);
    } catch (IOException | RuntimeException e) {
      if (replaces && !target.exists(spark)) {
        rename(aside, target);
      }

      throw e;
    }

    published = true;
    if (replaces) {
      drop(aside);
    }
  }

  /** Some catalogues lose sight of the folders of a table that gets another name. */
  private void rename(TableName from, TableName to) throws IOException {
    long rows = spark.table(from.quoted()).count();
    alter(from, to);
    if (spark.table(to.quoted()).count() != rows) {
      spark.catalog().recoverPartitions(to.quoted());
    }

    long found = spark.table(to.quoted()).count();
    if (found != rows) {
      alter(to, from);
      throw new IOException(
          "Cannot rename the table "
              + from
              + " to "
              + to
              + ": the catalogue finds "
              + found
              + " of its "
              + rows
              + " rows then. Write files with --output.");
    }
  }

  private void alter(TableName from, TableName to) {
    spark.sql("ALTER TABLE " + from.quoted() + " RENAME TO " + to.quotedInCatalogue());
  }

  private void drop(TableName table) {
    spark.sql("DROP TABLE IF EXISTS " + table.quoted());
  }

  private synchronized void interrupt() {
    if (!interrupted && !published) {
      err.println("Interrupted: the table " + target + " was not written by this run.");
      err.flush();
    }

    interrupted = true;
    drop(staging);
  }

  @Override
  public void close() {
    interruption.close();
    if (!published) {
      drop(staging);
    }
  }
}

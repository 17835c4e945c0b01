// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.UsageException;

/**
 * Rows in as many parts as files are wanted.
 *
 * @param rows in parts, none of which is empty
 * @param held rows that are persisted until all is written, or null
 */
public record FileParts(Dataset<Row> rows, @Nullable Dataset<Row> held) implements AutoCloseable {

  /** With so many rows a part, dealing them out task by task leaves no part empty. */
  private static final long PLENTY = 50;

  /**
   * Deals rows out.
   *
   * @param files how many parts, or null for those there are
   * @param total rows, or fewer
   */
  public static FileParts of(Dataset<Row> rows, @Nullable Integer files, long total) {
    if (files == null) {
      return new FileParts(rows, null);
    } else if (files > total) {
      throw new UsageException(
          "Cannot write --output-files "
              + files
              + ": there are only "
              + total
              + " rows. Ask for fewer.");
    } else if (files == 1 || total / files >= PLENTY) {
      return new FileParts(rows.repartition(files), null);
    }

    // Each task deals from a part of its own choice on, so few rows must come from one task.
    Dataset<Row> one = rows.repartition(1).persist(StorageLevel.MEMORY_AND_DISK());
    return new FileParts(one.repartition(files), one);
  }

  @Override
  public void close() {
    if (held != null) {
      held.unpersist();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.UsageException;

/**
 * How rows are written.
 *
 * @param options of Spark's writer
 * @param partitionBy columns that become folders, as the user names them
 * @param files how many are wanted, or null for as many as there are tasks
 * @param kind what they are written to
 */
public record OutputForm(
    DataFormat format,
    Map<String, String> options,
    List<String> partitionBy,
    @Nullable Integer files,
    Kind kind) {

  /** What rows are written to. */
  public enum Kind {
    FILES,
    TABLE
  }

  public OutputForm {
    partitionBy = List.copyOf(partitionBy);
  }

  /** What passes letter by letter keeps all its columns, and LIBSVM has no names for them. */
  void refuseFolders() {
    if (!partitionBy.isEmpty() && !format.isForTables()) {
      throw new UsageException(
          "Cannot use --partition-by for "
              + format.label()
              + ", whose rows keep all their columns. Give --format parquet, orc, json or avro.");
    }
  }
}

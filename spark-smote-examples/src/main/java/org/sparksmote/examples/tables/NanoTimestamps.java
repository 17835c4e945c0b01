// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.io.IOException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.sparksmote.examples.cli.BadDataException;
import org.sparksmote.examples.csv.CsvFile;
import org.sparksmote.examples.files.InputFile;
import org.sparksmote.examples.files.InputFiles;

/** Parquet columns of nanoseconds, for which Spark has no type, and an error without their name. */
final class NanoTimestamps {

  private NanoTimestamps() {}

  /** Whether a failure to read is for them. */
  static boolean areMeantBy(Exception e) {
    return ExceptionUtils.getThrowableList(e).stream()
        .anyMatch(cause -> ("" + cause.getMessage()).contains("TIMESTAMP(NANOS"));
  }

  /** Names the first such column. */
  static void refuse(InputFiles input, Configuration conf) throws IOException {
    for (InputFile file : input.files()) {
      String column = column(file, conf);
      if (!column.isEmpty()) {
        throw new BadDataException(
            "Cannot read the column '"
                + column
                + "' of "
                + file.name()
                + ": it holds timestamps of nanoseconds, for which Spark has no type. Read them as"
                + " whole numbers with --conf spark.sql.legacy.parquet.nanosAsLong=true --exclude "
                + column
                + ", or write the file with microseconds.");
      }
    }
  }

  private static String column(InputFile file, Configuration conf) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(file.path(), CsvFile.settings(file, conf)))) {
      for (ColumnDescriptor column :
          reader.getFooter().getFileMetaData().getSchema().getColumns()) {
        boolean nanos =
            column.getPrimitiveType().getLogicalTypeAnnotation()
                    instanceof TimestampLogicalTypeAnnotation time
                && time.getUnit() == LogicalTypeAnnotation.TimeUnit.NANOS;
        if (nanos) {
          return String.join(".", column.getPath());
        }
      }
    }

    return "";
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.sparksmote.examples.csv.CsvDialect;
import org.sparksmote.examples.csv.CsvFile;
import org.sparksmote.examples.csv.LineSource;
import org.sparksmote.examples.files.FilePiece;
import org.sparksmote.examples.files.InputFile;
import org.sparksmote.examples.files.TextHash;

/** Reads all lines of files that were written, and says what they amount to. */
final class ReadBack {

  private static final long PIECE = 32L << 20;

  private ReadBack() {}

  /** What was found: files that are not empty, and all their lines. */
  record Found(int files, TextHash lines) {}

  static Found read(SparkSession spark, Path directory, CsvDialect dialect, Configuration conf)
      throws IOException {
    List<InputFile> files = new ArrayList<>();
    for (FileStatus file : directory.getFileSystem(conf).listStatus(directory)) {
      if (file.getPath().getName().startsWith("part-") && file.getLen() > 0) {
        files.add(InputFile.of(file));
      }
    }

    List<List<FilePiece>> tasks =
        FilePiece.plan(
            files,
            file -> CsvFile.canCut(file, dialect, conf),
            spark.sparkContext().defaultParallelism(),
            PIECE);
    Task task = new Task(tasks, dialect, new SerializableConfiguration(conf));
    List<Row> sums =
        spark
            .range(0, tasks.size(), 1, Math.max(1, tasks.size()))
            .map((MapFunction<Long, Row>) task::run, Encoders.row(TextHash.SCHEMA))
            .collectAsList();
    return new Found(files.size(), TextHash.sum(sums));
  }

  private record Task(
      List<List<FilePiece>> tasks, CsvDialect dialect, SerializableConfiguration hadoop)
      implements Serializable {

    Row run(long number) throws IOException {
      TextHash all = TextHash.NOTHING;
      for (FilePiece piece : tasks.get(Math.toIntExact(number))) {
        try (LineSource lines = CsvFile.lines(piece, dialect, hadoop.value())) {
          for (String line = lines.next(); line != null; line = lines.next()) {
            all = all.plus(TextHash.ofLine(line));
          }
        }
      }

      return all.toRow();
    }
  }
}

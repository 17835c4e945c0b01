// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;
import org.sparksmote.examples.cli.BadDataException;
import org.sparksmote.examples.csv.CsvDialect;
import org.sparksmote.examples.csv.CsvFile;
import org.sparksmote.examples.csv.CsvProblems;
import org.sparksmote.examples.csv.LineSource;
import org.sparksmote.examples.files.DataFormat;
import org.sparksmote.examples.files.FilePiece;
import org.sparksmote.examples.files.InputFiles;

/** A look at every line of text files, to name one that does not fit: Spark tells of none. */
final class LineCheck {

  private static final long PIECE = 32L << 20;

  /** What is asked of a line. */
  interface Rule extends Serializable {

    /** A number of which the largest is wanted. */
    int measure(String line) throws BadLineException;
  }

  /** Says of a line what is wrong and what to do. */
  static final class BadLineException extends Exception {
    private static final long serialVersionUID = 1L;

    BadLineException(String message) {
      super(message);
    }
  }

  private LineCheck() {}

  /**
   * The largest measure of all lines, or 0 if there are none.
   *
   * @throws BadDataException if a rule does not take a line
   */
  static int largest(SparkSession spark, InputFiles input, Rule rule) {
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    CsvDialect plain = CsvDialect.ofInput(DataFormat.CSV, Map.of());
    List<List<FilePiece>> tasks =
        FilePiece.plan(
            new ArrayList<>(input.files()),
            file -> CsvFile.canCut(file, plain, conf),
            spark.sparkContext().defaultParallelism(),
            PIECE);
    Task task = new Task(tasks, plain, rule, new SerializableConfiguration(conf));
    Row found =
        spark
            .range(0, tasks.size(), 1, Math.max(1, tasks.size()))
            .map((MapFunction<Long, Integer>) task::run, Encoders.INT())
            .agg(functions.max(functions.col("value")))
            .first();
    return found.isNullAt(0) ? 0 : found.getInt(0);
  }

  private record Task(
      List<List<FilePiece>> tasks, CsvDialect dialect, Rule rule, SerializableConfiguration hadoop)
      implements Serializable {

    int run(long number) throws IOException {
      int largest = 0;
      for (FilePiece piece : tasks.get(Math.toIntExact(number))) {
        try (LineSource lines = CsvFile.lines(piece, dialect, hadoop.value())) {
          largest = Math.max(largest, run(piece, lines));
        } catch (CharacterCodingException e) {
          throw CsvProblems.of(e, piece, null, dialect, hadoop.value());
        }
      }

      return largest;
    }

    private int run(FilePiece piece, LineSource lines) throws IOException {
      int largest = 0;
      for (String line = lines.next(); line != null; line = lines.next()) {
        try {
          largest = Math.max(largest, rule.measure(line.trim()));
        } catch (BadLineException e) {
          throw new BadDataException(
              "Cannot parse " + piece.file().name() + ": line " + lines.line() + e.getMessage());
        }
      }

      return largest;
    }
  }
}

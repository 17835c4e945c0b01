// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Looks through LIBSVM files before Spark reads them: Spark takes the width from the files too, but
 * cannot tell a line that does not fit.
 */
final class LibsvmFiles {

  private static final long PIECE = 32L << 20;

  private static final Set<String> READ =
      Set.of("numfeatures", "vectortype", InputFiles.NAME_FILTER, InputFiles.NO_FOLDER_COLUMNS);

  private LibsvmFiles() {}

  /**
   * How many features the rows of all files have: those that the user says, else the largest index
   * in any file.
   *
   * @throws BadDataException if a line is none of the format, or has more features
   */
  static int width(SparkSession spark, InputFiles input, Map<String, String> given)
      throws IOException {
    OptionMap options = OptionMap.of(given);
    options.refuseAllBut(READ, "--input-option", "LIBSVM");
    int most = most(options.get("numfeatures"));
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    CsvDialect plain = CsvDialect.ofInput(DataFormat.CSV, Map.of());
    List<List<FilePiece>> tasks =
        FilePiece.plan(
            new ArrayList<>(input.files()),
            file -> CsvFile.canCut(file, plain, conf),
            spark.sparkContext().defaultParallelism(),
            PIECE);
    Task task = new Task(tasks, plain, most, new SerializableConfiguration(conf));
    Row found =
        spark
            .range(0, tasks.size(), 1, Math.max(1, tasks.size()))
            .map((MapFunction<Long, Integer>) task::run, Encoders.INT())
            .agg(functions.max(functions.col("value")))
            .first();
    int largest = found.isNullAt(0) ? 0 : found.getInt(0);
    return options.has("numfeatures") ? most : Math.max(1, largest);
  }

  private static int most(@Nullable String given) {
    if (given == null) {
      return Integer.MAX_VALUE;
    } else if (!given.matches("[1-9]\\d{0,8}")) {
      throw new UsageException(
          "Cannot use --input-option numFeatures=" + given + ": give a whole number, 1 or more.");
    }

    return Integer.parseInt(given);
  }

  private record Task(
      List<List<FilePiece>> tasks, CsvDialect dialect, int most, SerializableConfiguration hadoop)
      implements Serializable {

    /** The largest index in some pieces. */
    int run(long number) throws IOException {
      int largest = 0;
      for (FilePiece piece : tasks.get(Math.toIntExact(number))) {
        try (LineSource lines = CsvFile.lines(piece, dialect, hadoop.value())) {
          for (String line = lines.next(); line != null; line = lines.next()) {
            int last = last(line.trim());
            if (last < 0 || last > most) {
              throw refused(piece, lines.line(), last);
            }

            largest = Math.max(largest, last);
          }
        } catch (CharacterCodingException e) {
          throw CsvProblems.of(e, piece, null, dialect, hadoop.value());
        }
      }

      return largest;
    }

    private BadDataException refused(FilePiece piece, long line, int last) {
      String where = "Cannot parse " + piece.file().name() + ": line " + line;
      return new BadDataException(
          last < 0
              ? where
                  + " is not of the form 'label index:value …' with indices that ascend from 1."
                  + " Repair the file, or check --input-format."
              : where
                  + " has a feature "
                  + last
                  + ", but --input-option numFeatures is "
                  + most
                  + ". Raise it, or leave it out.");
    }

    /** The last index of a line, 0 if there is none, or -1 if it is no line of the format. */
    private static int last(String line) {
      if (line.isEmpty() || line.startsWith("#")) {
        return 0;
      }

      StringTokenizer words = new StringTokenizer(line, " ");
      try {
        Double.parseDouble(words.nextToken());
        int last = 0;
        while (words.hasMoreTokens()) {
          String[] pair = words.nextToken().split(":", -1);
          int index = Integer.parseInt(pair[0]);
          if (pair.length != 2 || index <= last) {
            return -1;
          }

          Double.parseDouble(pair[1]);
          last = index;
        }

        return last;
      } catch (NumberFormatException e) {
        return -1;
      }
    }
  }
}

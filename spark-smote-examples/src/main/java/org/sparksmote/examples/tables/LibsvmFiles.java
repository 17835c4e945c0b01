// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.OptionMap;
import org.sparksmote.examples.cli.UsageException;
import org.sparksmote.examples.files.InputFiles;

/**
 * Looks through LIBSVM files before Spark reads them: Spark takes the width from the files too, but
 * cannot tell a line that does not fit.
 */
final class LibsvmFiles {

  private static final Set<String> READ =
      Set.of("numfeatures", "vectortype", InputFiles.NAME_FILTER, InputFiles.NO_FOLDER_COLUMNS);

  private LibsvmFiles() {}

  /**
   * How many features the rows of all files have: those that the user says, else the largest index
   * in any file.
   *
   * @throws BadDataException if a line is none of the format, or has more features
   */
  static int width(SparkSession spark, InputFiles input, Map<String, String> given) {
    OptionMap options = OptionMap.of(given);
    options.refuseAllBut(READ, "--input-option", "LIBSVM");
    int most = most(options.get("numfeatures"));
    int largest = LineCheck.largest(spark, input, line -> lastWithin(line, most));
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

  private static int lastWithin(String line, int most) throws LineCheck.BadLineException {
    int last = last(line);
    if (last < 0) {
      throw new LineCheck.BadLineException(
          " is not of the form 'label index:value …' with indices that ascend from 1. Repair the"
              + " file, or check --input-format.");
    } else if (last > most) {
      throw new LineCheck.BadLineException(
          " has a feature "
              + last
              + ", but --input-option numFeatures is "
              + most
              + ". Raise it, or leave it out.");
    }

    return last;
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

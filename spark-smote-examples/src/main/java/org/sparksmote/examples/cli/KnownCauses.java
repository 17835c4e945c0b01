// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mistakes that Spark and Hadoop find, in their words, and what to do about them. */
final class KnownCauses {

  /** What to say where the words are these; $1 is what the pattern found of them. */
  private record Known(Pattern words, String sentence) {

    static Known of(String words, String sentence) {
      return new Known(Pattern.compile(words), sentence);
    }
  }

  /** The first that fits counts. */
  private static final List<Known> KNOWN =
      List.of(
          Known.of(
              "Wrong FS: (\\S+), expected: .*",
              "Cannot use the path $1: it names a host where there is none. Write file:///… with three"
                  + " slashes, or a path without a scheme."),
          Known.of(
              "(?:java\\.lang\\.ClassNotFoundException: )?Class (\\S*FileSystem\\S*) not found",
              "Cannot reach the file system: its class $1 is not on the class path. Run with SPARK_HOME and"
                  + " SPARK_SMOTE_SUBMIT='--packages …' that bring it, such as org.apache.hadoop:hadoop-aws"
                  + " for s3a."),
          Known.of(
              ".*Relative path in absolute URI: (.*)",
              "Cannot use the path $1: what stands before its colon is taken for a file system. Write an"
                  + " absolute path."),
          Known.of(
              "\\[(?:CODEC_NOT_AVAILABLE|INVALID_DATETIME_PATTERN)[^\\]]*\\] (.*?)\\.? SQLSTATE.*",
              "Cannot use an option of the format: $1. Check --input-option and --output-option."),
          Known.of(
              "\\[INVALID_CONF_VALUE[^\\]]*\\] (.*?)\\.? SQLSTATE.*",
              "Cannot use a setting of Spark: $1. Check --conf."),
          Known.of(
              "(?:requirement failed: )?(.*cannot be more than one character|.* flag can be true or false"
                  + "|.* should be an integer.*|.*can contain only 1 character"
                  + "|For input string: \"(?:[A-Za-z].*)\")\\.?",
              "Cannot use an option of the format: $1. Check --input-option and --output-option."),
          Known.of(
              "(Could not parse Master URL.*|Asked to run locally with 0 threads.*)",
              "Cannot start Spark: $1. Check --master, such as local[2] or spark://host:7077."));

  private KnownCauses() {}

  /** What to say of an error, or null if it is none of these. */
  static @Nullable String sentence(Throwable cause) {
    String line = Failure.oneLine(cause.getMessage());
    boolean number = cause instanceof NumberFormatException; // of a value, not of an option
    for (Known known : KNOWN) {
      Matcher matcher = known.words().matcher(line);
      if (!number && matcher.matches()) {
        return matcher.replaceFirst(known.sentence());
      }
    }

    return null;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.io.IOException;
import java.io.ObjectStreamException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.jspecify.annotations.Nullable;
import org.sparksmote.errors.SmoteException;

/**
 * Turns an error into an exit code and one line. Spark wraps what a task throws several times, so
 * the whole chain of causes is asked. Messages of Spark that quote rows are replaced: no value of
 * the user's data may end up in a log.
 *
 * @param exitCode one of {@link ExitCode}
 * @param line what went wrong and what to do
 */
public record Failure(int exitCode, String line) {

  /** Problems of the library that can be known without a look at the rows. */
  private static final List<String> USAGE_CODES =
      List.of(
          "SMOTE-030",
          "SMOTE-034",
          "SMOTE-036",
          "SMOTE-060",
          "SMOTE-061",
          "SMOTE-062",
          "SMOTE-115",
          "SMOTE-130",
          "SMOTE-131");

  private static final String LAST_SCHEMA_CODE = "SMOTE-019";

  private static final Pattern SMOTE_TEXT = Pattern.compile("\\[(SMOTE-\\d+)] Cannot [^\\n]*");

  public static Failure of(Throwable error) {
    List<Throwable> chain = chain(error);
    for (Throwable cause : chain) {
      Failure failure = ofOne(cause);
      if (failure != null) {
        return failure;
      }
    }

    for (Throwable cause : chain) {
      String sentence = KnownCauses.sentence(cause);
      if (sentence != null) {
        return new Failure(ExitCode.USAGE, sentence);
      }
    }

    Failure io = ofIo(chain);
    return io != null
        ? io
        : new Failure(
            ExitCode.INTERNAL,
            "Cannot go on: " + describe(chain.get(chain.size() - 1)) + " (more with --stacktrace)");
  }

  private static @Nullable Failure ofOne(Throwable cause) {
    if (cause instanceof SmoteException problem) {
      return smote(problem.code(), text(problem));
    } else if (cause instanceof UsageException) {
      return new Failure(ExitCode.USAGE, oneLine(text(cause)));
    } else if (cause instanceof BadDataException) {
      return new Failure(ExitCode.DATA, oneLine(text(cause)));
    } else if (cause instanceof OutOfMemoryError) {
      return new Failure(
          ExitCode.INTERNAL, "Cannot go on: the heap is full. Raise --heap or SPARK_SMOTE_HEAP.");
    }

    Matcher quoted = SMOTE_TEXT.matcher(text(cause));
    if (quoted.find()) {
      return smote(quoted.group(1), quoted.group());
    }

    return cause instanceof SparkThrowable known ? ofSpark(known, cause) : null;
  }

  private static Failure smote(String code, String message) {
    boolean usage = code.compareTo(LAST_SCHEMA_CODE) <= 0 || USAGE_CODES.contains(code);
    return new Failure(usage ? ExitCode.USAGE : ExitCode.DATA, oneLine(message));
  }

  private static @Nullable Failure ofSpark(SparkThrowable known, Throwable cause) {
    String condition = condition(known);
    if (condition.startsWith("PATH_NOT_FOUND") || condition.contains("FILE_NOT_EXIST")) {
      return new Failure(ExitCode.IO, "Cannot read the input: " + firstSentence(text(cause)));
    } else if (condition.startsWith("FAILED_READ_FILE")) {
      return new Failure(ExitCode.DATA, unparsable(known.getMessageParameters().get("path")));
    } else if (condition.startsWith("MALFORMED") || condition.startsWith("UNABLE_TO_INFER")) {
      return new Failure(ExitCode.DATA, unparsable(null));
    } else if (condition.startsWith("COLUMN_ALREADY_EXISTS")) {
      return new Failure(ExitCode.DATA, "Cannot read the input: " + firstSentence(text(cause)));
    }

    return cause instanceof AnalysisException
        ? new Failure(ExitCode.USAGE, "Cannot run this: " + firstSentence(text(cause)))
        : null;
  }

  /** Spark 3 has no other name for it. */
  @SuppressWarnings("deprecation")
  private static String condition(SparkThrowable known) {
    return known.getErrorClass() == null ? "" : known.getErrorClass();
  }

  private static String unparsable(@Nullable String file) {
    return "Cannot parse "
        + (file == null ? "the input" : file)
        + ": a row does not fit the header or the column types, or the file is damaged. Repair the"
        + " file, or check --input-format and --input-option.";
  }

  private static @Nullable Failure ofIo(List<Throwable> chain) {
    for (Throwable cause : chain) {
      if (isIo(cause)) {
        return new Failure(ExitCode.IO, describe(cause));
      }
    }

    return null;
  }

  private static boolean isIo(Throwable cause) {
    boolean io = cause instanceof IOException || cause instanceof UncheckedIOException;
    return io && !(cause instanceof ObjectStreamException); // that one is a fault of a program
  }

  private static List<Throwable> chain(Throwable error) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable t = error; t != null && !chain.contains(t); t = t.getCause()) {
      chain.add(t);
    }

    return chain;
  }

  private static String describe(Throwable error) {
    String message = oneLine(text(error));
    boolean speaks = message.startsWith("Cannot ");
    return speaks ? message : error.getClass().getSimpleName() + ": " + message;
  }

  private static String firstSentence(String message) {
    String line = oneLine(message);
    int end = line.indexOf(". ");
    return end < 0 ? line : line.substring(0, end + 1);
  }

  private static String text(Throwable error) {
    return error.getMessage() == null ? "" : error.getMessage();
  }

  /** The first line of a message that may go on with plans and stack traces. */
  public static String oneLine(@Nullable String message) {
    return message == null ? "" : message.strip().lines().findFirst().orElse("");
  }
}

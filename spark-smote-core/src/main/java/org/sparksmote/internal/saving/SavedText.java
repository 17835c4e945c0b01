// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.ml.util.ReadWriteUtils;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.sparksmote.errors.SmoteException;

/**
 * One line of text where Spark keeps metadata. From Spark 4.1 on that is its own decision, since a
 * server of Spark Connect moves models to local files; before, it is a directory of text.
 */
final class SavedText {

  private SavedText() {}

  static void write(String path, String text, SparkSession session) {
    try {
      ReadWriteUtils.saveText(path, text, session);
    } catch (LinkageError before41) {
      session.createDataset(List.of(text), Encoders.STRING()).write().text(path);
    }
  }

  private static String line(String path, SparkSession session) {
    try {
      return ReadWriteUtils.loadText(path, session);
    } catch (LinkageError before41) {
      return session.read().textFile(path).first();
    }
  }

  /**
   * Reads what {@link #write} wrote; a Spark job.
   *
   * @param problem makes an error of what is wrong with it
   */
  static String read(String path, SparkSession session, Function<String, SmoteException> problem) {
    try {
      return line(path, session);
    } catch (Exception e) { // of Spark, which does not declare them
      String reason = reason(e);
      if (reason == null) {
        throw e;
      }

      SmoteException refusal = problem.apply(reason);
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static @Nullable String reason(Exception error) {
    if (error instanceof AnalysisException) {
      return "it has no metadata";
    } else if (error instanceof NoSuchElementException) {
      return "its metadata is empty";
    }

    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return "its metadata cannot be read (" + cause.getClass().getSimpleName() + ")";
      }
    }

    return null;
  }
}

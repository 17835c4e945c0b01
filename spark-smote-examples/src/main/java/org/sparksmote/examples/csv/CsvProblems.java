// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import com.univocity.parsers.common.TextParsingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.BadDataException;
import org.sparksmote.examples.files.FilePiece;
import org.sparksmote.examples.files.InputFile;

/**
 * What can be wrong with a CSV file, where, and what to do. No text of a row is told but the words
 * in a column of numbers, which nobody could find else.
 */
public final class CsvProblems {

  private CsvProblems() {}

  static BadDataException otherEncoding(FilePiece piece, long line, CsvDialect dialect) {
    return new BadDataException(
        "Cannot read "
            + piece.file().name()
            + ": "
            + at(line)
            + "holds bytes that are no text in "
            + dialect.charset()
            + ". Name the file's encoding with --input-option encoding=…, such as windows-1252,"
            + " ISO-8859-1 or UTF-16.");
  }

  static BadDataException otherFields(
      FilePiece piece, long line, CsvRecord record, CsvReader reader) {
    char quote = reader.dialect().spark().quote();
    boolean open = record.text().chars().filter(c -> c == quote).count() % 2 == 1;
    String remedy =
        open && !reader.dialect().isMultiLine()
            ? "A quote stays open: where quoted text holds line breaks, give --input-option"
                + " multiLine=true. Else repair the file."
            : "Repair the file, or check --input-option sep=… and quote=….";
    return new BadDataException(
        "Cannot parse "
            + piece.file().name()
            + ": "
            + at(line)
            + "has "
            + record.fields().length
            + " fields, where there are "
            + reader.columns()
            + " columns, so it does not fit the header. "
            + remedy);
  }

  static BadDataException cannotParse(FilePiece piece, long line, CsvDialect dialect) {
    return new BadDataException(
        "Cannot parse "
            + piece.file().name()
            + ": "
            + at(line)
            + "has more than "
            + dialect.spark().maxColumns()
            + " fields, or a field that is too long. Check --input-option sep=… and quote=…, or"
            + " raise --input-option maxColumns=… or maxCharsPerColumn=….");
  }

  static BadDataException cannotUnpack(FilePiece piece, Exception e) {
    return new BadDataException(
        "Cannot parse "
            + piece.file().name()
            + ": it is packed, and cannot be unpacked ("
            + e.getClass().getSimpleName()
            + "). Repair the file, or take the ending that tells how it is packed off its name.");
  }

  private static String at(long line) {
    return line > 0 ? "line " + line + " " : "a line ";
  }

  /** A file that has other columns than the first one. */
  public static BadDataException otherHeader(
      InputFile file, List<String> names, InputFile first, List<String> expected) {
    List<String> lacks = without(expected, names);
    List<String> more = without(names, expected);
    return new BadDataException(
        "Cannot read the input as one table: "
            + file.name()
            + " has other columns than "
            + first.name()
            + ": "
            + (lacks.isEmpty() ? "" : "it lacks " + some(lacks))
            + (lacks.isEmpty() || more.isEmpty() ? "" : ", and ")
            + (more.isEmpty() ? "" : "it has besides " + some(more))
            + ". Name files of one kind, or repair the header.");
  }

  private static List<String> without(List<String> names, List<String> others) {
    List<String> rest = new ArrayList<>(names);
    others.forEach(rest::remove);
    return rest;
  }

  private static String some(List<String> names) {
    int shown = Math.min(8, names.size());
    return names.subList(0, shown) + (shown < names.size() ? " … (" + names.size() + ")" : "");
  }

  /** Tells a failure to read by its place; what is none of the file's content stays as it is. */
  public static RuntimeException of(
      Exception e,
      FilePiece piece,
      @Nullable RecordSource at,
      CsvDialect dialect,
      Configuration conf) {
    if (ExceptionUtils.indexOfType(e, CharacterCodingException.class) >= 0) {
      return otherEncoding(piece, line(at), dialect);
    } else if (e instanceof TextParsingException) {
      return cannotParse(piece, line(at), dialect);
    } else if (!(e instanceof FileNotFoundException) && CsvFile.isPacked(piece.file(), conf)) {
      return cannotUnpack(piece, e);
    }

    return e instanceof IOException io
        ? new UncheckedIOException(io.getMessage(), io)
        : new IllegalStateException(e);
  }

  private static long line(@Nullable RecordSource source) {
    try {
      return source == null ? 0 : source.line();
    } catch (IOException e) {
      return 0;
    }
  }

  /** A column of numbers, but for a few words. */
  public static BadDataException fewWords(String column, FewWords words) {
    return new BadDataException(
        "Cannot take '"
            + column
            + "' for numbers: "
            + words.others()
            + " of its "
            + (words.numbers() + words.others())
            + " values are words, "
            + words.words()
            + ". Say with --input-option nullValue=WORD which one stands for a missing value (and what"
            + " becomes of such rows with --handle-invalid), repair the file, or leave the column out with"
            + " --exclude.");
  }
}

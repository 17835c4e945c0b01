// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.sql.catalyst.util.DropMalformedMode$;
import org.apache.spark.sql.catalyst.util.ParseMode;
import org.apache.spark.sql.catalyst.util.PermissiveMode$;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.files.FilePiece;

/**
 * The records of some pieces of files, each with the columns of the table in the table's order: as
 * it stands in the file where the file has just these, else written anew.
 */
final class CsvRecords implements Iterator<CsvRecord>, AutoCloseable {

  private final CsvReader reader;
  private final Iterator<FilePiece> pieces;
  private final ParseMode mode;
  private final CsvWriter writer;
  private final String separator;
  private @Nullable FilePiece piece;
  private @Nullable RecordSource source;
  private @Nullable CsvRecord next;

  CsvRecords(CsvReader reader, List<FilePiece> pieces) {
    this.reader = reader;
    this.pieces = pieces.iterator();
    this.mode = reader.dialect().spark().parseMode();
    this.writer = reader.dialect().writer();
    this.separator = reader.dialect().spark().delimiter();
  }

  @Override
  public boolean hasNext() {
    while (next == null && (source != null || pieces.hasNext())) {
      advance();
    }

    return next != null;
  }

  @Override
  public CsvRecord next() {
    CsvRecord record = hasNext() ? next : null;
    if (record == null) {
      throw new NoSuchElementException();
    }

    next = null;
    return record;
  }

  private void advance() {
    FilePiece here = source == null || piece == null ? pieces.next() : piece;
    piece = here;
    try {
      source = source == null ? open(here) : source;
      CsvRecord record = source.next();
      if (record == null) {
        close();
      } else {
        next = fit(record, here, source);
      }
    } catch (IOException | TextParsingException e) {
      throw CsvProblems.of(e, here, source, reader.dialect(), reader.conf());
    }
  }

  private RecordSource open(FilePiece from) throws IOException {
    TaskContext task = TaskContext.get();
    if (task != null && task.isInterrupted()) {
      throw new TaskKilledException();
    }

    RecordSource opened = CsvFile.open(from, reader.dialect(), reader.conf());
    if (from.start() == 0 && reader.dialect().hasHeader()) {
      opened.next();
    }

    return opened;
  }

  /** Null for a record to drop. */
  private @Nullable CsvRecord fit(CsvRecord record, FilePiece from, RecordSource at)
      throws IOException {
    @Nullable String[] fields = record.fields();
    if (fields.length != reader.columns()) {
      if (mode == DropMalformedMode$.MODULE$) {
        return null;
      } else if (mode != PermissiveMode$.MODULE$) {
        throw CsvProblems.otherFields(from, at.line(), record, reader);
      }

      fields = Arrays.copyOf(fields, reader.columns());
    }

    CsvFile file = reader.files().get(from.index());
    fields = file.order() == null ? fields : ordered(fields, file.order());
    boolean stands =
        fields == record.fields() || (file.order() == null && file.folders().isEmpty());
    String text = stands ? record.text() : writer.writeRowToString(fields);

    return file.folders().isEmpty() ? new CsvRecord(text, fields) : with(file, text, fields);
  }

  private static @Nullable String[] ordered(@Nullable String[] fields, int[] order) {
    @Nullable String[] ordered = new String[order.length];
    for (int i = 0; i < order.length; i++) {
      ordered[i] = fields[order[i]];
    }

    return ordered;
  }

  /** What folders tell stands behind the record, which stays as it is. */
  private CsvRecord with(CsvFile file, String text, @Nullable String[] fields) {
    @Nullable String[] more = file.folders().toArray(new String[0]);
    @Nullable String[] all = Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return new CsvRecord(text + separator + writer.writeRowToString(more), all);
  }

  @Override
  public void close() {
    RecordSource open = source;
    source = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot close " + piece + ": " + e.getMessage(), e);
      }
    }
  }
}

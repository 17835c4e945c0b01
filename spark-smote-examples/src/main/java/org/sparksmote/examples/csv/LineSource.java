// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.LineRecordReader;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.files.FilePiece;

/** Gives the lines of a file or of a piece of one, without their ends: \n, \r\n or \r. */
public interface LineSource extends Closeable {

  /** The next line, or null behind the last one. */
  @Nullable String next() throws IOException;

  /** The number in its file, from 1, of the line that was read last. */
  long line() throws IOException;

  /** Lines found as bytes, in any piece of the file. */
  static LineSource ofBytes(FilePiece piece, CsvDialect dialect, Configuration conf)
      throws IOException {
    return new Bytes(piece, dialect, conf);
  }

  /** Lines of encodings in which the byte of a line end can be part of another character. */
  static LineSource ofCharacters(InputStream in, Charset charset) {
    return new Characters(new BufferedReader(new StrictReader(in, charset)));
  }

  /** The lines that begin in a piece, found with Hadoop, which also unpacks. */
  final class Bytes implements LineSource {

    private final FilePiece piece;
    private final CsvDialect dialect;
    private final Charset charset;
    private final Configuration conf;
    private final LineRecordReader lines;

    private Bytes(FilePiece piece, CsvDialect dialect, Configuration conf) throws IOException {
      this.piece = piece;
      this.dialect = dialect;
      this.charset = dialect.charset();
      this.conf = CsvFile.settings(piece.file(), conf);
      this.lines = open(piece);
    }

    private LineRecordReader open(FilePiece from) throws IOException {
      String separator = dialect.lineSeparator();
      LineRecordReader reader =
          separator == null
              ? new LineRecordReader()
              : new LineRecordReader(separator.getBytes(charset));
      reader.initialize(
          new FileSplit(from.file().path(), from.start(), from.length(), new String[0]),
          new TaskAttemptContextImpl(conf, new TaskAttemptID()));
      return reader;
    }

    @Override
    public @Nullable String next() throws IOException {
      if (!lines.nextKeyValue()) {
        return null;
      }

      Text line = lines.getCurrentValue();
      return StrictReader.decode(line.getBytes(), line.getLength(), charset);
    }

    /** Counted only when somebody asks, which is when a run fails. */
    @Override
    public long line() throws IOException {
      long place = lines.getCurrentKey().get();
      long count = 0;
      try (LineRecordReader all = open(piece.file().whole())) {
        while (all.nextKeyValue() && all.getCurrentKey().get() <= place) {
          count++;
        }
      }

      return count;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  /** The lines of a stream of characters. */
  final class Characters implements LineSource {

    private final BufferedReader lines;
    private long count;

    private Characters(BufferedReader lines) {
      this.lines = lines;
    }

    @Override
    public @Nullable String next() throws IOException {
      count++;
      return lines.readLine();
    }

    @Override
    public long line() {
      return count;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}

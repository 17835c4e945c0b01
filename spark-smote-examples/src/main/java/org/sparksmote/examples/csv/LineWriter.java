// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.sparksmote.examples.cli.BadDataException;
import org.sparksmote.examples.files.MappedIterator;

/**
 * Writes lines with Spark's text writer, in any encoding, to files that are named by what they are.
 */
public final class LineWriter {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final CsvDialect dialect;
  private final String lineEnd;
  private final Charset charset;
  private final boolean marked;
  private final String ending;

  public LineWriter(CsvDialect dialect, String lineEnd, String ending) {
    this.ending = ending;
    this.dialect = dialect;
    this.lineEnd = dialect.lineSeparator() == null ? lineEnd : dialect.lineSeparator();
    // Java would put a mark before every line.
    this.marked = dialect.charset().equals(StandardCharsets.UTF_16);
    this.charset = marked ? StandardCharsets.UTF_16BE : dialect.charset();
  }

  public void write(Dataset<String> lines, Path directory, Configuration conf) throws IOException {
    boolean plain = charset.equals(StandardCharsets.UTF_8);
    DataFrameWriter<Row> writer =
        (plain ? lines.toDF("value") : encoded(lines))
            .write()
            .option("lineSep", lineEnd)
            .option("encoding", charset.name())
            .option("maxRecordsPerFile", 0); // a second file of a task would lack the header
    String compression = dialect.options().get("compression");
    (compression == null ? writer : writer.option("compression", compression))
        .text(directory.toString());
    rename(directory, conf);
  }

  private Dataset<Row> encoded(Dataset<String> lines) {
    String name = charset.name();
    boolean mark = marked;
    MapPartitionsFunction<String, byte[]> encode =
        texts -> {
          CharsetEncoder encoder = Charset.forName(name).newEncoder();
          boolean[] first = {mark};
          return new MappedIterator<>(
              texts,
              text -> {
                String line = first[0] ? BYTE_ORDER_MARK + text : text;
                first[0] = false;
                return bytes(line, encoder);
              });
        };
    return lines
        .mapPartitions(encode, Encoders.BINARY())
        .toDF("value")
        .select(functions.col("value").cast(DataTypes.StringType).as("value"));
  }

  private static byte[] bytes(String line, CharsetEncoder encoder) {
    try {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(line));
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      return all;
    } catch (CharacterCodingException e) {
      throw new BadDataException(
          "Cannot write the output in "
              + encoder.charset()
              + ": it has no sign for a character of the input. Name another --output-option"
              + " encoding=…, or none for UTF-8.");
    }
  }

  /** Text files are CSV or TSV files here, and readers go by the name. */
  private void rename(Path directory, Configuration conf) throws IOException {
    FileSystem files = directory.getFileSystem(conf);
    for (FileStatus file : files.listStatus(directory)) {
      String name = file.getPath().getName();
      Path named = new Path(directory, name.replaceFirst("\\.txt(?=$|\\.)", "." + ending));
      if (name.startsWith("part-") && !files.rename(file.getPath(), named)) {
        throw new IOException("Cannot rename " + file.getPath() + " to " + named + ".");
      }
    }
  }

  /** Lines with a first one before them, unless there are none. */
  public static Iterator<String> headed(String header, Iterator<String> lines) {
    boolean[] first = {true};
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return lines.hasNext();
      }

      @Override
      public String next() {
        String line = first[0] ? header : lines.next();
        first[0] = false;
        return line;
      }
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.files.FilePiece;
import org.sparksmote.examples.files.InputFile;

/**
 * A CSV file and how its columns stand to those of the table.
 *
 * @param order for each column of the table its place in this file; null if they stand alike
 * @param folders the texts that folders tell: further columns of the table
 */
public record CsvFile(int @Nullable [] order, List<@Nullable String> folders)
    implements Serializable {

  /** Settings of Hadoop for local files whose names have colons in them. */
  public static final Map<String, String> PLAIN_LOCAL =
      Map.of(
          "fs.file.impl", RawLocalFileSystem.class.getName(), "fs.file.impl.disable.cache", "true");

  /** Opens the records of a piece. */
  static RecordSource open(FilePiece piece, CsvDialect dialect, Configuration conf)
      throws IOException {
    if (dialect.isMultiLine()) {
      return new QuotedRecords(unpacked(piece.file(), conf), dialect);
    }

    return new LineRecords(lines(piece, dialect, conf), dialect);
  }

  /** Opens the lines of a piece. */
  public static LineSource lines(FilePiece piece, CsvDialect dialect, Configuration conf)
      throws IOException {
    Charset charset = dialect.charset();
    return hasPlainLineEnds(charset)
        ? LineSource.ofBytes(piece, dialect, conf)
        : LineSource.ofCharacters(unpacked(piece.file(), conf), charset);
  }

  /** Whether a file may be read in pieces: where a line begins can be told from its bytes. */
  public static boolean canCut(InputFile file, CsvDialect dialect, Configuration conf) {
    return !dialect.isMultiLine() && hasPlainLineEnds(dialect.charset()) && !isPacked(file, conf);
  }

  public static boolean isPacked(InputFile file, Configuration conf) {
    return new CompressionCodecFactory(conf).getCodec(file.path()) != null;
  }

  private static boolean hasPlainLineEnds(Charset charset) {
    if (!charset.canEncode() || charset.name().startsWith("ISO-2022")) {
      return false;
    }

    byte[] bytes = "\n\ra".getBytes(charset);
    return bytes.length == 3 && bytes[0] == '\n' && bytes[1] == '\r' && bytes[2] == 'a';
  }

  /**
   * The settings to open a file with: Hadoop's local file system cannot open a name with a colon,
   * since it makes another one of it for its checksums; the plain one beneath it can.
   */
  public static Configuration settings(InputFile file, Configuration conf) {
    if (!hasColon(file)) {
      return conf;
    }

    Configuration plain = new Configuration(conf);
    PLAIN_LOCAL.forEach(plain::set);
    return plain;
  }

  /** Whether a local file needs these settings. */
  public static boolean hasColon(InputFile file) {
    return file.path().getName().contains(":") && "file".equals(file.path().toUri().getScheme());
  }

  /** All bytes of a file, unpacked if its name says that it is packed. */
  public static InputStream unpacked(InputFile file, Configuration conf) throws IOException {
    FSDataInputStream raw = file.path().getFileSystem(settings(file, conf)).open(file.path());
    CompressionCodec codec = new CompressionCodecFactory(conf).getCodec(file.path());
    return codec == null ? raw : codec.createInputStream(raw);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file formats, how names tell them, and how they are read and written without any loss. */
public enum DataFormat {
  CSV,
  TSV,
  LIBSVM,
  PARQUET,
  ORC,
  JSON,
  AVRO;

  private static final String MICROSECONDS = "yyyy-MM-dd'T'HH:mm:ss.SSSSSS";

  private static final List<String> PACKED =
      List.of("gz", "bz2", "zst", "lz4", "snappy", "deflate");

  /** The format that a file name tells, or null. */
  static @Nullable DataFormat ofName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String extension = extension(name);
    if (PACKED.contains(extension)) {
      extension = extension(name.substring(0, name.lastIndexOf('.')));
    }

    return switch (extension) {
      case "csv" -> CSV;
      case "tsv", "tab" -> TSV;
      case "libsvm", "svm" -> LIBSVM;
      case "parquet" -> PARQUET;
      case "orc" -> ORC;
      case "json", "jsonl", "ndjson" -> JSON;
      case "avro" -> AVRO;
      default -> null;
    };
  }

  private static String extension(String name) {
    return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
  }

  /** The name that people use, which is also the ending of files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Spark's name of the format. */
  public String sparkName() {
    return this == TSV ? CSV.label() : label();
  }

  /** Whether rows are lines of fields, which pass letter by letter. */
  public boolean isDelimited() {
    return this == CSV || this == TSV;
  }

  /** Whether tables of a catalogue can be kept in it with all their types. */
  boolean isForTables() {
    return this == PARQUET || this == ORC || this == JSON || this == AVRO;
  }

  /**
   * Quotes are doubled inside quotes, as RFC 4180 and every spreadsheet have it; files that got a
   * column later are one table.
   */
  public Map<String, String> readOptions() {
    return switch (this) {
      case CSV -> Map.of("header", "true", "escape", "\"", "mode", "FAILFAST");
      case TSV -> Map.of("header", "true", "escape", "\"", "mode", "FAILFAST", "sep", "\t");
      case JSON -> Map.of("mode", "FAILFAST");
      case PARQUET, ORC -> Map.of("mergeSchema", "true");
      case LIBSVM, AVRO -> Map.of();
    };
  }

  /**
   * Spark would trim what it writes to CSV, leave out of JSON what is null, and cut times to
   * milliseconds in both.
   */
  public Map<String, String> writeOptions() {
    return switch (this) {
      case CSV, TSV ->
          Map.of(
              "header",
              "true",
              "escape",
              "\"",
              "sep",
              this == TSV ? "\t" : ",",
              "timestampFormat",
              MICROSECONDS + "XXX",
              "timestampNTZFormat",
              MICROSECONDS,
              "ignoreLeadingWhiteSpace",
              "false",
              "ignoreTrailingWhiteSpace",
              "false");
      case JSON ->
          Map.of(
              "ignoreNullFields",
              "false",
              "timestampFormat",
              MICROSECONDS + "XXX",
              "timestampNTZFormat",
              MICROSECONDS);
      default -> Map.of();
    };
  }

  /** A text that Spark wrote may hold line ends in quotes, and ends of rows are just these. */
  public Map<String, String> readBackOptions() {
    return isDelimited() ? Map.of("multiLine", "true", "lineSep", "\n") : Map.of();
  }

  /** Whether every read parses text anew, which is dear. */
  public boolean isText() {
    return isDelimited() || this == JSON || this == LIBSVM;
  }
}

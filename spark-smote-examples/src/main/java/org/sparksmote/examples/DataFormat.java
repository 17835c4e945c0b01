// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file formats, how names tell them, and how they are read and written without any loss. */
enum DataFormat {
  CSV,
  PARQUET,
  ORC,
  JSON;

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
      case "parquet" -> PARQUET;
      case "orc" -> ORC;
      case "json", "jsonl", "ndjson" -> JSON;
      default -> null;
    };
  }

  private static String extension(String name) {
    return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
  }

  /** Spark's name of the format. */
  String sparkName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Quotes are doubled inside quotes, as RFC 4180 and every spreadsheet have it; files that got a
   * column later are one table.
   */
  Map<String, String> readOptions() {
    return switch (this) {
      case CSV -> Map.of("header", "true", "escape", "\"", "mode", "FAILFAST");
      case JSON -> Map.of("mode", "FAILFAST");
      case PARQUET, ORC -> Map.of("mergeSchema", "true");
    };
  }

  /** Spark would trim what it writes to CSV, and leave out of JSON what is null. */
  Map<String, String> writeOptions() {
    return switch (this) {
      case CSV ->
          Map.of(
              "header",
              "true",
              "escape",
              "\"",
              "ignoreLeadingWhiteSpace",
              "false",
              "ignoreTrailingWhiteSpace",
              "false");
      case JSON -> Map.of("ignoreNullFields", "false");
      default -> Map.of();
    };
  }

  /** Whether every read parses text anew, which is dear. */
  boolean isText() {
    return this == CSV || this == JSON;
  }
}

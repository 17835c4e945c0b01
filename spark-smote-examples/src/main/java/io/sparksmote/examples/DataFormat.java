// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.examples;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file formats, how names tell them, and how they are read and written without any loss. */
enum DataFormat {
  CSV(
      List.of("csv"),
      // Quotes doubled inside quotes, as RFC 4180 and every spreadsheet have it.
      Map.of("header", "true", "escape", "\"", "mode", "FAILFAST"),
      // Spark would trim what it writes.
      Map.of(
          "header",
          "true",
          "escape",
          "\"",
          "ignoreLeadingWhiteSpace",
          "false",
          "ignoreTrailingWhiteSpace",
          "false")),
  PARQUET(List.of("parquet"), Map.of(), Map.of()),
  ORC(List.of("orc"), Map.of(), Map.of()),
  JSON(
      List.of("json", "jsonl", "ndjson"),
      Map.of("mode", "FAILFAST"),
      // A column that is null in a whole file would else be missing in it.
      Map.of("ignoreNullFields", "false"));

  private static final List<String> PACKED =
      List.of("gz", "bz2", "zst", "lz4", "snappy", "deflate");

  private final List<String> extensions;
  private final Map<String, String> readOptions;
  private final Map<String, String> writeOptions;

  DataFormat(
      List<String> extensions, Map<String, String> readOptions, Map<String, String> writeOptions) {
    this.extensions = extensions;
    this.readOptions = readOptions;
    this.writeOptions = writeOptions;
  }

  /** The format that a file name tells, or null. */
  static @Nullable DataFormat ofName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String extension = extension(name);
    if (PACKED.contains(extension)) {
      extension = extension(name.substring(0, name.length() - extension.length() - 1));
    }

    for (DataFormat format : values()) {
      if (format.extensions.contains(extension)) {
        return format;
      }
    }

    return null;
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Spark's name of the format. */
  String sparkName() {
    return name().toLowerCase(Locale.ROOT);
  }

  Map<String, String> readOptions() {
    return readOptions;
  }

  Map<String, String> writeOptions() {
    return writeOptions;
  }

  /** Whether every read parses text anew, which is dear. */
  boolean isText() {
    return this == CSV || this == JSON;
  }
}

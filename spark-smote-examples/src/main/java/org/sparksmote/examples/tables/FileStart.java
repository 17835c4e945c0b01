// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.sparksmote.examples.cli.BadDataException;
import org.sparksmote.examples.cli.OptionMap;
import org.sparksmote.examples.csv.CsvFile;
import org.sparksmote.examples.files.DataFormat;
import org.sparksmote.examples.files.InputFile;
import org.sparksmote.examples.files.InputFiles;

/** What the first bytes of a file tell: texts that are none, and JSON that is no lines. */
final class FileStart {

  private static final int LENGTH = 64;

  /** How files of other kinds begin, and what helps. */
  private static final Map<String, String> SIGNS = new LinkedHashMap<>();

  static {
    SIGNS.put("PAR1", "a Parquet file. Read it with --input-format parquet.");
    SIGNS.put("ORC", "an ORC file. Read it with --input-format orc.");
    SIGNS.put("Obj\u0001", "an Avro file. Read it with --input-format avro.");
    SIGNS.put("\u001f\u008b", "packed with gzip. Let its name end with .gz.");
    SIGNS.put("BZh", "packed with bzip2. Let its name end with .bz2.");
    SIGNS.put("PK\u0003\u0004", "a ZIP archive or a spreadsheet. Unpack it, or save it as CSV.");
  }

  private FileStart() {}

  /** Refuses a first file that cannot be what it is to be read as. */
  static void check(InputFiles input, Map<String, String> options, Configuration conf)
      throws IOException {
    if (input.isTable() || !input.format().isText()) {
      return;
    }

    InputFile file = input.files().get(0);
    String start = start(file, conf);
    for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
      boolean other = start.startsWith(sign.getKey()) && isBinary(start);
      if (other && !CsvFile.isPacked(file, conf)) {
        throw new BadDataException(
            "Cannot read " + file.name() + ": it is " + sign.getValue()); // ends with the remedy
      }
    }

    if (input.format() == DataFormat.JSON && !CsvFile.isPacked(file, conf)) {
      checkJson(file, start.strip(), OptionMap.of(options).isTrue("multiline"), conf);
    }
  }

  /** A header of a text may begin with the same letters. */
  private static boolean isBinary(String start) {
    return start.chars().anyMatch(c -> c < ' ' && "\t\r\n".indexOf(c) < 0);
  }

  private static String start(InputFile file, Configuration conf) throws IOException {
    try (InputStream in =
        file.path().getFileSystem(CsvFile.settings(file, conf)).open(file.path())) {
      return new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
    }
  }

  /** Spark takes a line for a record, and says of others only that a record is malformed. */
  private static void checkJson(InputFile file, String start, boolean multiLine, Configuration conf)
      throws IOException {
    if (start.startsWith("[") && !multiLine) {
      throw new BadDataException(
          "Cannot parse "
              + file.name()
              + ": it is a JSON array, and not an object per line. Read it with --input-option"
              + " multiLine=true.");
    }

    boolean severalLines = start.matches("(?s)\\{\\s*\\R.*") && !multiLine;
    if (severalLines || (multiLine && start.startsWith("{") && holdsSeveral(file, conf))) {
      throw new BadDataException(
          "Cannot parse "
              + file.name()
              + ": its JSON objects take several lines each, and no array holds them. Write each on"
              + " a line of its own, or put all into [ ] with commas between and give --input-option"
              + " multiLine=true.");
    }
  }

  /** With multiLine Spark reads the first object of a file, and is silent about more. */
  private static boolean holdsSeveral(InputFile file, Configuration conf) throws IOException {
    try (InputStream in = CsvFile.unpacked(file, conf);
        JsonParser json = new JsonFactory().createParser(in)) {
      json.nextToken();
      json.skipChildren();
      return json.nextToken() != null;
    } catch (JsonParseException e) {
      return false; // which Spark tells
    }
  }
}

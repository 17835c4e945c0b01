// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import com.univocity.parsers.common.TextParsingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.BadDataException;
import org.sparksmote.examples.files.FilePiece;
import org.sparksmote.examples.files.InputFile;
import org.sparksmote.examples.files.InputFiles;

/**
 * The headers of all files, and how the columns of each stand to those of the first one.
 *
 * @param text the first header as it stands, without what folders tell; empty if there is none
 * @param names the columns of the first file as its header spells them
 * @param files how each file's columns stand to these
 * @param lineEnd how the first line ends
 */
public record CsvHeaders(String text, List<String> names, List<CsvFile> files, String lineEnd) {

  /** More than any table has: a header is read before anybody knows how wide it is. */
  private static final int MOST_COLUMNS = 1 << 20;

  private static final StructType SCHEMA =
      new StructType()
          .add("file", DataTypes.IntegerType)
          .add("text", DataTypes.StringType)
          .add("names", DataTypes.createArrayType(DataTypes.StringType));

  static CsvHeaders read(
      SparkSession spark, InputFiles input, CsvDialect dialect, Configuration conf)
      throws IOException {
    List<InputFile> files = input.files();
    Reader reader =
        new Reader(
            new ArrayList<>(files),
            dialect.withColumns(MOST_COLUMNS),
            new SerializableConfiguration(conf));
    int tasks = Math.min(files.size(), spark.sparkContext().defaultParallelism());
    List<Row> found =
        spark
            .range(0, files.size(), 1, tasks)
            .map((MapFunction<Long, Row>) reader::header, Encoders.row(SCHEMA))
            .collectAsList();
    Row first = first(found);
    InputFile firstFile = files.get(first.getInt(0));
    List<CsvFile> all = new ArrayList<>();
    for (Row header : found) {
      InputFile file = files.get(header.getInt(0));
      List<@Nullable String> folders = folders(file, input.folderColumns());
      all.add(
          header.isNullAt(1) || !dialect.hasHeader()
              ? new CsvFile(null, folders)
              : new CsvFile(order(file, header.getList(2), firstFile, first.getList(2)), folders));
    }

    return new CsvHeaders(
        dialect.hasHeader() ? first.getString(1) : "",
        first.getList(2),
        all,
        lineEnd(firstFile, dialect, conf));
  }

  private static Row first(List<Row> headers) {
    return headers.stream()
        .filter(header -> !header.isNullAt(1))
        .findFirst()
        .orElseThrow(
            () ->
                new BadDataException(
                    "Cannot read the input: it has no columns. Check the path and"
                        + " --input-format."));
  }

  /** What a task needs to read the header of a file. */
  private record Reader(
      ArrayList<InputFile> files, CsvDialect dialect, SerializableConfiguration hadoop)
      implements Serializable {

    Row header(long index) {
      FilePiece whole = files.get(Math.toIntExact(index)).whole();
      RecordSource[] source = {null};
      try (RecordSource opened = CsvFile.open(whole, dialect, hadoop.value())) {
        source[0] = opened;
        CsvRecord header = whole.length() == 0 ? null : opened.next();
        return RowFactory.create(
            (int) index,
            header == null ? null : header.text(),
            header == null ? null : named(header.fields()));
      } catch (IOException | TextParsingException e) {
        throw CsvProblems.of(e, whole, source[0], dialect, hadoop.value());
      }
    }

    private static String[] named(@Nullable String[] fields) {
      return Arrays.stream(fields).map(field -> field == null ? "" : field).toArray(String[]::new);
    }
  }

  private static List<@Nullable String> folders(InputFile file, List<String> columns) {
    List<@Nullable String> texts = new ArrayList<>();
    for (String column : columns) {
      String text = file.folderColumns().get(column);
      texts.add("__HIVE_DEFAULT_PARTITION__".equals(text) ? null : text);
    }

    return texts;
  }

  /** Where the columns of the first file are in another one; null if they stand alike. */
  private static int @Nullable [] order(
      InputFile file, List<String> names, InputFile first, List<String> expected) {
    if (names.equals(expected)) {
      return null;
    }

    // A name that stands there twice is taken twice, from left to right.
    Map<String, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.computeIfAbsent(names.get(i), name -> new ArrayDeque<>()).add(i);
    }

    int[] order = new int[expected.size()];
    for (int i = 0; i < order.length; i++) {
      Integer place = places.getOrDefault(expected.get(i), new ArrayDeque<>()).poll();
      if (place == null || names.size() != expected.size()) {
        throw CsvProblems.otherHeader(file, names, first, expected);
      }

      order[i] = place;
    }

    return order;
  }

  private static String lineEnd(InputFile file, CsvDialect dialect, Configuration conf)
      throws IOException {
    String given = dialect.lineSeparator();
    if (given != null) {
      return given;
    }

    try (BufferedReader reader =
        new BufferedReader(new StrictReader(CsvFile.unpacked(file, conf), dialect.charset()))) {
      int c = reader.read();
      while (c >= 0 && c != '\n' && c != '\r') {
        c = reader.read();
      }

      return c == '\r' ? reader.read() == '\n' ? "\r\n" : "\r" : "\n";
    }
  }

  /** Names that tell all columns apart, as Spark makes them, with those that folders tell. */
  List<String> columns(InputFiles input, CsvDialect dialect) {
    List<String> columns = new ArrayList<>();
    Set<String> once = new HashSet<>();
    Set<String> twice = new HashSet<>();
    names.stream().map(CsvHeaders::lower).filter(name -> !once.add(name)).forEach(twice::add);
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = dialect.hasHeader() ? names.get(i) : "";
      String unique = name.isEmpty() ? "_c" + i : twice.contains(lower(name)) ? name + i : name;
      while (!taken.add(lower(unique))) {
        unique += "_";
      }

      columns.add(unique);
    }

    for (String folder : input.folderColumns()) {
      if (!taken.add(lower(folder))) {
        throw new BadDataException(
            "Cannot read the input: both a header and the folders tell a column '"
                + folder
                + "'. Rename one, or give --input-option recursiveFileLookup=true.");
      }

      columns.add(folder);
    }

    return columns;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

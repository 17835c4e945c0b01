// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.cli.Session;

/** Small inputs, each with a problem of its own, by the names that the table of errors has. */
final class JobErrorInputs {

  /** Writes an input of a name into a folder. */
  interface Maker {
    void make(Path path) throws IOException;
  }

  private static final Map<String, Maker> ALL = new TreeMap<>();

  static {
    csv("good.csv", JobErrorInputs::good);
    csv("no-avro.csv", JobErrorInputs::good);
    csv("good.data", JobErrorInputs::good);
    csv("break.csv", i -> i + "," + (i == 2 ? "\"one\ntwo\"," : "one,") + label(i));
    csv("ragged.csv", i -> i == 2 ? "2,0.5" : good(i));
    csv("na.csv", i -> (i == 2 ? "NA" : i * 3) + ",0.5," + label(i));
    csv("umlaut.csv", i -> i + ",0.5," + label(i) + "ü");
    ALL.put("texts.csv", path -> write(path, text("x,label", i -> "w" + i % 9 + "," + label(i))));
    ALL.put("blanks.csv", path -> write(path, text("x, y,label ", JobErrorInputs::good)));
    ALL.put(
        "semicolon.csv", path -> write(path, text("x;y;label", i -> good(i).replace(',', ';'))));
    ALL.put("latin1.csv", JobErrorInputs::latin1);
    ALL.put("two-headers", JobErrorInputs::twoHeaders);
    ALL.put("two-kinds", JobErrorInputs::twoKinds);
    ALL.put(
        "told-twice",
        path -> write(path.resolve("y=1/a.csv"), text("x,y,label", JobErrorInputs::good)));
    ALL.put(
        "hidden", path -> write(path.resolve("_a.csv"), text("x,y,label", JobErrorInputs::good)));
    ALL.put("nothing.csv", path -> {});
    ALL.put("empty.csv", path -> write(path, ""));
    ALL.put("plain.csv.gz", path -> write(path, text("x,y,label", JobErrorInputs::good)));
    ALL.put("packed.csv", JobErrorInputs::packed);
    ALL.put("array.json", path -> write(path, "[" + json(",\n") + "]\n"));
    ALL.put(
        "pretty.json", path -> write(path, json("\n").replace(",", ",\n ").replace("{", "{\n ")));
    ALL.put("broken.json", path -> write(path, json("\n").replace("{\"x\":2,", "{\"x\":2 ")));
    ALL.put("damaged.parquet", path -> write(path, "this is no Parquet file"));
    ALL.put("good.libsvm", path -> write(path, libsvm()));
    ALL.put(
        "broken.libsvm", path -> write(path, libsvm().replaceFirst("\n(\\d) 1:2.0", "\n$1 3:2.0")));
    ALL.put("parquet.csv", path -> oneFile(rows(), path));
    ALL.put("good.parquet", path -> oneFile(rows(), path));
    ALL.put("names.parquet", path -> oneFile(rows().withColumnRenamed("x", "x y"), path));
    ALL.put("carried.parquet", path -> oneFile(rows().selectExpr("*", "string(x % 2) day"), path));
    ALL.put(
        "empty-texts.parquet",
        path -> oneFile(rows().selectExpr("*", "if(x % 2 = 1, '', 'd') day"), path));
    ALL.put("vectors.parquet", path -> oneFile(vectors(), path));
    ALL.put("by-label/label=a/a.parquet", JobErrorInputs::byLabel);
    ALL.put("two-bases", JobErrorInputs::twoBases);
    ALL.put("nanos.parquet", JobErrorInputs::nanos);
  }

  private JobErrorInputs() {}

  static Set<String> names() {
    return ALL.keySet();
  }

  /** Makes an input; a name that nobody knows, or none, makes nothing. */
  static void make(String name, Path dir) throws IOException {
    Maker maker = ALL.get(name);
    if (maker != null) {
      maker.make(dir.resolve(name));
    }
  }

  private static String good(int i) {
    return i + "," + i % 7 / 2.0 + "," + label(i);
  }

  private static String label(int i) {
    return i < 20 ? "1" : "0";
  }

  private static String text(String header, IntFunction<String> row) {
    return IntStream.range(0, 28)
        .mapToObj(row)
        .collect(Collectors.joining("\n", header + "\n", "\n"));
  }

  private static void csv(String name, IntFunction<String> row) {
    ALL.put(name, path -> write(path, text("x,y,label", row)));
  }

  private static void write(Path path, String text) throws IOException {
    write(path, text, StandardCharsets.UTF_8);
  }

  private static void write(Path path, String text, Charset charset) throws IOException {
    Files.createDirectories(path.getParent());
    Files.write(path, text.getBytes(charset));
  }

  private static void latin1(Path path) throws IOException {
    IntFunction<String> row = i -> i + "," + (i == 2 ? "é" : "e") + "," + label(i);
    write(path, text("x,y,label", row), StandardCharsets.ISO_8859_1);
  }

  private static void twoHeaders(Path path) throws IOException {
    write(path.resolve("a.csv"), text("x,y,label", JobErrorInputs::good));
    write(path.resolve("b.csv"), text("x,z,label", JobErrorInputs::good));
  }

  private static void twoKinds(Path path) throws IOException {
    write(path.resolve("a.csv"), text("x,y,label", JobErrorInputs::good));
    write(path.resolve("year=2024/b.csv"), text("x,y,label", JobErrorInputs::good));
  }

  private static void packed(Path path) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text("x,y,label", JobErrorInputs::good).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String json(String between) {
    return IntStream.range(0, 28)
        .mapToObj(i -> "{\"x\":" + i + ",\"y\":" + i % 7 + ",\"label\":" + label(i) + "}")
        .collect(Collectors.joining(between));
  }

  private static String libsvm() {
    return IntStream.range(0, 28)
        .mapToObj(i -> label(i) + " 1:" + (double) i + " 2:" + i % 7 + "\n")
        .collect(Collectors.joining());
  }

  private static Dataset<Row> rows() {
    return CommandTest.spark
        .range(28)
        .selectExpr("int(id) x", "id % 7 / 2.0D y", "if(id < 20, 'a', 'b') label");
  }

  private static Dataset<Row> vectors() {
    Dataset<Row> rows = rows().selectExpr("array(double(x), y) a", "int(label = 'a') label");
    org.apache.spark.sql.Column vector = functions.array_to_vector(rows.col("a"));
    return rows.select(vector.as("features"), vector.as("scaled"), rows.col("label"));
  }

  /** A file and not a folder of them. */
  private static void oneFile(Dataset<Row> rows, Path path) throws IOException {
    Path folder = path.resolveSibling(path.getFileName() + ".d");
    rows.coalesce(1).write().parquet("" + folder);
    try (var files = Files.list(folder)) {
      Path part =
          files.filter(file -> file.getFileName().toString().startsWith("part-")).findFirst().get();
      Files.move(part, path);
    }

    Session.delete(folder);
  }

  private static void byLabel(Path path) {
    rows().write().partitionBy("label").parquet("" + path.resolve("../..").normalize());
    try {
      oneFile(rows().filter("label = 'a'").drop("label"), path);
      try (var files = Files.list(path.getParent())) {
        for (Path file : files.filter(each -> !each.equals(path)).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void twoBases(Path path) {
    rows().write().parquet(path + "/a/year=2023");
    rows().write().parquet(path + "/b/year=2024");
  }

  private static void nanos(Path path) throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { required int32 x; required double y; required int32 label;"
                + " required int64 seen (TIMESTAMP(NANOS,true)); }");
    try (ParquetWriter<org.apache.parquet.example.data.Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(path.toUri()))
            .withConf(new Configuration())
            .withType(schema)
            .build()) {
      SimpleGroupFactory groups = new SimpleGroupFactory(schema);
      for (int i = 0; i < 28; i++) {
        writer.write(
            groups
                .newGroup()
                .append("x", i)
                .append("y", i % 7 / 2.0)
                .append("label", i < 20 ? 1 : 0)
                .append("seen", 1_700_000_000_123_456_789L + i));
      }
    }

    Files.deleteIfExists(path.resolveSibling("." + path.getFileName() + ".crc"));
  }
}

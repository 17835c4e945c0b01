// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs commands in this JVM on one small session, and keeps what they print. */
public abstract class CommandTest {

  public static final SparkSession spark =
      SparkSession.builder()
          .master("local[2]")
          .appName("spark-smote command line tests")
          .config("spark.ui.enabled", false)
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", 2)
          .config("spark.sql.warehouse.dir", "target/warehouse")
          .getOrCreate();

  @TempDir protected Path dir = Path.of("");

  /** Whatever a command did, it gives back the memory that it took. */
  @AfterEach
  void nothingStaysPersisted() {
    assertThat(spark.sparkContext().getPersistentRDDs().size()).isZero();
  }

  /** What a command did. */
  protected record Outcome(int code, String out, String err) {

    public List<String> errorLines() {
      return err.lines().toList();
    }
  }

  protected static Outcome run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        SparkSmote.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = command.execute(args);
    return new Outcome(code, out.toString(), err.toString());
  }

  /** Runs resample from {@code input} to {@code output}, with the label in {@code label}. */
  protected Outcome resample(Path input, Path output, String... more) {
    Stream<String> fixed =
        Stream.of(
            "resample", "--input", "" + input, "--label-col", "label", "--output", "" + output);
    return run(Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
  }

  /** A table of 40 rows "a" and 10 rows "b" with an id, numbers of three types and a text. */
  protected Path csv(String name) throws IOException {
    StringBuilder text = new StringBuilder("id,whole,real,flag,word,label\n");
    for (int i = 0; i < 50; i++) {
      text.append(String.format("%04d,%d,%s,%b,", i, i * 7 % 23, i * 0.25, i % 3 == 0));
      text.append(i == 7 ? "\" say \"\"hi\"\", you\"" : "w" + i).append(',');
      text.append(i % 5 == 0 ? "b" : "a").append('\n');
    }

    return Files.writeString(dir.resolve(name), text);
  }

  protected static Dataset<Row> read(Path path, String format) {
    return spark
        .read()
        .option("header", true)
        .option("escape", "\"")
        .format(format)
        .load("" + path);
  }

  protected static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

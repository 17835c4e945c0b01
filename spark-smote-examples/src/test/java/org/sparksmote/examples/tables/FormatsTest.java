// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.examples.testing.CsvCommandTest;

/** TSV, LIBSVM, Avro and the other formats: what was read is what is written. */
public class FormatsTest extends CsvCommandTest {

  private static final List<String> TABBED = rows(i -> "0" + i + "\t\"a\tb\"\t" + label(i));

  @ParameterizedTest
  @ValueSource(strings = {"in.tsv", "in.tab", "in.TSV"})
  void tsv_isCsvWithTabs(String name) throws IOException {
    Path input = write(name, "x\tword\tlabel", TABBED);
    Outcome outcome = resample(input, dir.resolve("out"));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("(tsv, 1 file)", " (tsv)\n");
    List<String> files = names(dir.resolve("out"));
    assertThat(files).anyMatch(file -> file.endsWith(".tsv")).noneMatch(f -> f.endsWith(".csv"));
    assertThat(lines("out"))
        .containsAll(TABBED)
        .filteredOn(line -> !line.startsWith("x\t"))
        .hasSize(24);
  }

  private List<String> lines(String output) throws IOException {
    List<String> lines = new java.util.ArrayList<>();
    for (String name : names(dir.resolve(output))) {
      if (name.startsWith("part-")) {
        lines.addAll(Files.readAllLines(dir.resolve(output).resolve(name)));
      }
    }

    return lines;
  }

  @Test
  void tsvPacked_isRead_andBecomesCsv() throws IOException {
    Path plain = write("in.tsv", "x\tword\tlabel", TABBED);
    Path packed = dir.resolve("in.tsv.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(plain, out);
    }

    Outcome outcome = resample(packed, dir.resolve("out.csv"));
    assertThat(outcome.err()).isEmpty();
    Written written =
        written(dir.resolve("out.csv"), java.nio.charset.StandardCharsets.UTF_8, outcome);
    assertThat(written.headers()).containsExactly("x,word,label");
    assertThat(written.madeBeside(rows(i -> "0" + i + ",a\tb," + label(i)))).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAR1", "ORC", "ORCID", "BZh", "PK"})
  void textThatBeginsLikeAnotherFormat_isRead(String name) throws IOException {
    List<String> rows = rows(i -> i * 3 + "," + label(i));
    assertThat(resampled(write("in.csv", name + ",label", rows)).madeBeside(rows)).hasSize(5);
  }

  @Test
  void csvWithItsOwnDelimiter_becomesTsvWithTabs_andStaysAsItIs() throws IOException {
    Path input = write("in.csv", "x;label", rows(i -> i + ";" + label(i)));
    resample(input, dir.resolve("out.tsv"), "--input-option", "sep=;");
    assertThat(lines("out.tsv")).contains("x\tlabel", "11\ta");
    resample(input, dir.resolve("same"), "--input-option", "sep=;");
    assertThat(lines("same")).contains("x;label", "11;a");
  }

  private static final List<String> SPARSE =
      rows(i -> (i < 12 ? 1 : 0) + " 1:" + (i % 5 + 0.5) + " " + (i % 3 + 2) + ":0 7:" + (i + 1));

  @Test
  void libsvm_isReadAndWritten() throws IOException {
    Path input = Files.writeString(dir.resolve("in.libsvm"), String.join("\n", SPARSE) + "\n");
    Outcome outcome = resample(input, dir.resolve("out"));
    assertThat(outcome.err()).isEmpty();
    List<String> read = SPARSE.stream().map(FormatsTest::asSparkWritesIt).toList();
    assertThat(lines("out")).containsAll(read).hasSize(24);
    Dataset<Row> out = spark.read().format("libsvm").load("" + dir.resolve("out"));
    assertThat(out.count()).isEqualTo(24);
  }

  /** All numbers as doubles, and no zeros. */
  private static String asSparkWritesIt(String line) {
    return line.replaceAll(" \\d:0(?= )", "").replaceAll("(^|:)(\\d+)(?= |$)", "$1$2.0");
  }

  @Test
  void libsvm_hasOneWidth() throws IOException {
    Files.createDirectories(dir.resolve("d"));
    Files.writeString(dir.resolve("d/1.libsvm"), String.join("\n", SPARSE) + "\n");
    Files.writeString(dir.resolve("d/[2].libsvm"), "# more\n\n1 9:1.5\n");
    Outcome outcome = resample(dir.resolve("d"), dir.resolve("out.parquet"));
    assertThat(outcome.err()).isEmpty();
    assertThat(width("out.parquet")).isEqualTo(9);
    assertThat(
            resample(
                    dir.resolve("d"),
                    dir.resolve("wide.parquet"),
                    "--input-option",
                    "numFeatures=20")
                .code())
        .isZero();
    assertThat(width("wide.parquet")).isEqualTo(20);
  }

  private long width(String output) {
    List<Row> rows =
        read(dir.resolve(output), "parquet")
            .select(
                org.apache.spark.sql.functions.size(
                    org.apache.spark.ml.functions.vector_to_array(
                        org.apache.spark.sql.functions.col("features"), "float64")))
            .distinct()
            .collectAsList();
    assertThat(rows).hasSize(1);
    return rows.get(0).getInt(0);
  }

  @Test
  void avro_isReadAndWritten_withAllTypes() {
    Dataset<Row> rows = typed();
    rows.write().format("avro").save(dir + "/in.avro");
    Outcome outcome = resample(dir.resolve("in.avro"), dir.resolve("out"), NUMBERS);
    assertThat(outcome.err()).isEmpty();
    assertThat(read(dir.resolve("out"), "avro").count()).isEqualTo(40);
    assertThat(read(dir.resolve("out"), "avro").join(ids(rows), "word").count()).isEqualTo(28);
  }

  private static Dataset<Row> ids(Dataset<Row> rows) {
    return rows.select("word");
  }

  private static final String[] NUMBERS = {"--features", "x,small,wide,f,flag"};

  /** A value of every kind that files have. */
  private static Dataset<Row> typed() {
    return spark
        .range(28)
        .selectExpr(
            "sin(id) x",
            "cast(id as tinyint) small",
            "cast(id * 1.25 as decimal(30, 3)) wide",
            "cast(0.1 * id as float) f",
            "int(id >= 20) label",
            "concat('w \"', id, '\\n') word",
            "cast('1969-12-31 23:59:58.123456' as timestamp) + make_interval(0, 0, 0, int(id)) t",
            "cast('2020-02-02 01:02:03.000007' as timestamp_ntz) n",
            "date '1999-12-31' d",
            "id % 2 = 0 flag",
            "if(id % 3 = 0, null, id) maybe",
            "array(id, null) arr",
            "struct(id as a, string(null) as b) st",
            "unhex('00ff') bin")
        .coalesce(1);
  }

  @ParameterizedTest
  @CsvSource({"parquet,orc", "orc,parquet", "parquet,json", "parquet,avro", "avro,orc"})
  void everyType_passesFromFormatToFormat(String from, String to) {
    typed().write().format(from).save(dir + "/in." + from);
    Outcome outcome = resample(dir.resolve("in." + from), dir.resolve("out." + to), NUMBERS);
    assertThat(outcome.err()).isEmpty();
    assertThat(read(dir.resolve("out." + to), to).count()).isEqualTo(40);
  }

  @Test
  void typesThatCsvHas_areReadBackFromIt() {
    typed().drop("arr", "st", "bin").write().parquet(dir + "/in.parquet");
    Outcome outcome = resample(dir.resolve("in.parquet"), dir.resolve("out.csv"), NUMBERS);
    assertThat(outcome.err()).isEmpty();
    Dataset<Row> out =
        spark
            .read()
            .option("header", true)
            .option("escape", "\"")
            .option("multiLine", true)
            .csv(dir + "/out.csv");
    assertThat(out.filter("t like '%58.123456%'").count()).isEqualTo(28);
  }

  @Test
  void mapsAndInvalidRows_pass() {
    typed()
        .selectExpr("if(small = 3, double('NaN'), x) x", "map('k', small) m", "label", "-0.0D z")
        .write()
        .parquet(dir + "/in.parquet");
    for (String rule : List.of("keep", "skip")) {
      Path output = dir.resolve("out-" + rule);
      Outcome outcome = resample(dir.resolve("in.parquet"), output, "--handle-invalid", rule);
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.code()).isZero();
    }
  }

  @Test
  void avroFilesOfTwoKinds_areRefused() {
    typed().select("x", "label").write().format("avro").save(dir + "/d/a.avro");
    typed().select("x", "wide", "label").write().format("avro").save(dir + "/d/b.avro");
    Outcome outcome = resample(dir.resolve("d"), dir.resolve("out"), "--input-format", "avro");
    assertRefused(outcome, 3, "has other columns than", "[wide decimal(30,3)]");
  }

  /** Hides the data source that a test needs not to be there. */
  private static final class WithoutAvro extends ClassLoader {

    private WithoutAvro(ClassLoader parent) {
      super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      List<URL> urls = Collections.list(super.getResources(name));
      urls.removeIf(url -> url.toString().contains("spark-avro"));
      return Collections.enumeration(urls);
    }
  }

  /** Runs something as if Spark had no Avro. */
  public static Outcome withoutAvro(java.util.function.Supplier<Outcome> run) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(new WithoutAvro(before));
    try {
      return run.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void avroWithoutItsPackage_isNamedWithTheRemedy() throws IOException {
    Path input = csv("in.csv");
    Outcome outcome = withoutAvro(() -> resample(input, dir.resolve("out"), "--format", "avro"));
    String version = spark.version();
    assertRefused(
        outcome, 2, "--packages org.apache.spark:spark-avro_2.13:" + version, "SPARK_SMOTE_SUBMIT");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 24})
  void numberOfFiles_isWhatIsAskedFor(int files) throws IOException {
    Path input = write("in.csv", "x,label", rows(i -> i + "," + label(i)));
    for (String output : List.of("out.csv", "out.parquet", "out.json")) {
      Outcome outcome = resample(input, dir.resolve(output), "--output-files", "" + files);
      assertThat(outcome.err()).isEmpty();
      assertThat(names(dir.resolve(output)))
          .filteredOn(name -> name.startsWith("part-"))
          .hasSize(files);
    }

    assertThat(read(dir.resolve("out.csv"), "csv").count()).isEqualTo(24);
    assertThat(read(dir.resolve("out.parquet"), "parquet").count()).isEqualTo(24);
  }

  @Test
  void moreFilesThanRows_orNone_areRefused() throws IOException {
    Path input = write("in.csv", "x,label", rows(i -> i + "," + label(i)));
    assertRefused(
        resample(input, dir.resolve("out"), "--output-files", "25"), 2, "there are only 24 rows");
    assertRefused(resample(input, dir.resolve("out"), "--output-files", "0"), 2, "one file");
  }
}

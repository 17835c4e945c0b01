// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.SmoteVariant;
import org.sparksmote.examples.CommandTest;

class ResampleCommandTest extends CommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet", "orc", "json"})
  void resample_everyFormat_keepsRowsAndBalances(String format) throws IOException {
    Path input = csv("in.csv");
    if (!format.equals("csv")) {
      input = dir.resolve("in-" + format);
      Dataset<Row> typed =
          spark
              .read()
              .option("header", true)
              .option("inferSchema", true)
              .option("escape", "\"")
              .csv(csv("in.csv").toString());
      typed.write().format(format).save(input.toString());
    }

    Path output = dir.resolve("out");
    Outcome outcome =
        resample(input, output, "--exclude", "id", "--format", format, "--synthetic-col", "made");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    Dataset<Row> rows = read(output, format);
    assertThat(rows.filter("label = 'a'").count()).isEqualTo(40);
    assertThat(rows.filter("label = 'b'").count()).isEqualTo(40);
    Dataset<Row> kept = rows.filter("made = false").drop("made");
    assertThat(texts(kept)).containsExactlyInAnyOrderElementsOf(texts(read(input, format)));
  }

  private static List<String> texts(Dataset<Row> rows) {
    String[] columns = {"id", "whole", "real", "flag", "word", "label"};
    return rows
        .select(columns[0], Arrays.copyOfRange(columns, 1, columns.length))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  @Test
  void resample_csv_carriesTextLetterByLetter() throws IOException {
    Path output = dir.resolve("out");
    resample(csv("in.csv"), output, "--exclude", "id");

    Dataset<Row> rows = read(output, "csv");
    assertThat(rows.filter("id = '0007' and word = ' say \"hi\", you'").count()).isEqualTo(1);
    assertThat(rows.filter("id is null and word is null and label = 'b'").count()).isEqualTo(30);
    assertThat(rows.filter("whole like '%.%'").count()).isZero();
  }

  @Test
  void resample_caseWeights_areNoFeature_andAreBlended() throws IOException {
    Path output = dir.resolve("out");
    Outcome outcome = resample(csv("in.csv"), output, "--exclude", "id", "--set", "weightCol=Real");
    assertThat(outcome.err()).isEmpty();
    Dataset<Row> rows = read(output, "csv").filter("label = 'b'");
    assertThat(rows.count()).isEqualTo(40);
    assertThat(rows.filter("real is null or double(real) < 0 or double(real) > 11.25").count())
        .isZero();
    assertThat(outcome.out()).contains("  weights   real\n", "features  2: whole, flag\n");
  }

  @Test
  void resample_gzip_readsPackedFile() throws IOException {
    Path packed = dir.resolve("in.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(csv("plain.csv"), out);
    }

    Outcome outcome = resample(packed, dir.resolve("out"), "--exclude", "id");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("3: whole, real, flag", "2: id, word");
  }

  @Test
  void resample_csvToParquet_keepsInferredTypes() throws IOException {
    Path output = dir.resolve("out.parquet");
    resample(csv("in.csv"), output);

    Dataset<Row> rows = read(output, "parquet");
    assertThat(rows.schema().apply("whole").dataType()).isEqualTo(DataTypes.IntegerType);
    assertThat(rows.schema().apply("flag").dataType()).isEqualTo(DataTypes.BooleanType);
    assertThat(rows.count()).isEqualTo(80);
  }

  @Test
  void resample_sameSeed_givesSameRows() throws IOException {
    Path input = csv("in.csv");
    resample(input, dir.resolve("one"), "--seed", "5");
    resample(input, dir.resolve("two"), "--seed", "5");

    assertThat(texts(read(dir.resolve("one"), "csv")))
        .containsExactlyInAnyOrderElementsOf(texts(read(dir.resolve("two"), "csv")));
  }

  @Test
  void resample_plan_writesNothing() throws IOException {
    Path output = dir.resolve("out");
    Path input = csv("in.csv");
    Outcome outcome = resample(input, output, "--plan", "--strategy", "{\"b\": 25}");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("to make").containsPattern("b +10 +15 +25");
    assertThat(names(dir)).containsExactly("in.csv");
  }

  @Test
  void resample_summary_isJson() throws IOException {
    Path summary = dir.resolve("summary.json");
    resample(csv("in.csv"), dir.resolve("out"), "--k", "3", "--summary", summary.toString());

    JsonNode json = new ObjectMapper().readTree(summary.toFile());
    assertThat(json.at("/made").asInt()).isEqualTo(30);
    assertThat(json.at("/settings/kNeighbors").asInt()).isEqualTo(3);
    assertThat(json.at("/classes/1/label").asText()).isEqualTo("b");
    assertThat(json.at("/classes/1/meanDistanceRatio").asDouble()).isEqualTo(1);
    assertThat(json.at("/spark").asText()).isEqualTo(spark.version());
    assertThat(names(dir)).contains("summary.json").doesNotContain(".summary.json.crc");
  }

  @Test
  void resample_help_listsTheVariants() {
    Outcome outcome = run("resample", "--help");
    assertThat(outcome.code()).isZero();
    String text = outcome.out().replaceAll("\\s+", " ");
    for (SmoteVariant variant : SmoteVariant.values()) {
      assertThat(text).containsPattern("\\b" + variant.label() + "\\b");
    }
  }

  @Test
  void resample_unknownVariant_isUsageAndListsThem() throws IOException {
    Outcome outcome = resample(csv("in.csv"), dir.resolve("out"), "--variant", "smoot");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errorLines()).hasSize(1);
    assertThat(outcome.err())
        .contains("Cannot use --variant smoot", "random, rose, smote, borderline1,", "smoten.");
    assertThat(names(dir)).containsExactly("in.csv");
  }

  @Test
  void resample_variant_isUsedAndReported() throws IOException {
    Path summary = dir.resolve("summary.json");
    Path output = dir.resolve("out");
    Outcome outcome =
        resample(csv("in.csv"), output, "--variant", "random", "--summary", summary.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("variant   random", "geometry copy");
    assertThat(read(output, "csv").selectExpr("whole", "double(real)", "flag").distinct().count())
        .isEqualTo(50);
    JsonNode json = new ObjectMapper().readTree(summary.toFile());
    assertThat(json.at("/settings/variant").asText()).isEqualTo("random");
  }

  @Test
  void resample_planWithVariant_namesItsParts() throws IOException {
    Outcome outcome =
        resample(
            csv("in.csv"),
            dir.resolve("out"),
            "--plan",
            "--variant",
            "geometric",
            "--set",
            "baseWeight=danger");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("variant   geometric")
        .contains("baseWeight danger, partner combined, geometry ball, acceptance none")
        .containsPattern("b +10 +30 +40");
  }

  @Test
  void resample_noBase_isDataUnlessFallback() throws IOException {
    StringBuilder text = new StringBuilder("x,label\n");
    for (int i = 0; i < 60; i++) {
      text.append(i < 20 ? i : 1000 + i).append(i < 20 ? ",b\n" : ",a\n");
    }

    Path input = Files.writeString(dir.resolve("apart.csv"), text);
    Outcome refused = resample(input, dir.resolve("out"), "--variant", "borderline1");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .contains("[SMOTE-046]", "variant is --variant", "onShortfall is --on-shortfall");

    Outcome outcome =
        resample(
            input, dir.resolve("out"), "--variant", "borderline1", "--set", "onShortfall=fallback");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("uniform bases: no row is a base by danger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mNeighbors=0", "mNeighbors=many", "geometry=cube", "nothing=1"})
  void resample_wrongSetting_isUsage(String setting) throws IOException {
    Outcome outcome = resample(csv("in.csv"), dir.resolve("out"), "--set", setting);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errorLines()).hasSize(1);
    assertThat(outcome.err()).contains(setting.split("=", 2)[0]);
  }

  @Test
  void resample_smotenc_takesTextsAndFlagsAsCategories() throws IOException {
    Path output = dir.resolve("out");
    Outcome outcome = resample(mixed(), output, "--variant", "smotenc", "--synthetic-col", "made");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("features  4: size, flag, color, zip");
    Dataset<Row> made = read(output, "csv").filter("made = 'true'");
    assertThat(made.count()).isEqualTo(20);
    assertThat(made.filter("color not in ('red', 'green') or flag not in ('true', 'false')"))
        .satisfies(rows -> assertThat(rows.count()).isZero());
  }

  @Test
  void resample_categorical_takesCodesLetterByLetter() throws IOException {
    Path output = dir.resolve("out");
    Outcome outcome =
        resample(
            mixed(), output, "--variant", "smotenc", "--categorical", "zip", "--exclude", "flag");

    assertThat(outcome.err()).isEmpty();
    Dataset<Row> rows = read(output, "csv");
    assertThat(rows.count()).isEqualTo(80);
    assertThat(rows.filter("zip not in ('00501', '01001', '99950')").count()).isZero();
  }

  @Test
  void resample_categoricalThatIsNoFeature_isUsage() throws IOException {
    Outcome outcome =
        resample(
            mixed(),
            dir.resolve("out"),
            "--variant",
            "smotenc",
            "--categorical",
            "zip",
            "--features",
            "size,color");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("'zip' of --categorical: it is no feature");
  }

  @Test
  void resample_smoteWithCategories_isUsageThatNamesTheVariant() throws IOException {
    Outcome outcome = resample(mixed(), dir.resolve("out"), "--categorical", "zip");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("[SMOTE-010]", "smotenc", "variant is --variant");
  }

  /** A table of 40 rows and 20 rows with a number, a flag, a text and a code with leading zeros. */
  private Path mixed() throws IOException {
    String[] zips = {"00501", "01001", "99950"};
    StringBuilder text = new StringBuilder("size,flag,color,zip,label\n");
    for (int i = 0; i < 60; i++) {
      text.append(i * 13 % 17 + 0.5).append(i % 4 == 0 ? ",true," : ",false,");
      text.append(i % 3 == 1 ? "red," : "green,").append(zips[i * 7 % 3]);
      text.append(i % 3 == 0 ? ",b\n" : ",a\n");
    }

    return Files.writeString(dir.resolve("mixed.csv"), text);
  }

  @Test
  void resample_realData_isBalanced() {
    Path yeast = Path.of("../spark-smote-core/src/test/resources/data/yeast.csv.gz");
    Outcome outcome = resample(yeast, dir.resolve("out"), "--set", "smallClass=shrinkK");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).containsPattern("ERL +5 +458 +463");
    assertThat(read(dir.resolve("out"), "csv").count()).isEqualTo(4_630);
  }
}

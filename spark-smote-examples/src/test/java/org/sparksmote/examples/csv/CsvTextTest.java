// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparksmote.examples.testing.CsvCommandTest;

/** What was read from CSV is what is written, letter by letter. */
class CsvTextTest extends CsvCommandTest {

  private static final List<String> NUMBERS =
      rows(
          i ->
              String.format(
                  "%d.%d10,%s,%05d,0.5510491280%02d25360833,%s",
                  i, i % 9, i % 3 == 0 ? "TRUE" : "FALSE", 9000 + i * 7, i * 5, label(i)));

  private static final String NUMBERS_HEADER = "price,flag,zip,ratio,label";

  @Test
  void originalRows_keepTheTextOfNumbers() throws IOException {
    Written out = resampled(write("in.csv", NUMBERS_HEADER, NUMBERS));
    assertThat(out.headers()).containsExactly(NUMBERS_HEADER);
    List<String> made = out.madeBeside(NUMBERS);
    assertThat(made)
        .hasSize(5)
        .allMatch(line -> line.matches("\\d+\\.\\d{3},(TRUE|FALSE),\\d+,0\\.\\d{7,},b"));
  }

  @Test
  void originalRows_withAColumnMore_keepTheTextOfNumbers() throws IOException {
    Written out =
        resampled(write("in.csv", NUMBERS_HEADER, NUMBERS), "--synthetic-col", "made, by us");
    assertThat(out.headers()).containsExactly(NUMBERS_HEADER + ",\"made, by us\"");
    List<String> read = NUMBERS.stream().map(line -> line + ",false").toList();
    assertThat(out.madeBeside(read)).hasSize(5).allMatch(line -> line.endsWith(",b,true"));
  }

  @Test
  void originalRows_withAnotherDelimiter_keepEveryValue() throws IOException {
    List<String> rows = rows(i -> String.format("0%d,\"x;%d\",\"\",,\"plain\",%s", i, i, label(i)));
    Path input = write("in.csv", "n,text,empty,nothing,word,label", rows);
    Written out = resampled(input, "--output-option", "sep=;");
    assertThat(out.headers()).containsExactly("n;text;empty;nothing;word;label");
    List<String> read = rows(i -> String.format("0%d;\"x;%d\";\"\";;plain;%s", i, i, label(i)));
    assertThat(out.madeBeside(read)).hasSize(5);
  }

  @Test
  void originalRows_keepTheirQuotes() throws IOException {
    List<String> rows =
        rows(
            i -> String.format("\"%d\",\"say \"\"%d\"\", you\", \"\"x,\"a,b\",%s", i, i, label(i)));
    Path input = write("in.csv", "\"n\",text,\" w \",\"c,d\",label", rows);
    Written out = resampled(input);
    assertThat(out.headers()).containsExactly("\"n\",text,\" w \",\"c,d\",label");
    assertThat(out.madeBeside(rows)).hasSize(5);
  }

  @Test
  void semicolons_stay() throws IOException {
    List<String> rows = rows(i -> String.format("%d;0%d,5;%s", i, i, label(i)));
    Written out =
        resampled(write("in.csv", "n;m;label", rows), "--input-option", "sep=;", "--features", "n");
    assertThat(out.headers()).containsExactly("n;m;label");
    assertThat(out.madeBeside(rows)).allMatch(line -> line.matches("\\d+;;b"));
  }

  @Test
  void codesThatDifferAsText_areDifferentClasses() throws IOException {
    List<String> rows = rows(i -> i + "," + (i < 8 ? "01" : i < 13 ? "1" : "02"));
    Path input = write("in.csv", "x,label", rows);
    Written out = resampled(input, "--k", "2");
    assertThat(out.outcome().out()).containsPattern(" 01 +8 ").containsPattern(" 1 +5 +3");
    assertThat(out.madeBeside(rows)).filteredOn(line -> line.endsWith(",02")).hasSize(2);
  }

  @Test
  void numericLabel_takesCodesOfOneNumberForOneClass() throws IOException {
    List<String> rows = rows(i -> i + "," + (i < 8 ? "01" : i < 13 ? "1" : "02"));
    Path input = write("in.csv", "x,label", rows);
    Written out = resampled(input, "--k", "2", "--numeric-label");
    assertThat(out.outcome().out()).containsPattern(" 1 +13 ").containsPattern(" 2 +6 +7");
    assertThat(out.madeBeside(rows)).hasSize(7);
  }

  @Test
  void headers_emptyAndTwiceTheSame_stay() throws IOException {
    List<String> rows = rows(i -> i + "," + i * 3 + "," + i % 5 + "," + label(i));
    Written out = resampled(write("in.csv", ",x,x,label", rows), "--exclude", "_c0,x2");
    assertThat(out.headers()).containsExactly(",x,x,label");
    assertThat(out.madeBeside(rows)).allMatch(line -> line.matches(",\\d+,,b"));
    assertThat(out.outcome().out()).contains("features  1: x1", "carried   2: _c0, x2");
  }

  @Test
  void noHeader_staysNone() throws IOException {
    List<String> rows = rows(i -> i + "," + label(i));
    Path input = Files.writeString(dir.resolve("in.csv"), String.join("\n", rows));
    Outcome outcome =
        run(
            "resample",
            "--input",
            "" + input,
            "--label-col",
            "_c1",
            "--output",
            dir + "/out",
            "--input-option",
            "header=false");
    assertThat(outcome.err()).isEmpty();
    Written out = written(dir.resolve("out"), java.nio.charset.StandardCharsets.UTF_8, outcome);
    assertThat(out.lines().size() + out.headers().size()).isEqualTo(24);
    assertThat(out.headers().get(0)).doesNotContain("_c");
  }

  @Test
  void nullValue_staysAsItWas() throws IOException {
    List<String> rows =
        rows(
            i ->
                (i % 4 == 0 ? "NA" : "FR")
                    + ","
                    + (i == 3 ? "NA" : i == 4 ? "" : i)
                    + ","
                    + label(i));
    Path input = write("in.csv", "country,x,label", rows);
    Written out = resampled(input, "--input-option", "nullValue=NA", "--handle-invalid", "keep");
    assertThat(out.madeBeside(rows)).hasSize(5).allMatch(line -> line.matches("NA,\\d+,b"));
  }

  @Test
  void skippedRows_areTheOnlyOnesThatAreGone() throws IOException {
    List<String> rows = rows(i -> (i == 3 || i == 14 ? "" : "0" + i) + "," + label(i));
    Written out = resampled(write("in.csv", "x,label", rows), "--handle-invalid", "skip");
    List<String> valid = rows.stream().filter(line -> !line.startsWith(",")).toList();
    assertThat(out.madeBeside(valid)).hasSize(5).noneMatch(line -> line.startsWith(","));
  }

  @Test
  void copiedColumns_comeFromOneRow() throws IOException {
    List<String> rows = rows(i -> String.format("%d,00%d,\"t, %d\",%s", i, i, i, label(i)));
    Written out =
        resampled(write("in.csv", "x,id,text,label", rows), "--exclude", "id", "--carried", "copy");
    assertThat(out.madeBeside(rows))
        .hasSize(5)
        .allMatch(line -> line.matches("\\d+,00(\\d+),\"t, \\1\",b"));
  }

  @Test
  void csvToParquet_keepsLabelsThatAreNumbersOnlyIfNoneIsLost() throws IOException {
    Path plain = write("plain.csv", "x,label", rows(i -> i + "," + (i < 12 ? 0 : 1)));
    Path codes = write("codes.csv", "x,label", rows(i -> i + "," + (i < 12 ? "00" : "1")));
    assertThat(resample(plain, dir.resolve("p.parquet")).code()).isZero();
    assertThat(resample(codes, dir.resolve("c.parquet")).code()).isZero();
    assertThat(read(dir.resolve("p.parquet"), "parquet").dtypes()[1]._2()).isEqualTo("IntegerType");
    assertThat(read(dir.resolve("c.parquet"), "parquet").filter("label = '00'").count())
        .isEqualTo(12);
  }
}

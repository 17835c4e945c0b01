// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.examples.testing.CsvCommandTest;

/** Encodings, byte order marks and line ends. */
class CsvEncodingTest extends CsvCommandTest {

  private static final List<String> ROWS = rows(i -> "Orléans " + i + ",0" + i + "," + label(i));

  private Path encoded(String charset, String mark, String... ends) throws IOException {
    StringBuilder text = new StringBuilder(mark).append("ville,n,label").append(ends[0]);
    for (int i = 0; i < ROWS.size(); i++) {
      text.append(ROWS.get(i)).append(ends[i % ends.length]);
    }

    return Files.write(dir.resolve("in.csv"), text.toString().getBytes(Charset.forName(charset)));
  }

  private static String[] ends(String names) {
    return names.replace("CR", "\r").replace("LF", "\n").split(" ");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, '', LF", "UTF-8, '', CRLF", "UTF-8, '', CR", "UTF-8, '', LF CRLF CR",
    "UTF-8, BOM, CRLF LF", "ISO-8859-1, '', CRLF", "windows-1252, '', CR LF", "UTF-16, '', LF",
    "UTF-16LE, BOM, CRLF", "UTF-16BE, '', LF CRLF CR", "UTF-32, '', LF"
  })
  void everyEncodingAndLineEnd_isRead(String charset, String mark, String ends) throws IOException {
    Path input = encoded(charset, mark.replace("BOM", "\uFEFF"), ends(ends));
    for (String multiLine : new String[] {"false", "true"}) {
      if (multiLine.equals("true")
          && List.of(ends.split(" ")).contains("CR")
          && ends.contains("LF")) {
        continue; // where quoted text may hold line ends, \r alone ends a line in files without \n
      }

      Written out =
          resampled(
              input,
              "--overwrite",
              "--input-option",
              "encoding=" + charset,
              "--input-option",
              "multiLine=" + multiLine);
      assertThat(out.headers()).as(multiLine).containsExactly("ville,n,label");
      assertThat(out.madeBeside(ROWS)).hasSize(5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "windows-1252", "UTF-32"})
  void everyEncoding_isWritten(String charset) throws IOException {
    Path output = dir.resolve("out");
    Outcome outcome =
        resample(encoded("UTF-8", "", "\r\n"), output, "--output-option", "encoding=" + charset);
    assertThat(outcome.err()).isEmpty();
    Written out = written(output, Charset.forName(charset), outcome);
    assertThat(out.headers()).containsExactly("ville,n,label");
    assertThat(out.madeBeside(ROWS)).hasSize(5);
  }

  @Test
  void lineEnds_areThoseOfTheFirstLine() throws IOException {
    resampled(encoded("UTF-8", "", "\r\n", "\n"));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String name : names(dir.resolve("out"))) {
      all.write(
          name.endsWith(".csv") ? Files.readAllBytes(dir.resolve("out/" + name)) : new byte[0]);
    }

    String text = all.toString(StandardCharsets.UTF_8);
    assertThat(text.split("\r\n", -1)).hasSizeGreaterThan(24);
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void bytesOfAnotherEncoding_areRefusedWithTheLine() throws IOException {
    Path input = encoded("UTF-8", "", "\n");
    byte[] bytes =
        Files.readString(input).replace("Orléans 7,", "?7,").getBytes(StandardCharsets.UTF_8);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("?7,")] = (byte) 0xE9;
    Files.write(input, bytes);
    assertRefused(resample(input, dir.resolve("out")), 3, "in.csv: line 9 ", "UTF-8", "encoding=…");
    assertRefused(
        resample(input, dir.resolve("out"), "--input-option", "multiLine=true"),
        3,
        "in.csv: line 9 ",
        "encoding=…");
    assertRefused(
        resample(encoded("ISO-8859-1", "", "\n"), dir.resolve("out")), 3, "line 2 ", "encoding=…");
    assertRefused(
        resample(input, dir.resolve("out"), "--input-option", "encoding=UTF-9"), 2, "'UTF-9'");
  }

  @Test
  void charactersThatTheOutputCannotHold_areRefused() throws IOException {
    Path input = encoded("UTF-8", "", "\n");
    assertRefused(
        resample(input, dir.resolve("out"), "--output-option", "encoding=US-ASCII"),
        3,
        "US-ASCII",
        "--output-option encoding=…");
  }

  @Test
  void packedFile_isReadAndWritten() throws IOException {
    Path packed = dir.resolve("in.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(encoded("UTF-8", "", "\n"), out);
    }

    Path output = dir.resolve("out");
    Outcome outcome = resample(packed, output, "--output-option", "compression=gzip");
    assertThat(outcome.err()).isEmpty();
    assertThat(names(output)).anyMatch(name -> name.endsWith(".csv.gz"));
    assertThat(read(output, "csv").filter("ville like 'Orléans %' and n like '0%'").count())
        .isEqualTo(19);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void quotedLineBreaks_stay(String end) throws IOException {
    List<String> rows = rows(i -> i + ",\"one" + end + "\"\"two\"\", " + i + "\"," + label(i));
    Path input = dir.resolve("in.csv");
    Files.writeString(input, "x,text,label" + end + String.join(end, rows) + end);
    assertRefused(resample(input, dir.resolve("out")), 3, "line 2 ", "multiLine=true");

    Outcome outcome = resample(input, dir.resolve("out"), "--input-option", "multiLine=true");
    assertThat(outcome.err()).isEmpty();
    StringBuilder text = new StringBuilder();
    for (String name : names(dir.resolve("out"))) {
      text.append(name.endsWith(".csv") ? Files.readString(dir.resolve("out/" + name)) : "");
    }

    assertThat(text).contains(rows);
  }
}

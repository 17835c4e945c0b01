// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.examples.testing.CsvCommandTest;

/** Numbers of synthetic rows are written like those of their column. */
class CsvNumberTest extends CsvCommandTest {

  private static String print(double value, String... column) {
    ColumnStyle style = new ColumnStyle();
    for (String text : column) {
      style.add(text);
    }

    return String.valueOf(
        ColumnStyle.parse(style.toString()).print(value, DataTypes.DoubleType, false));
  }

  @ParameterizedTest
  @CsvSource({
    "1.005, 1.01",
    "1.0049, 1.00",
    "-1.005, -1.01",
    "0.5, 0.50",
    "1e3, 1000.00",
    "-0.001, 0.00"
  })
  void doubles_haveTheDecimalsOfTheirColumn_halfUp(double value, String expected) {
    assertThat(print(value, "1.5", "22.25", "-3", "NaN")).isEqualTo(expected);
  }

  @Test
  void doubles_ofMoreThanSixDecimalsOrExponents_areWrittenInFull() {
    assertThat(print(0.1234567891, "0.1234567")).isEqualTo("0.1234567891");
    assertThat(print(0.1234567891, "1.5e3")).isEqualTo("0.1234567891");
    assertThat(print(0.1234567891, "0.123456")).isEqualTo("0.123457");
  }

  @Test
  void fullPrecision_turnsRoundingOff() throws IOException {
    List<String> rows = rows(i -> i + ".5," + i * 37 % 11 + "," + label(i));
    Path input = write("in.csv", "x,n,label", rows);
    assertThat(resampled(input).madeBeside(rows))
        .allMatch(line -> line.matches("\\d+\\.\\d,\\d+,b"));
    List<String> full = resampled(input, "--full-precision", "--overwrite").madeBeside(rows);
    assertThat(full).anyMatch(line -> line.matches("\\d+\\.\\d{5,},\\d+,b"));
  }

  @Test
  void twoTypesOfWholeNumbers_stayWhole() throws IOException {
    List<String> rows = rows(i -> i + "," + (10_000_000_000L + i) + "," + label(i));
    assertThat(resampled(write("in.csv", "x,n,label", rows)).madeBeside(rows))
        .allMatch(line -> line.matches("\\d+,100000000\\d\\d,b"));
  }

  /** Java reads 12D as a double, but nobody's data means that. */
  @Test
  void codesThatEndLikeNumbersOfJava_areTexts() throws IOException {
    List<String> rows = rows(i -> i + "," + i % 30 + (i % 2 == 0 ? "D" : "f") + "," + label(i));
    assertThat(resampled(write("in.csv", "x,seat,label", rows)).madeBeside(rows))
        .allMatch(line -> line.matches("\\d+,,b"));
  }
}

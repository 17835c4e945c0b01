// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Spark and Hadoop say of mistakes, and what users read. */
class KnownCausesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wrong FS: file://tmp/x.csv, expected: file:/// | Write file:///… with three slashes",
        "Class org.apache.hadoop.fs.s3a.S3AFileSystem not found | org.apache.hadoop:hadoop-aws",
        "java.net.URISyntaxException: Relative path in absolute URI: a:b | Cannot use the path a:b",
        "[CODEC_NOT_AVAILABLE.WITH_CONF_SUGGESTION] The codec zip is not available. SQLSTATE: 56038 | zip is not available. Check",
        "quote cannot be more than one character | Check --input-option and --output-option.",
        "header flag can be true or false | Check --input-option",
        "maxColumns should be an integer. Found x | maxColumns",
        "requirement failed: 'lineSep' can contain only 1 character. | lineSep",
        "[INVALID_CONF_VALUE.TIME_ZONE] The value 'Mars' is invalid. SQLSTATE: 22022 | is invalid. Check --conf.",
        "Could not parse Master URL: 'nope' | Check --master",
        "Asked to run locally with 0 threads | Check --master"
      })
  void known_areUsage_withARemedy(String said, String read) {
    Failure failure = Failure.of(new RuntimeException(new IllegalStateException(said)));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(failure.line()).startsWith("Cannot ").contains(read);
  }

  @Test
  void numbersInData_areNoOptions() {
    assertThat(KnownCauses.sentence(new NumberFormatException("For input string: \"maybe\"")))
        .isNull();
    assertThat(KnownCauses.sentence(new IllegalArgumentException("For input string: \"maybe\"")))
        .contains("--input-option");
  }

  @Test
  void others_stayWhatTheyAre() {
    assertThat(Failure.of(new IllegalStateException("no idea")).exitCode())
        .isEqualTo(ExitCode.INTERNAL);
  }
}

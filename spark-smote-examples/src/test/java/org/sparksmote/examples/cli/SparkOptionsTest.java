// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.apache.spark.package$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.examples.CommandTest;
import org.sparksmote.examples.SparkSmote;
import picocli.CommandLine;

/** The options of Spark mean the same before and after the name of the command. */
class SparkOptionsTest extends CommandTest {

  private static SparkConf settings(String line) {
    CommandLine command = SparkSmote.commandLine();
    command.parseArgs(line.split(" "));
    SparkSmote tool = command.getCommand();
    return tool.spark().settings("local[*]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--master local[2] --conf spark.a=b --conf=spark.c=d=e --ui demo --rows 10",
        "demo --rows 10 --master local[2] --ui --conf spark.a=b --conf spark.c=d=e",
        "--master=local[2] demo --conf spark.a=b --rows 10 --ui --conf spark.c=d=e",
        "--conf spark.c=d=e --ui demo --conf spark.a=b --conf spark.master=local[7]"
            + " --master=local[2]"
      })
  void settings_areThoseOfTheOptions_whereverTheyAre(String line) {
    SparkConf settings = settings(line);
    assertThat(settings.get("spark.master")).isEqualTo("local[2]");
    assertThat(settings.get("spark.a")).isEqualTo("b");
    assertThat(settings.get("spark.c")).isEqualTo("d=e");
    assertThat(settings.get("spark.ui.enabled")).isEqualTo("true");
    assertThat(settings.get("spark.driver.host")).isEqualTo("127.0.0.1");
  }

  @Test
  void settings_withoutOptions_areLocal() {
    SparkConf settings = settings("demo");
    assertThat(settings.get("spark.master")).isEqualTo("local[*]");
    assertThat(settings.get("spark.ui.enabled")).isEqualTo("false");
    assertThat(settings("demo --conf spark.master=spark://a:1").contains("spark.driver.host"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--stacktrace resample", "resample --stacktrace"})
  void stacktrace_isShown_whereverItIsAskedFor(String words) {
    String line = words + " --input nothing.csv --label-col y --output " + dir.resolve("out");
    Outcome outcome = run(line.split(" "));
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.err()).contains("FileNotFoundException", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "resample --version", "params -V"})
  void version_namesOurs_SparksAndJavas(String line) {
    Outcome outcome = run(line.split(" "));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines())
        .containsExactly(
            "spark-smote (development)",
            "Spark " + package$.MODULE$.SPARK_VERSION(),
            "Java " + Runtime.version());
  }
}

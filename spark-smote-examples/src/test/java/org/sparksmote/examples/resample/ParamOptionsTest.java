// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.param.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.ParamInfo;
import org.sparksmote.Smote;
import org.sparksmote.examples.SparkSmote;
import org.sparksmote.examples.cli.ParamOptions;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every param of the stage is an option with its name, text and default, typed nowhere else. */
class ParamOptionsTest {

  private static Smote smote(String... options) {
    String[] fixed = {"resample", "--input", "in.csv", "--output", "out"};
    String[] all = Stream.of(fixed, options).flatMap(Arrays::stream).toArray(String[]::new);
    CommandLine command = SparkSmote.commandLine();
    return new SmoteOptions().toSmote(command.parseArgs(all).subcommand());
  }

  private static CommandLine resample() {
    return Objects.requireNonNull(SparkSmote.commandLine().getSubcommands().get("resample"));
  }

  /** The params that are options of the sampler alone; columns have to do with the table too. */
  private static List<ParamInfo> settings() {
    return ParamInfo.of(new Smote()).stream()
        .filter(
            param -> !List.of("inputCols", "labelCol", "categoricalCols").contains(param.name()))
        .toList();
  }

  private static String someValue(ParamInfo param) {
    if (!param.allowed().isEmpty()) {
      return param.allowed().get(param.allowed().size() - 1);
    }

    return switch (param.type()) {
      case "int", "long" -> "777";
      case "double" -> "0.25";
      default -> param.name().equals("samplingStrategy") ? "0.75" : "some_column";
    };
  }

  private static Map<String, String> explicit(Smote smote) {
    return Arrays.stream(smote.params())
        .filter(smote::isSet)
        .collect(Collectors.toMap(Param::name, param -> text(smote, param)));
  }

  private static String text(Smote smote, Param<?> param) {
    Object value = smote.getOrDefault(param);
    return value instanceof String[] texts ? String.join(",", texts) : String.valueOf(value);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everyParam_isAnOption_thatSetsIt_andNothingElse(ParamInfo param) {
    String value = someValue(param);
    Map<String, String> wanted = new HashMap<>(Map.of("labelCol", "y", param.name(), value));
    if (param.name().equals("percUnder")) {
      wanted.put("percOver", "200.0"); // without which it is refused
    }

    String[] options =
        wanted.entrySet().stream()
            .flatMap(option -> Stream.of(ParamOptions.name(option.getKey()), option.getValue()))
            .toArray(String[]::new);
    assertThat(explicit(smote(options))).isEqualTo(wanted);
  }

  @Test
  void everyParam_isAnOptionOfResample() {
    CommandLine resample = resample();
    for (ParamInfo param : ParamInfo.of(new Smote())) {
      assertThat(resample.getCommandSpec().findOption(ParamOptions.name(param.name())))
          .as(param.name())
          .isNotNull();
    }
  }

  @Test
  void names_areKebabCase() {
    assertThat(ParamOptions.name("kNeighbors")).isEqualTo("--k-neighbors");
    assertThat(ParamOptions.name("samplingStrategy")).isEqualTo("--sampling-strategy");
    assertThat(ParamOptions.name("seed")).isEqualTo("--seed");
  }

  @ParameterizedTest
  @CsvSource({
    "--strategy, --sampling-strategy, 0.5",
    "--k, --k-neighbors, 3",
    "--carried, --passenger-columns, copy"
  })
  void olderNames_setTheSame(String older, String name, String value) {
    assertThat(explicit(smote("--label-col", "y", older, value)))
        .isEqualTo(explicit(smote("--label-col", "y", name, value)))
        .hasSize(2);
  }

  @Test
  void help_saysTypeTextAndDefault_ofTheParams() {
    CommandLine resample = resample();
    for (ParamInfo param : settings()) {
      OptionSpec option = resample.getCommandSpec().findOption(ParamOptions.name(param.name()));
      assertThat(option.paramLabel()).isEqualToIgnoringCase(param.type());
      assertThat(option.description()[0])
          .containsIgnoringCase(param.doc())
          .endsWith(param.defaultValue() == null ? "." : "; default " + param.defaultValue() + ".");
      assertThat(resample.getUsageMessage()).contains(ParamOptions.names(param.name()));
    }
  }
}

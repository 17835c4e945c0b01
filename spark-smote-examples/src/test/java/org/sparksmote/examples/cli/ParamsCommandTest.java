// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.ParamInfo;
import org.sparksmote.Smote;
import org.sparksmote.examples.CommandTest;

/** One list of settings: what the command prints is what the papers say. */
class ParamsCommandTest extends CommandTest {

  private static final Map<String, ParamInfo> PARAMS =
      ParamInfo.of(new Smote()).stream().collect(Collectors.toMap(ParamInfo::name, info -> info));

  @Test
  void params_json_isTheListOfTheLibrary() {
    Outcome outcome = run("params", "--json");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo(ParamInfo.json(new Smote()));
  }

  @Test
  void params_isTheTableOfTheReadme() throws IOException {
    Outcome outcome = run("params");
    assertThat(outcome.out().lines()).hasSize(PARAMS.size() + 2);
    assertThat(Files.readString(Path.of("../README.md")))
        .as("write what spark-smote params prints into the README")
        .contains("\n\n" + outcome.out() + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Settings of variants", "Engine settings"})
  void tablesOfTheGuide_haveTheDefaultsOfTheParams(String section) throws IOException {
    String guide = Files.readString(Path.of("../docs/guide.md"));
    String text = guide.substring(guide.indexOf("## " + section + "\n") + 3);
    List<String[]> rows =
        text.substring(0, text.indexOf("\n## "))
            .lines()
            .filter(line -> line.matches("\\| `\\w+` \\|.*"))
            .map(line -> line.split(" ?\\| ?", -1))
            .toList();
    assertThat(rows).hasSizeGreaterThan(5);
    for (String[] row : rows) {
      ParamInfo param = PARAMS.get(row[1].replace("`", ""));
      assertThat(param).as(row[1]).isNotNull();
      assertThat(row[2].replace("`", "")).as(row[1]).isEqualTo("" + param.defaultValue());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command of README and guide runs as it stands, on files of the names that it has. */
class DocsShellTest extends CommandTest {

  private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

  @BeforeEach
  void makeInputs() {
    spark
        .range(400)
        .selectExpr("int(id % 20 = 0) as label", "int(id % 20 = 0) as is_fraud", "double(id) as a")
        .coalesce(1)
        .write()
        .parquet(dir.resolve("fraud.parquet").toString());
    write("train.csv", "int(id % 20 = 0) as label", "rand(1) as a", "rand(2) as b");
    write(
        "adult.csv",
        "if(id % 20 = 0, '>50K', '<=50K') as income",
        "rand(1) as age",
        "10000 + id % 3 as zip_code",
        "string(id % 4) as job");
  }

  private void write(String name, String... columns) {
    spark
        .range(400)
        .selectExpr(columns)
        .coalesce(1)
        .write()
        .option("header", true)
        .csv(dir.resolve(name).toString());
  }

  private static List<String> commands(String file) throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of("..", file)));
    while (block.find()) {
      String joined = block.group(1).replaceAll("\\\\\n", " ");
      joined.lines().map(line -> line.replaceAll("\\s+#.*", "").trim()).forEach(commands::add);
    }

    return commands;
  }

  /** The arguments, with files in the test's folder and fewer rows to demonstrate with. */
  private String[] arguments(String command) {
    List<String> words = new ArrayList<>(Arrays.asList(command.split("\\s+")));
    words.remove(0);
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i - 1).equals("--input") || words.get(i - 1).equals("--output")) {
        words.set(i, dir.resolve(words.get(i)).toString());
      }
    }

    if (words.get(0).equals("demo")) {
      words.addAll(List.of("--rows", "8000"));
    }

    return words.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/guide.md"})
  void commands_run(String file) throws IOException {
    List<String> ours =
        commands(file).stream()
            .filter(command -> command.matches("(\\S*/)?spark-smote .*"))
            .toList();
    assertThat(ours).hasSizeGreaterThan(2);
    for (String command : ours) {
      Outcome outcome = run(arguments(command));
      assertThat(outcome.code()).as("%s: %s", command, outcome.err()).isZero();
      assertThat(outcome.out()).as(command).isNotEmpty();
    }
  }

  @Test
  void testCommandOfTheReadme_isTheOneThatIsRun() throws IOException {
    String command = "mvn verify -Pdoors";
    assertThat(commands("README.md")).contains(command);
    assertThat(Files.readAllLines(Path.of("../.ci/run")))
        .filteredOn(line -> line.startsWith("mvn"))
        .containsExactly(command + " || status=$?");
  }
}

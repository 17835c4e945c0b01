// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command lines that bin/spark-smote makes, in a copy of the project with nothing to build. */
class LauncherTest {

  private static final String PARALLEL = "-XX:+UseParallelGC";

  @TempDir private Path dir = Path.of("");

  @BeforeEach
  void copyTheLauncher() throws IOException {
    Path module = dir.resolve("spark-smote-examples");
    for (String sources : List.of("spark-smote-core/src/main", "spark-smote-examples/src/main")) {
      Files.createDirectories(dir.resolve(sources));
      Files.createFile(dir.resolve(sources).resolve("../../pom.xml").normalize());
    }

    Files.createDirectories(module.resolve("bin"));
    Files.createDirectories(module.resolve("target"));
    Files.copy(Path.of("../pom.xml"), dir.resolve("pom.xml"));
    Files.copy(Path.of("bin/spark-smote"), module.resolve("bin/spark-smote"));
    for (String program : List.of("jdk/bin/java", "spark/bin/spark-submit")) {
      Files.createDirectories(dir.resolve(program).getParent());
      Files.writeString(dir.resolve(program), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
      assertThat(dir.resolve(program).toFile().setExecutable(true)).isTrue();
    }

    Path jar = module.resolve("target/spark-smote-examples-0-job.jar");
    Files.writeString(module.resolve("target/spark.classpath"), jar.toString());
    Files.createFile(jar);
  }

  /** What the launcher printed and ended with; the programs it calls print their arguments. */
  private record Call(int code, List<String> lines) {}

  /** The arguments that java gets from the launcher. */
  private List<String> arguments(Map<String, String> environment) throws Exception {
    return arguments(environment, List.of("demo", "--rows=2 3"));
  }

  private List<String> arguments(Map<String, String> environment, List<String> options)
      throws Exception {
    Call call = call(environment, options);
    assertThat(call.code()).as("%s", call.lines()).isZero();
    return call.lines();
  }

  private Call call(Map<String, String> environment, List<String> options) throws Exception {
    Path out = dir.resolve("out");
    List<String> command = new ArrayList<>(List.of("bash", "spark-smote-examples/bin/spark-smote"));
    command.addAll(options);
    ProcessBuilder launcher =
        new ProcessBuilder(command)
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    launcher
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("SPARK_") || name.matches(".*JAVA_(TOOL_)?OPTIONS"));
    launcher.environment().put("JAVA_HOME", dir.resolve("jdk").toString());
    launcher.environment().putAll(environment);
    Process process = launcher.start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Call(process.exitValue(), Files.readAllLines(out));
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("../docs/guide.md"));
  }

  /** The rows of the table of the guide, without the marks of code. */
  private static List<String[]> table() throws IOException {
    String text = guide().substring(guide().indexOf("| Given |"));
    return text.substring(0, text.indexOf("\n\n"))
        .lines()
        .skip(2)
        .map(line -> line.replace("`", "").replaceAll("^\\| | \\|$", "").split(" \\| ", -1))
        .toList();
  }

  @Test
  void tableOfTheGuide_isWhatTheLauncherDoes() throws Exception {
    assertThat(table()).hasSizeGreaterThan(8);
    for (String[] row : table()) {
      Map<String, String> environment = new HashMap<>();
      List<String> options = new ArrayList<>(List.of("demo"));
      Matcher variable = Pattern.compile("^([A-Z_]+)=(.*?)( --heap.*)?$").matcher(row[0]);
      String rest = row[0].equals("–") ? "" : row[0];
      if (variable.matches()) {
        environment.put(variable.group(1), variable.group(2));
        rest = variable.group(3) == null ? "" : variable.group(3).strip();
      }

      options.addAll(rest.isEmpty() ? List.of() : List.of(rest.split(" ")));
      assertGets(arguments(environment, options), row, 1, "org.sparksmote.examples.SparkSmote");
      environment.put("SPARK_HOME", dir.resolve("spark").toString());
      assertGets(arguments(environment, options), row, 2, "-job.jar");
    }
  }

  /** What is said to be got is among the arguments before the program, and else nothing is. */
  private static void assertGets(List<String> all, String[] row, int column, String program) {
    int own = 0;
    while (!all.get(own).endsWith(program) || all.get(own).startsWith("--")) {
      own++;
    }

    boolean submit = column == 2;
    int end = submit ? own : all.lastIndexOf("org.sparksmote.examples.SparkSmote");
    List<String> got = all.subList(0, end);
    if (row[column].equals("–")) {
      String value = row[0].replaceAll("^.*?[ =]", "");
      assertThat(got).as(row[0]).doesNotContain(value);
    } else {
      assertThat(got).as(row[0]).containsSequence(row[column].split(" "));
    }

    assertThat(all.subList(end, all.size()))
        .as(row[0])
        .contains("demo")
        .noneMatch("--heap"::equals);
  }

  @Test
  void everyOptionAndVariableOfTheLauncher_isInTheGuide() throws IOException {
    String launcher = Files.readString(Path.of("bin/spark-smote"));
    Matcher read =
        Pattern.compile("^    (--[a-z]+)\\)|\\{(_?[A-Z][A-Z_]+):?[-+]", Pattern.MULTILINE)
            .matcher(launcher);
    List<String> names = new ArrayList<>();
    while (read.find()) {
      names.add(read.group(1) == null ? read.group(2) : read.group(1));
    }

    assertThat(names).contains("--heap", "--master", "--conf", "SPARK_SMOTE_HEAP", "JAVA_HOME");
    assertThat(names).allSatisfy(name -> assertThat(guide()).contains("`" + name));
  }

  @ParameterizedTest
  @CsvSource({
    "--heap, '--heap needs a size, such as 8g'",
    "--heap=much, 'cannot use the heap size ''much'': try 8g'",
    "--master yarn, '--master yarn needs SPARK_HOME, a Spark installation'"
  })
  void whatCannotWork_isUsage(String options, String said) throws Exception {
    Call call = call(Map.of(), List.of(options.split(" ")));
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.lines()).containsExactly("spark-smote: " + said);
  }

  @Test
  void embeddedSpark_runsWithTheParallelCollector_andTheOptionsOfThePom() throws Exception {
    assertThat(arguments(Map.of("SPARK_SMOTE_HEAP", "3g")))
        .startsWith("-Xmx3g", PARALLEL, "-XX:+IgnoreUnrecognizedVMOptions")
        .contains("--add-opens=java.base/java.nio=ALL-UNNAMED")
        .endsWith(SparkSmote.class.getName(), "demo", "--rows=2 3");
  }

  @ParameterizedTest
  @CsvSource({
    "SPARK_SUBMIT_OPTS, -XX:+UseG1GC",
    "SPARK_SUBMIT_OPTS, -Da=b -XX:+UseSerialGC -Dc=d",
    "SPARK_SUBMIT_OPTS, -XX:+UseParallelGC",
    "JAVA_TOOL_OPTIONS, -XX:+UseZGC",
    "JDK_JAVA_OPTIONS, '\"-XX:+UseShenandoahGC\" -Da=b'",
    "_JAVA_OPTIONS, -XX:+UseG1GC"
  })
  void chosenCollector_isTheOnlyOne(String variable, String options) throws Exception {
    List<String> arguments = arguments(Map.of(variable, options));
    boolean onTheCommandLine = variable.equals("SPARK_SUBMIT_OPTS");
    assertThat(arguments)
        .filteredOn(argument -> argument.matches("-XX:\\+Use.*GC"))
        .hasSize(onTheCommandLine ? 1 : 0)
        .allMatch(options::contains);
  }

  @ParameterizedTest
  @CsvSource({"SPARK_SUBMIT_OPTS, -XX:+UseGCOverheadLimit", "JAVA_TOOL_OPTIONS, -XX:-UseG1GC"})
  void optionsThatChooseNoCollector_leaveTheParallelOne(String variable, String options)
      throws Exception {
    assertThat(arguments(Map.of(variable, options))).contains(PARALLEL);
  }
}

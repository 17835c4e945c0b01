// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
    Files.createDirectories(dir.resolve("jdk/bin"));
    Files.copy(Path.of("../pom.xml"), dir.resolve("pom.xml"));
    Files.copy(Path.of("bin/spark-smote"), module.resolve("bin/spark-smote"));
    Files.writeString(dir.resolve("jdk/bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(dir.resolve("jdk/bin/java").toFile().setExecutable(true)).isTrue();
    Path jar = module.resolve("target/spark-smote-examples-0-job.jar");
    Files.writeString(module.resolve("target/spark.classpath"), jar.toString());
    Files.createFile(jar);
  }

  /** The arguments that java gets from the launcher. */
  private List<String> arguments(Map<String, String> environment) throws Exception {
    Path out = dir.resolve("out");
    ProcessBuilder launcher =
        new ProcessBuilder("bash", "spark-smote-examples/bin/spark-smote", "demo", "--rows=2 3")
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
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    return Files.readAllLines(out);
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

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bin/doors reports and .ci/run counts, in a project of five small doors and no tests. */
class DoorsScriptTest {

  private static final String SUITE =
      "<testsuites><testsuite name=\"s\" tests=\"4\" errors=\"%d\" failures=\"0\" skipped=\"1\">"
          + "<testcase classname=\"c\" name=\"one\"><skipped message=\"no hat\"/></testcase>";

  @TempDir private Path dir = Path.of("");

  @BeforeEach
  void copyTheScripts() throws IOException {
    for (String script : List.of("bin/doors", ".ci/run")) {
      Files.createDirectories(dir.resolve(script).getParent());
      Files.copy(Path.of("..", script), dir.resolve(script));
    }

    write("path/mvn", "echo called with \"$@\"");
    write("python/smoke.sh", "echo fine");
  }

  private void write(String file, String... lines) throws IOException {
    Path path = dir.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(path.toFile().setExecutable(true)).isTrue();
  }

  private record Call(int code, List<String> lines) {}

  private Call call(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
    builder.environment().merge("PATH", dir.resolve("path") + ":", (old, more) -> more + old);
    Path out = dir.resolve("out.txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    int code = process.waitFor();
    return new Call(code, Files.readAllLines(out));
  }

  @Test
  void doorsThatPassOrLackAProgram_areNoFailure() throws Exception {
    write("a/test.sh", "echo 'SKIPPED browser: no \"chromium\" & no <cat>'");
    write("b/test.sh", "echo '" + SUITE.formatted(0) + "' > ${PYTEST_ADDOPTS#*=}");

    assertThat(call("bin/doors", "all").code()).isZero();
    List<String> lines = call("bash", ".ci/run").lines();
    assertThat(lines.get(0)).isEqualTo("called with verify -Pdoors");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("door a took 0 min "))
        .endsWith(
            "skipped: doors browser: no &quot;chromium&quot; &amp; no &lt;cat&gt;",
            "skipped: c one: no hat",
            "4 passed, 0 failed, 2 skipped");
  }

  @Test
  void doorsThatFail_areCountedOnceWhetherTheyReportOrNot() throws Exception {
    write("a/test.sh", "exit 3");
    write("b/test.sh", "echo '" + SUITE.formatted(1) + "' > $REPORTS/b.xml", "exit 1");

    assertThat(call("bin/doors", "all").code()).isOne();
    assertThat(call("bash", ".ci/run").lines()).endsWith("3 passed, 2 failed, 1 skipped");
  }

  @Test
  void reportsOfAnEarlierRun_areGone() throws Exception {
    write("a/test.sh", "exit 3");
    assertThat(call("bin/doors", "a").code()).isOne();
    write("a/test.sh", "true");
    assertThat(call("bin/doors", "a").code()).isZero();
    assertThat(call("bash", ".ci/run").lines()).endsWith("1 passed, 0 failed, 0 skipped");
  }

  @Test
  void doorThatIsNotThere_isRefused() throws Exception {
    Call call = call("bin/doors", "cellar");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.lines()).containsExactly("there is no cellar/test.sh");
  }

  @Test
  void failureOfMaven_isTheEnd() throws Exception {
    write("path/mvn", "exit 5");
    Call call = call("bash", ".ci/run");
    assertThat(call.code()).isEqualTo(5);
    assertThat(call.lines()).endsWith("0 passed, 0 failed, 0 skipped");
  }
}

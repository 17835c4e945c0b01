// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every known fault of the field's libraries has a test here; docs/audit.md is the list. */
class AuditTest {

  private static final Path PAGE = Path.of("../docs/audit.md");
  private static final Path TESTS = Path.of("src/test/java");

  private static final String START =
      "<!-- faults: written by AuditTest from audit.txt, -Dpages=write -->\n";

  /** One line of the list. */
  private record Fault(String what, String seen, String here, String test) {

    static Fault of(String line) {
      String[] parts = line.split(" \\| ", -1);
      assertThat(parts).as(line).hasSize(4).noneMatch(String::isBlank);
      return new Fault(parts[0], parts[1], parts[2], parts[3]);
    }

    String testClass() {
      return test.substring(0, test.indexOf('#'));
    }

    String method() {
      return test.substring(test.indexOf('#') + 1);
    }

    String row() throws IOException {
      String file = "../spark-smote-core/" + fileOf(testClass()).toString().replace('\\', '/');
      return "| %s | %s | %s | [%s](%s) |\n".formatted(what, seen, here, test, file);
    }
  }

  private static List<Fault> faults() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources/audit.txt"))) {
      return lines.filter(line -> !line.startsWith("#")).map(Fault::of).toList();
    }
  }

  private static Path fileOf(String testClass) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files.filter(file -> file.endsWith(testClass + ".java")).findFirst().orElseThrow();
    }
  }

  @Test
  void everyFault_isHeldByATestThatRuns() throws IOException {
    for (Fault fault : faults()) {
      String source = Files.readString(fileOf(fault.testClass()));
      int method = source.indexOf("  void " + fault.method() + "(");
      assertThat(method).as(fault.test()).isPositive();
      String above = source.substring(source.lastIndexOf("\n\n", method), method);
      assertThat(above).as(fault.test()).containsPattern("@(Test|ParameterizedTest)");
      assertThat(above).as(fault.test()).doesNotContain("@Disabled");
    }
  }

  @Test
  void page_isThatOfTheList() throws IOException {
    StringBuilder table = new StringBuilder(START);
    table.append("| Known fault | Seen in | What holds here | Test |\n|---|---|---|---|\n");
    for (Fault fault : faults()) {
      table.append(fault.row());
    }

    String page = Files.readString(PAGE);
    String expected = page.substring(0, page.indexOf(START)) + table;
    if (System.getProperty("pages", "").equals("write")) {
      Files.writeString(PAGE, expected);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }
}

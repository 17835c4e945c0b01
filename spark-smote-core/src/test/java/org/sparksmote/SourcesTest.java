// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house rules that only the text of the sources tells. */
class SourcesTest {

  private static final Path MAIN = Path.of("src/main");

  @Test
  void files_areShort() {
    assertThat(Sources.under(MAIN)).hasSizeGreaterThan(40);
    assertThat(Sources.under(MAIN))
        .allSatisfy(file -> assertThat(Sources.lines(file)).hasSizeLessThanOrEqualTo(300));
  }

  @Test
  void methods_areShort() {
    int methods = 0;
    for (Path file : Sources.under(MAIN)) {
      List<String> lines = Sources.lines(file);
      for (int start = 0; start < lines.size(); start++) {
        String end = endOfMethod(lines.get(start));
        if (!end.isEmpty()) {
          int length = lines.subList(start, lines.size()).indexOf(end) + 1;
          assertThat(length).as(file.getFileName() + ":" + (start + 1)).isBetween(1, 40);
          methods++;
        }
      }
    }

    assertThat(methods).isGreaterThan(200);
  }

  /** The last line of the method that a line opens, or nothing: formatted code is regular. */
  private static String endOfMethod(String line) {
    boolean opens =
        line.matches("\\s+\\S.*\\)( (throws|implements) .*)? \\{")
            && !line.matches("\\s+(if|for|while|switch|try|return|record|\\}).*|.* (=|->|new) .*");
    int indent = line.length() - line.stripLeading().length();
    boolean continued =
        line.chars().filter(c -> c == ')').count() > line.chars().filter(c -> c == '(').count();
    int outer = continued ? indent - 4 : indent;
    return opens && outer >= 2 && outer <= 6 ? " ".repeat(outer) + "}" : "";
  }

  @Test
  void sources_haveALicence_andNoUnfinishedWork() {
    for (Path file : Sources.under(MAIN)) {
      assertThat(Sources.lines(file).get(0))
          .as(file.toString())
          .isEqualTo("// SPDX-License-Identifier: Apache-2.0");
      assertThat(String.join("\n", Sources.lines(file)))
          .as(file.toString())
          .doesNotContain("TODO", "FIXME");
    }
  }

  @Test
  void services_nameWhatServersOfConnectFit() {
    Path services = MAIN.resolve("resources/META-INF/services");
    assertThat(Sources.lines(services.resolve("org.apache.spark.ml.Estimator")))
        .containsExactly(
            "org.sparksmote.RemoteSmote",
            "org.sparksmote.Smote",
            "org.sparksmote.evaluation.ClassWeights");
    assertThat(Sources.lines(services.resolve("org.apache.spark.ml.evaluation.Evaluator")))
        .containsExactly("org.sparksmote.evaluation.ImbalanceEvaluator");
    assertThat(Sources.lines(services.resolve("org.apache.spark.ml.Transformer")))
        .containsExactly(
            "org.sparksmote.RemoteSampler",
            "org.sparksmote.RemoteSmoteModel",
            "org.sparksmote.SmoteModel",
            "org.sparksmote.SmoteResampler",
            "org.sparksmote.evaluation.ClassWeightsModel");
  }

  @Test
  void everyPublicType_hasADoc() {
    Set<String> undocumented =
        Sources.under(MAIN).stream()
            .filter(file -> !file.getFileName().toString().equals("package-info.java"))
            .filter(file -> !isDocumented(Sources.lines(file)))
            .map(Path::toString)
            .collect(Collectors.toSet());
    assertThat(undocumented).isEmpty();
  }

  /** Whether a doc comment stands just before the type of a file and its annotations. */
  static boolean isDocumented(List<String> lines) {
    int type = 0;
    while (!lines.get(type).matches("([a-z-]+ )*(class|interface|record|enum) .*")) {
      type++;
    }

    int before = type - 1;
    while (lines.get(before).startsWith("@")) {
      before--;
    }

    return lines.get(before).endsWith("*/");
  }
}

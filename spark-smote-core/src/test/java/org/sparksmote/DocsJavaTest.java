// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.SparkTest;

/**
 * Every Java block of the documentation runs as it stands, one after the other, in this session.
 */
class DocsJavaTest extends SparkTest {

  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /** What the blocks take for granted: imports, and a table with a few stages. */
  private static final String GIVEN =
      """
      import java.util.*;
      import java.util.stream.*;
      import org.apache.spark.ml.*;
      import org.apache.spark.ml.classification.*;
      import org.apache.spark.ml.evaluation.*;
      import org.apache.spark.ml.feature.*;
      import org.apache.spark.ml.param.ParamMap;
      import org.apache.spark.ml.tuning.*;
      import org.apache.spark.sql.*;
      import org.sparksmote.*;
      import org.sparksmote.cleaning.*;
      import org.sparksmote.errors.*;
      import org.sparksmote.report.*;
      import org.sparksmote.sampler.*;
      import org.sparksmote.undersampling.*;
      String[] inputs = {"x", "y"};
      Dataset<Row> train = new VectorAssembler().setInputCols(inputs).setOutputCol("features")
          .transform(SparkSession.active().range(800).selectExpr(
              "double(id % 20 = 0) as label", "randn(1) + if(id % 20 = 0, 1, 0) as x",
              "randn(2) as y"));
      Dataset<Row> test = train;
      VectorAssembler assembler = new VectorAssembler().setInputCols(inputs).setOutputCol("raw");
      StandardScaler scaler = new StandardScaler().setInputCol("raw").setOutputCol("scaled");
      LogisticRegression classifier = new LogisticRegression().setMaxIter(2);
      """;

  private static JShell shell;

  @BeforeAll
  static void open() {
    shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(System.getProperty("java.class.path"));
    spark.range(1).count(); // there is an active session
    run(GIVEN);
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  private static void run(String code) {
    String rest = code;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      for (SnippetEvent event : shell.eval(next.source() == null ? rest : next.source())) {
        assertThat(event.status())
            .as(
                "%s: %s",
                event.snippet().source(),
                shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList())
            .isIn(Snippet.Status.VALID, Snippet.Status.OVERWRITTEN);
        assertThat(event.exception()).as(event.snippet().source()).isNull();
      }

      rest = next.remaining();
    }
  }

  private static List<String> blocks(String file) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of("..", file)));
    while (block.find()) {
      blocks.add(block.group(1));
    }

    return blocks;
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/guide.md", "docs/variants.md"})
  void blocks_run(String file) throws IOException {
    run("Smote smote = new Smote();");
    List<String> blocks = blocks(file);
    assertThat(blocks).isNotEmpty();
    blocks.forEach(DocsJavaTest::run);
  }
}

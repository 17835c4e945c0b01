// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.DocsShell;
import org.sparksmote.testing.SparkTest;

/**
 * Every Java block of the documentation runs as it stands, one after the other, in this session.
 */
class DocsJavaTest extends SparkTest {

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
      import org.sparksmote.ensemble.*;
      import org.sparksmote.errors.*;
      import org.sparksmote.evaluation.*;
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

  private static DocsShell shell;

  @BeforeAll
  static void open() {
    shell = new DocsShell();
    spark.range(1).count(); // there is an active session
    shell.run(GIVEN);
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/guide.md", "docs/variants.md"})
  void blocks_run(String file) throws IOException {
    shell.run("Smote smote = new Smote();");
    List<DocsShell.Block> blocks = DocsShell.blocks(file);
    assertThat(blocks).isNotEmpty();
    blocks.forEach(block -> runAndCompare(shell, block));
  }

  /** What a block prints is what stands below it, as far as anything does. */
  private static void runAndCompare(DocsShell shell, DocsShell.Block block) {
    String printed = shell.printedBy(block.code());
    if (!block.output().isEmpty()) {
      assertThat(printed.lines().map(String::stripTrailing))
          .filteredOn(line -> !line.isEmpty())
          .containsExactlyElementsOf(block.output().lines().toList());
    }
  }

  /** A newcomer has nothing but the page, not even an import. */
  @Test
  void quickStart_printsWhatItSays() throws IOException {
    try (DocsShell empty = new DocsShell()) {
      List<DocsShell.Block> blocks = DocsShell.blocks("docs/quickstart-java.md");
      assertThat(blocks).hasSize(4);
      assertThat(blocks).noneMatch(block -> block.output().isEmpty());
      blocks.forEach(block -> runAndCompare(empty, block));
    }
  }
}

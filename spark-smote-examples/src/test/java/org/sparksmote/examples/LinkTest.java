// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library and the job run on every version of Spark that is named: all references resolve. */
class LinkTest {

  private static final Path VERSIONS = Path.of("target/link");

  /** What some version lacks and the program does not reach there, or does without. */
  private static final List<String> DONE_WITHOUT =
      List.of(
          // Asked of texts with a collation, which Spark 3 does not have.
          "org/sparksmote/internal/columns/CellForms -> org/apache/spark/sql/types/StringType.",
          "org/sparksmote/internal/columns/CellForms -> org/apache/spark/sql/catalyst/util/CollationFactory.",
          // Both catch that it is not there.
          "org/sparksmote/internal/saving/SavedText -> org/apache/spark/ml/util/ReadWriteUtils.",
          "org/sparksmote/internal/params/PlainParam -> org/apache/spark/ml/param/Param.<init>");

  static Stream<Path> versions() throws IOException {
    try (Stream<Path> directories = Files.list(VERSIONS)) {
      return directories.sorted().toList().stream();
    }
  }

  @Test
  void versions_areAllThere() throws IOException {
    assertThat(versions().map(path -> path.getFileName().toString()))
        .containsExactly(
            "spark-3.5.6_2.13",
            "spark-3.5.7_2.12",
            "spark-4.0.0_2.13",
            "spark-4.0.1_2.13",
            "spark-4.2.0_2.13");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyReference_resolves(Path version) throws IOException {
    Map<String, byte[]> program =
        new TreeMap<>(Links.classes(Path.of("../spark-smote-core/target/classes")));
    program.putAll(Links.classes(Path.of("target/classes")));
    // The kernel of the Vector API is only loaded where that is.
    program.keySet().removeIf(name -> name.startsWith("META-INF") || name.contains("/knn/Vector"));
    assertThat(program).hasSizeGreaterThan(200);
    assertThat(new Links(version).missing(program))
        .filteredOn(missing -> DONE_WITHOUT.stream().noneMatch(missing::startsWith))
        .isEmpty();
  }

  /** A call that Spark 3 lacks. */
  interface Broken {
    default int collation(StringType type) {
      return type.collationId();
    }
  }

  @Test
  void whatIsNotThere_isFound() throws IOException {
    String name = Broken.class.getName().replace('.', '/');
    Map<String, byte[]> broken = Links.classes(Path.of("target/test-classes"));
    broken.keySet().retainAll(Set.of(name));
    Links old = new Links(VERSIONS.resolve("spark-3.5.7_2.12"));
    assertThat(old.missing(broken))
        .containsExactly(name + " -> org/apache/spark/sql/types/StringType.collationId()I");
  }
}

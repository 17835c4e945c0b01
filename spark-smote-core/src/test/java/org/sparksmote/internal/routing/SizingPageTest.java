// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.internal.census.TestCounts;

/** The table of docs/sizing.md is what the library plans, and what the page's formulas say. */
class SizingPageTest {

  private static final StructType SCHEMA =
      new StructType()
          .add("features", SQLDataTypes.VectorType())
          .add("label", DataTypes.StringType);

  private static String row(long rows, int features) {
    Smote smote = new Smote();
    CellNeeds needs = Recipes.of(smote).parts().needs();
    TaskRoom room =
        new TaskRoom(
            smote,
            smote.getMNeighbors(),
            Recipes.schema(smote, SCHEMA),
            TestCounts.of(features, rows + 1, rows));
    BucketSizing sizing = room.sizing(needs);
    boolean isOne = rows <= smote.getExactBelow();
    long tasks = isOne ? 1 : sizing.buckets(rows, rows);
    double arriving = isOne ? rows : 2.0 * rows / tasks;
    double heap = 18e-6 * room.values(needs) * arriving;
    double shuffle = 8e-9 * (features + 1) * rows * (isOne ? 1 : 1.6);
    return String.format(
        Locale.ROOT,
        "| %,d | %d | %,d | %d | %,.0f | %,.0f | %.3f |",
        rows,
        features,
        sizing.most(),
        tasks,
        heap,
        400 + 2 * heap,
        shuffle);
  }

  @Test
  void table_isWhatTheLibraryPlans() throws Exception {
    List<String> lines;
    try (Stream<String> all = Files.lines(Path.of("..", "docs", "sizing.md"))) {
      lines = all.filter(line -> line.matches("\\| [0-9,]+ \\| \\d+ \\|.*")).toList();
    }

    assertThat(lines).hasSize(10).allSatisfy(line -> assertThat(line).isEqualTo(rowOf(line)));
  }

  /** The row that the page should have for the same rows and features. */
  private static String rowOf(String line) {
    String[] cells = line.split("\\|");
    return row(Long.parseLong(cells[1].trim().replace(",", "")), Integer.parseInt(cells[2].trim()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparksmote.examples.CommandTest;

class WorkloadTest extends CommandTest {

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).toList();
  }

  @ParameterizedTest
  @EnumSource(Workload.class)
  void workload_rowIsAFunctionOfItsNumber(Workload workload) {
    WorkloadTable table = new WorkloadTable(workload, 300, 1000, 8, 3);
    assertThat(texts(table.make(spark, 1))).isEqualTo(texts(table.make(spark, 5))).hasSize(1300);
    double[] row = workload.maker(8, 3).row(17);
    assertThat(row).hasSize(8).isEqualTo(workload.maker(8, 3).row(17));
    assertThat(row).isNotEqualTo(workload.maker(8, 4).row(17));
  }

  @Test
  void workloadD_repeatsOneRowAndHasConstantColumns() {
    Workload.RowMaker maker = Workload.D.maker(12, 3);
    List<double[]> rows = LongStream.range(0, 10_000).mapToObj(maker::row).toList();
    double[] popular = maker.row(-1);
    long copies = rows.stream().filter(row -> Arrays.equals(row, popular)).count();
    assertThat(copies).isBetween(2800L, 3200L);
    assertThat(rows).allMatch(row -> row[5] == 7 && row[11] == 7 && row[0] == Math.rint(row[0]));
  }

  @Test
  void workloadText_hasTwentyValuesPerRowAndRareColumns() {
    Workload.RowMaker maker = Workload.TEXT.maker(100_000, 3);
    Set<Integer> columns = new HashSet<>();
    for (int row = 0; row < 1000; row++) {
      SparseVector vector = (SparseVector) maker.vector(row);
      assertThat(vector.size()).isEqualTo(100_000);
      assertThat(vector.values()).hasSize(20);
      assertThat(Arrays.stream(vector.values()).allMatch(v -> v >= 0.1 && v < 1.1)).isTrue();
      Arrays.stream(vector.indices()).forEach(columns::add);
    }

    assertThat(columns).hasSizeGreaterThan(2000); // of 20,000 draws
  }

  @Test
  void workloadC_hasOnePercentDuplicates() {
    Workload.RowMaker maker = Workload.C.maker(6, 3);
    long distinct =
        LongStream.range(0, 10_000).mapToObj(i -> Arrays.toString(maker.row(i))).distinct().count();
    assertThat(10_000 - distinct).isBetween(50L, 150L);
  }
}

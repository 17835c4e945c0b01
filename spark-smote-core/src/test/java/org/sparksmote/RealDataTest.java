// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.RealData;
import org.sparksmote.testing.SparkTest;

/** Published imbalanced tables of numbers. */
class RealDataTest extends SparkTest {

  private static final int K = 5;

  @ParameterizedTest
  @ValueSource(strings = {"mammography", "yeast", "page_blocks", "creditcard_partial"})
  void realData_countsAreExact_andPartnersAreTrueNeighbours(String name) {
    Dataset<Row> data = RealData.read(name);
    List<Row> rows = data.collectAsList();
    int features = data.columns().length - 1;
    String[] columns = Arrays.copyOf(data.columns(), features);
    Table index = new Table(rows, features);
    Dataset<Row> numbered = index.numbered(data);
    Smote smote = new Smote().setInputCols(columns).setKNeighbors(K).setSmallClass("shrinkK");
    smote.setSyntheticCol("synthetic").setProvenanceCol("from").setIdCol("id").setSeed(1);
    List<Row> out = smote.fitResample(numbered).collectAsList();
    Map<String, Long> counts =
        out.stream().collect(Collectors.groupingBy(r -> r.getAs("label"), Collectors.counting()));
    assertThat(counts.values().stream().distinct()).hasSize(1);
    assertThat(out.stream().filter(row -> !row.<Boolean>getAs("synthetic"))).hasSize(rows.size());
    out.stream()
        .filter(row -> row.getAs("synthetic"))
        .limit(3000)
        .map(row -> row.<Row>getAs("from"))
        .forEach(from -> index.assertNeighbours((int) from.getLong(0), (int) from.getLong(1)));
  }

  /** The rows of a table in memory, by position. */
  private record Table(List<Row> rows, int features) {

    Dataset<Row> numbered(Dataset<Row> data) {
      List<Row> withId =
          java.util.stream.IntStream.range(0, rows.size())
              .mapToObj(i -> append(rows.get(i), (long) i))
              .toList();
      return spark.createDataFrame(withId, data.schema().add("id", "long"));
    }

    private static Row append(Row row, Object last) {
      Object[] cells = new Object[row.size() + 1];
      Arrays.setAll(cells, i -> i < row.size() ? row.get(i) : last);
      return org.apache.spark.sql.RowFactory.create(cells);
    }

    private double squaredDistance(int a, int b) {
      double sum = 0;
      for (int j = 0; j < features; j++) {
        double x = ((Number) rows.get(a).get(j)).doubleValue();
        double t = x - ((Number) rows.get(b).get(j)).doubleValue();
        sum += t * t;
      }

      return sum;
    }

    void assertNeighbours(int base, int partner) {
      assertThat(base).isNotEqualTo(partner);
      Object label = rows.get(base).get(features);
      assertThat(rows.get(partner).get(features)).isEqualTo(label);
      double distance = squaredDistance(base, partner);
      long nearer = 0;
      for (int i = 0; i < rows.size(); i++) {
        boolean candidate = i != base && rows.get(i).get(features).equals(label);
        nearer += candidate && squaredDistance(base, i) < distance ? 1 : 0;
      }

      assertThat(nearer).isLessThan(K);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StringType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.report.NeighborQuality;
import org.sparksmote.testing.RealData;
import org.sparksmote.testing.SparkTest;

/** Published tables of strings and numbers as they are. */
class NominalRealDataTest extends SparkTest {

  private static final int K = 5;

  private static Dataset<Row> read(String name) {
    return RealData.read(name).withColumn("id", functions.monotonically_increasing_id());
  }

  private static String[] features(Dataset<Row> data) {
    return Arrays.stream(data.columns())
        .filter(column -> !column.equals("label") && !column.equals("id"))
        .toArray(String[]::new);
  }

  private static Smote smotenc(Dataset<Row> data) {
    return new Smote()
        .setVariant("smotenc")
        .setInputCols(features(data))
        .setHandleInvalid("skip")
        .setKNeighbors(K)
        .setSeed(1)
        .setIdCol("id")
        .setSyntheticCol("synthetic")
        .setProvenanceCol("from");
  }

  /** The usable rows of a class in memory, and the distance of SMOTE-NC between them. */
  private record Minority(List<Row> rows, String[] columns, double median) {

    static Minority of(Dataset<Row> data, String label) {
      String[] columns = features(data);
      List<Row> rows =
          data.filter(functions.col("label").equalTo(label)).collectAsList().stream()
              .filter(row -> Arrays.stream(columns).allMatch(c -> isUsable(data, row, c)))
              .toList();
      double[] deviations =
          Arrays.stream(columns)
              .filter(column -> !isText(data, column))
              .mapToDouble(column -> deviation(rows, column))
              .sorted()
              .toArray();
      int half = deviations.length / 2;
      double median =
          deviations.length % 2 == 1
              ? deviations[half]
              : (deviations[half - 1] + deviations[half]) / 2;
      return new Minority(rows, columns, median);
    }

    private static boolean isText(Dataset<Row> data, String column) {
      return data.schema().apply(column).dataType() instanceof StringType;
    }

    private static boolean isUsable(Dataset<Row> data, Row row, String column) {
      return isText(data, column) || !row.isNullAt(row.fieldIndex(column));
    }

    private static double deviation(List<Row> rows, String column) {
      double mean = rows.stream().mapToDouble(row -> number(row, column)).average().orElseThrow();
      return Math.sqrt(
          rows.stream()
              .mapToDouble(row -> Math.pow(number(row, column) - mean, 2))
              .average()
              .orElseThrow());
    }

    private static double number(Row row, String column) {
      return row.<Number>getAs(column).doubleValue();
    }

    double squaredDistance(Row a, Row b) {
      double sum = 0;
      for (String column : columns) {
        Object x = a.getAs(column);
        Object y = b.getAs(column);
        if (x instanceof Number p && y instanceof Number q) {
          double t = p.doubleValue() - q.doubleValue();
          sum += t * t;
        } else {
          sum += Objects.equals(x, y) ? 0 : median * median;
        }
      }

      return sum;
    }

    /** Fewer than k rows are nearer to the base than its partner. */
    void assertNeighbours(Row base, Row partner) {
      double distance = squaredDistance(base, partner) * (1 - 1e-9);
      long nearer =
          rows.stream()
              .filter(row -> !row.equals(base) && squaredDistance(base, row) < distance)
              .count();
      assertThat(nearer).isLessThan(K);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"german_credit", "telco_churn", "bank_marketing", "adult"})
  void realData_countsAreExact_partnersAreTrueNeighbours_andNoValueIsMadeUp(String name) {
    Dataset<Row> data = read(name).localCheckpoint();
    List<Row> out = smotenc(data).fitResample(data).collectAsList();
    Map<String, Long> counts =
        out.stream().collect(Collectors.groupingBy(r -> r.getAs("label"), Collectors.counting()));
    assertThat(counts.values().stream().distinct()).hasSize(1);
    Minority minority = Minority.of(data, "1");
    Map<Long, Row> byId =
        minority.rows().stream().collect(Collectors.toMap(row -> row.getAs("id"), row -> row));
    List<Row> made = out.stream().filter(row -> row.getAs("synthetic")).toList();
    assertThat(made).isNotEmpty();
    for (String column : minority.columns()) {
      Set<Object> known = new HashSet<>();
      minority.rows().forEach(row -> known.add(row.getAs(column)));
      boolean isText = Minority.isText(data, column);
      assertThat(made).allMatch(row -> !isText || known.contains(row.getAs(column)));
    }

    made.stream()
        .limit(200)
        .map(row -> row.<Row>getAs("from"))
        .forEach(
            from ->
                minority.assertNeighbours(
                    Objects.requireNonNull(byId.get(from.getLong(0))),
                    Objects.requireNonNull(byId.get(from.getLong(1)))));
  }

  /** The engine's hashing with categories: buckets, halos and the forest, against exact search. */
  @ParameterizedTest
  @CsvSource({"bank_marketing, smotenc", "adult, smotenc", "adult, smoten"})
  void approximateSearch_isCloseToTheExactOne(String name, String variant) {
    Dataset<Row> data = read(name).localCheckpoint();
    Smote smote = smotenc(data).setVariant(variant).setStandardize("minmax");
    if (variant.equals("smoten")) {
      String[] texts =
          Arrays.stream(features(data))
              .filter(column -> Minority.isText(data, column))
              .toArray(String[]::new);
      smote.setInputCols(texts);
    }

    smote.setNeighborSearch("approximate").setBucketRows(1500).setLeafSize(256);
    NeighborQuality quality =
        smote.fit(data).neighborQuality(data, 400, 4).values().iterator().next();
    assertThat(quality.recall()).as(quality.toString()).isGreaterThan(0.8);
    assertThat(quality.meanDistanceRatio()).as(quality.toString()).isLessThan(1.05);
  }
}

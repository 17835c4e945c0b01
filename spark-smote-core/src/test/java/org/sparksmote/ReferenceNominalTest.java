// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.internal.keyed.ContentKey;
import org.sparksmote.internal.keyed.NominalCode;
import org.sparksmote.testing.MixedTable;
import org.sparksmote.testing.SparkTest;

/**
 * SMOTE-NC and SMOTE-N in plain loops over small tables of strings and numbers: every synthetic row
 * has a true neighbour as partner, its numbers on the segment, its categories voted.
 */
class ReferenceNominalTest extends SparkTest {

  private static final int K = 5;
  private static final String[] TIED = {"job", "member", "zip", "few"};

  /** One class in memory, with the distance that the test wants. */
  private record OneClass(List<Row> rows, Distance distance) {

    interface Distance {
      double between(Row a, Row b);
    }

    Row byId(long id) {
      return ReferenceNominalTest.byId(rows, id);
    }

    List<Row> neighbours(Row base) {
      return rows.stream()
          .filter(row -> !row.equals(base))
          .sorted(
              Comparator.comparingDouble((Row row) -> rounded(distance.between(base, row)))
                  .thenComparing(row -> code(row) != code(base))
                  .thenComparing(ReferenceNominalTest::code, Long::compareUnsigned))
          .limit(K)
          .toList();
    }
  }

  /** Sums of the same differences in another order are meant to be equal. */
  private static double rounded(double distance) {
    return Math.rint(distance * 1e9);
  }

  /** The library's order of rows at equal distance; only categories tie in these tables. */
  private static long code(Row row) {
    double[] codes = new double[TIED.length];
    Arrays.setAll(
        codes,
        j -> {
          Object value = row.getAs(TIED[j]);
          return value == null
              ? NominalCode.MISSING
              : value instanceof String text
                  ? NominalCode.ofText(text)
                  : value instanceof Boolean flag ? (flag ? 1 : 0) : ((Integer) value);
        });
    return ContentKey.ofDense(codes);
  }

  /** The most frequent values. */
  private static List<@Nullable Object> winners(List<Row> voters, String column) {
    List<String> values = voters.stream().map(row -> text(row, column)).toList();
    int most = values.stream().mapToInt(v -> Collections.frequency(values, v)).max().orElseThrow();
    List<@Nullable Object> winners = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (Collections.frequency(values, values.get(i)) == most) {
        winners.add(voters.get(i).getAs(column));
      }
    }

    return winners;
  }

  private static double deviation(List<Row> rows, String column, double factor) {
    double[] values = rows.stream().mapToDouble(row -> number(row, column) * factor).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  static Row byId(List<Row> rows, long id) {
    return rows.stream().filter(row -> row.<Long>getAs("id") == id).findFirst().orElseThrow();
  }

  private static String text(Row row, String column) {
    Object value = row.getAs(column);
    return String.valueOf(value);
  }

  private static double number(Row row, String column) {
    return row.<Number>getAs(column).doubleValue();
  }

  private static List<Row> ofClass(List<Row> rows, Object label) {
    return rows.stream().filter(row -> row.getAs("label").equals(label)).toList();
  }

  private static double factor(List<Row> rows, String column, boolean minmax) {
    double min = rows.stream().mapToDouble(row -> number(row, column)).min().orElseThrow();
    double max = rows.stream().mapToDouble(row -> number(row, column)).max().orElseThrow();
    return minmax ? 1 / (max - min) : 1;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void smotenc_givesTheRowsOfTheReference(boolean minmax) {
    Dataset<Row> data = MixedTable.of(300, 120, 45);
    List<Row> all = data.collectAsList();
    Smote smote = MixedTable.smotenc().setStandardize(minmax ? "minmax" : "none");
    List<Row> out = smote.fitResample(data.repartition(3)).collectAsList();
    assertThat(out).hasSize(900);
    double amount = factor(all, "amount", minmax);
    double age = factor(all, "age", minmax);
    for (String label : List.of("class 1", "class 2")) {
      List<Row> rows = ofClass(all, label);
      double median = (deviation(rows, "amount", amount) + deviation(rows, "age", age)) / 2;
      OneClass known =
          new OneClass(
              rows,
              (a, b) ->
                  Math.pow((number(a, "amount") - number(b, "amount")) * amount, 2)
                      + Math.pow((number(a, "age") - number(b, "age")) * age, 2)
                      + median * median * mismatches(a, b, "job", "member", "zip"));
      List<Row> made = synthetic(out, label);
      assertThat(made).hasSize(300 - rows.size());
      made.forEach(row -> assertMade(row, known, List.of("amount"), "job", "member", "zip"));
      made.forEach(row -> assertRounded(row, known));
    }
  }

  private static long mismatches(Row a, Row b, String... columns) {
    return Arrays.stream(columns)
        .filter(column -> !Objects.equals(a.<@Nullable Object>getAs(column), b.getAs(column)))
        .count();
  }

  private static List<Row> synthetic(List<Row> out, Object label) {
    return ofClass(out, label).stream().filter(row -> row.<Boolean>getAs("synthetic")).toList();
  }

  private static void assertMade(
      Row row, OneClass known, List<String> numbers, String... categories) {
    Row from = row.getAs("from");
    Row base = known.byId(from.getLong(0));
    Row partner = known.byId(from.getLong(1));
    List<Row> neighbours = known.neighbours(base);
    assertThat(neighbours).contains(partner);
    for (String column : numbers) {
      double expected =
          number(base, column)
              + from.getDouble(2) * (number(partner, column) - number(base, column));
      assertThat(number(row, column)).isCloseTo(expected, within(1e-9));
    }

    for (String column : categories) {
      assertThat(row.<@Nullable Object>getAs(column)).isIn(winners(neighbours, column));
    }
  }

  private static void assertRounded(Row row, OneClass known) {
    Row from = row.getAs("from");
    double base = number(known.byId(from.getLong(0)), "age");
    double partner = number(known.byId(from.getLong(1)), "age");
    assertThat(row.<Integer>getAs("age"))
        .isEqualTo((int) Math.round((1 - from.getDouble(2)) * base + from.getDouble(2) * partner));
  }

  /** P(class | value) by column and value, over all rows. */
  private static Map<String, double[]> shares(List<Row> all, List<Object> labels, String column) {
    Map<String, double[]> counts = new HashMap<>();
    for (Row row : all) {
      String value = text(row, column);
      counts
          .computeIfAbsent(value, any -> new double[labels.size()])[
          labels.indexOf(row.getAs("label"))]++;
    }

    for (double[] rows : counts.values()) {
      double total = Arrays.stream(rows).sum();
      Arrays.setAll(rows, i -> rows[i] / total);
    }

    return counts;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void smoten_givesTheRowsOfTheReference(int classes) {
    String[] columns = TIED;
    Dataset<Row> data =
        MixedTable.of(classes == 2 ? new int[] {400, 60} : new int[] {300, 90, 60})
            .withColumn("few", functions.col("age").mod(functions.lit(7)));
    List<Row> all = data.collectAsList();
    Smote smote = MixedTable.smotenc().setVariant("smoten").setInputCols(columns);
    List<Row> out = smote.setCategoricalCols("zip", "few").fitResample(data).collectAsList();
    List<Object> labels = IntStream.range(0, classes).<Object>mapToObj(c -> "class " + c).toList();
    Map<String, Map<String, double[]>> tables = new HashMap<>();
    Arrays.stream(columns).forEach(c -> tables.put(c, shares(all, labels, c)));
    OneClass.Distance valueDifference =
        (a, b) -> Arrays.stream(columns).mapToDouble(c -> squared(tables, c, a, b)).sum();
    for (Object label : labels.subList(1, classes)) {
      OneClass known = new OneClass(ofClass(all, label), valueDifference);
      List<Row> made = synthetic(out, label);
      assertThat(made).hasSize(ofClass(all, "class 0").size() - known.rows().size());
      made.forEach(row -> assertVoted(row, known, columns));
    }
  }

  private static double squared(
      Map<String, Map<String, double[]>> tables, String column, Row a, Row b) {
    double[] x = share(tables, column, a);
    double[] y = share(tables, column, b);
    double sum = IntStream.range(0, x.length).mapToDouble(i -> Math.abs(x[i] - y[i])).sum();
    return sum * sum;
  }

  private static double[] share(Map<String, Map<String, double[]>> tables, String column, Row row) {
    String value = text(row, column);
    return Objects.requireNonNull(Objects.requireNonNull(tables.get(column)).get(value));
  }

  private static void assertVoted(Row row, OneClass known, String... columns) {
    Row from = row.getAs("from");
    Row base = known.byId(from.getLong(0));
    List<Row> neighbours = known.neighbours(base);
    Row partner = known.byId(from.getLong(1));
    assertThat(neighbours)
        .as("or one with the same values")
        .anyMatch(r -> code(r) == code(partner));
    List<Row> voters = new ArrayList<>(List.of(base));
    voters.addAll(neighbours);
    for (String column : columns) {
      assertThat(row.<@Nullable Object>getAs(column)).isIn(winners(voters, column));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.variants.BaseWeight;
import org.sparksmote.internal.variants.Partner;
import org.sparksmote.internal.variants.VariantParts;
import org.sparksmote.testing.ChildJvm;
import org.sparksmote.testing.VariantRows;
import org.sparksmote.testing.WidestRows;

/**
 * Vectors of size 2^30 with a few values take what the values take: every variant makes its rows in
 * half a gigabyte, and makes what plain loops over the values say.
 */
class WidestRowsTest {

  private static final int ROWS = 200;
  private static final long SEED = 12;

  /** Many short jobs: half of the time would go into the better compiler. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  @TempDir private Path dir = Path.of("");

  /** Prints the new rows of every variant: variant, base, partner, gap, columns and values. */
  private static final class Child {

    private Child() {}

    static void run(String standardize) {
      SparkSession spark = ChildJvm.session();
      Dataset<Row> data = spark.createDataFrame(new WidestRows(ROWS).rows, WidestRows.SCHEMA);
      for (SmoteVariant variant : SmoteVariant.values()) {
        Smote smote = smote(variant).setStandardize(standardize);
        try {
          made(smote, data).forEach(line -> System.out.println(variant.label() + " " + line));
        } catch (SmoteException e) {
          System.out.println(variant.label() + " " + e.code());
        }
      }

      spark.stop();
    }

    private static Smote smote(SmoteVariant variant) {
      Smote smote = Smote.of(variant).setClusterBalanceThreshold(0.05).setSeed(SEED);
      smote.setSyntheticCol("synthetic").setProvenanceCol("from").setIdCol("id");
      return variant == SmoteVariant.SMOTENC ? smote.setCategoricalFeatures("0") : smote;
    }

    private static List<String> made(Smote smote, Dataset<Row> data) {
      List<Row> made = smote.fitResample(data).filter("synthetic").collectAsList();
      return made.stream().map(Child::line).toList();
    }

    private static String line(Row row) {
      SparseVector vector = (SparseVector) row.get(0);
      Row from = row.getStruct(4);
      List<Object> words = new ArrayList<>();
      words.addAll(List.of(row.getInt(1), vector.size(), from.get(0)));
      words.add(from.isNullAt(1) ? VariantRows.NOBODY : from.get(1));
      words.add(from.isNullAt(2) ? Double.NaN : from.get(2));
      for (int i = 0; i < vector.indices().length; i++) {
        words.add(vector.indices()[i]);
        words.add(vector.values()[i]);
      }

      return words.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
  }

  static final class Plain {

    private Plain() {}

    public static void main(String[] args) {
      Child.run("none");
    }
  }

  static final class Scaled {

    private Scaled() {}

    public static void main(String[] args) {
      Child.run("minmax");
    }
  }

  private final WidestRows table = new WidestRows(ROWS);
  private double[] scales = table.scales();

  @Test
  void everyVariant_followsTheValues() throws Exception {
    Arrays.fill(scales, 1);
    check(ChildJvm.start(Plain.class, dir, QUICK_START).lines());
  }

  @Test
  void everyVariant_followsTheValues_alsoWithMinmax() throws Exception {
    scales = table.scales();
    check(ChildJvm.start(Scaled.class, dir, QUICK_START).lines());
  }

  private void check(List<String> lines) {
    Map<String, List<String>> byVariant =
        lines.stream().collect(Collectors.groupingBy(line -> line.split(" ", 2)[0]));
    assertThat(byVariant).hasSize(24);
    for (SmoteVariant variant : SmoteVariant.values()) {
      List<String> found = byVariant.getOrDefault(variant.label(), List.of());
      if (variant == SmoteVariant.SMOTENC || variant == SmoteVariant.SMOTEN) {
        String code = variant == SmoteVariant.SMOTENC ? "SMOTE-052" : "SMOTE-018";
        assertThat(found).containsExactly(variant.label() + " " + code);
      } else {
        List<VariantRows.Made> made = found.stream().map(this::parsed).toList();
        VariantRows rows = new VariantRows(scaledRows(), table.labels(), made, SEED);
        assertThat(made).as(variant.label()).hasSize(80).allMatch(row -> row.label() == 1);
        made.forEach(row -> check(variant, rows, row));
        checkCenters(variant, rows);
      }
    }
  }

  private double[][] scaledRows() {
    return Arrays.stream(table.narrow()).map(this::scaled).toArray(double[][]::new);
  }

  private double[] scaled(double[] row) {
    return IntStream.range(0, row.length).mapToDouble(j -> row[j] * scales[j]).toArray();
  }

  /** In the columns that rows have, scaled as distances are. */
  private VariantRows.Made parsed(String line) {
    String[] words = line.split(" ");
    assertThat(Integer.parseInt(words[2])).isEqualTo(WidestRows.SIZE);
    int[] columns = new int[(words.length - 6) / 2];
    double[] values = new double[columns.length];
    Arrays.setAll(columns, i -> Integer.parseInt(words[6 + 2 * i]));
    Arrays.setAll(values, i -> Double.parseDouble(words[7 + 2 * i]));
    return new VariantRows.Made(
        scaled(table.narrow(columns, values)),
        Integer.parseInt(words[1]),
        Integer.parseInt(words[3]),
        Integer.parseInt(words[4]),
        Double.parseDouble(words[5]));
  }

  private void check(SmoteVariant variant, VariantRows rows, VariantRows.Made made) {
    VariantParts parts = variant.parts();
    assertThat(rows.labels[made.base()]).isEqualTo(1);
    Set<Integer> nearest = nearest(rows, made.base());
    if (parts.partner() == Partner.CLASS_NEIGHBORS && variant != SmoteVariant.KMEANS) {
      assertThat(nearest).as(variant.label()).contains(made.partner());
    }

    if (parts.baseWeight() == BaseWeight.DANGER) {
      assertThat(rows.isInDanger(made.base(), 10)).isTrue();
    }

    double[] base = rows.values[made.base()];
    double[] partner = made.partner() < 0 ? base : rows.values[made.partner()];
    switch (parts.geometry()) {
      case COPY -> assertThat(made.values()).isEqualTo(base);
      case SMOOTHED_BOOTSTRAP, RANDOM_WALK -> assertNear(base, made.values());
      case SIMPLEX -> assertInHull(rows, nearest, base, made.values(), 0);
      case GAUSSIAN -> assertInHull(rows, nearest, base, made.values(), 20);
      case FEATURE_GAPS -> assertBetween(base, partner, made.values());
      case BALL -> assertInBall(base, partner, made.values());
      default -> assertOnSegment(base, target(rows, parts, made), made);
    }
  }

  private static Set<Integer> nearest(VariantRows rows, int base) {
    return Arrays.stream(rows.nearest(base, 5, row -> rows.labels[row] == 1))
        .boxed()
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The end of the segment: the partner, or the mean of the class; of clusters see below. */
  private static double[] target(VariantRows rows, VariantParts parts, VariantRows.Made made) {
    if (made.partner() >= 0) {
      return rows.values[made.partner()];
    }

    return parts.partner() == Partner.CLASS_MEAN
        ? mean(rows, rows.ofClass(1))
        : end(rows.values[made.base()], made);
  }

  private static double[] mean(VariantRows rows, int[] members) {
    double[] mean = new double[rows.values[0].length];
    for (int j = 0; j < mean.length; j++) {
      int column = j;
      mean[j] = Arrays.stream(members).mapToDouble(row -> rows.values[row][column]).sum();
      mean[j] /= members.length;
    }

    return mean;
  }

  /** Where a segment ends that a new row lies on. */
  private static double[] end(double[] base, VariantRows.Made made) {
    double[] end = new double[base.length];
    Arrays.setAll(end, j -> base[j] + (made.values()[j] - base[j]) / made.gap());
    return end;
  }

  private static void assertOnSegment(double[] base, double[] end, VariantRows.Made made) {
    for (int j = 0; j < base.length; j++) {
      double expected = base[j] + made.gap() * (end[j] - base[j]);
      assertThat(made.values()[j]).isEqualTo(expected, within(1e-12));
    }
  }

  /** Segments to means of clusters end in at most eight places. */
  private static void checkCenters(SmoteVariant variant, VariantRows rows) {
    if (variant.parts().partner() == Partner.CLUSTER_MEAN) {
      List<double[]> centers = new ArrayList<>();
      for (VariantRows.Made made : rows.made) {
        double[] end = end(rows.values[made.base()], made);
        if (made.gap() > 1e-3
            && centers.stream().noneMatch(known -> VariantRows.distance(known, end) < 1e-9)) {
          centers.add(end);
        }
      }

      assertThat(centers).hasSizeBetween(2, 8);
    }
  }

  /** Noise in the columns of the base and in no others. */
  private static void assertNear(double[] base, double[] made) {
    for (int j = 0; j < base.length; j++) {
      assertThat(made[j] == base[j]).isEqualTo(base[j] == 0);
      assertThat(made[j]).isEqualTo(base[j], within(60.0));
    }
  }

  private static void assertInHull(
      VariantRows rows, Set<Integer> nearest, double[] base, double[] made, double slack) {
    for (int j = 0; j < base.length; j++) {
      int column = j;
      double[] corners =
          IntStream.concat(IntStream.empty(), nearest.stream().mapToInt(row -> row))
              .mapToDouble(row -> rows.values[row][column])
              .toArray();
      double least = Math.min(base[j], Arrays.stream(corners).min().orElse(0));
      double most = Math.max(base[j], Arrays.stream(corners).max().orElse(0));
      double room = slack * (most - least);
      assertThat(made[j]).isBetween(least - room, most + room);
    }
  }

  private static void assertBetween(double[] base, double[] partner, double[] made) {
    for (int j = 0; j < base.length; j++) {
      assertThat(made[j])
          .isBetween(Math.min(base[j], partner[j]) - 1e-12, Math.max(base[j], partner[j]) + 1e-12);
    }
  }

  private static void assertInBall(double[] base, double[] partner, double[] made) {
    double radius = VariantRows.distance(base, partner);
    assertThat(VariantRows.distance(base, made)).isLessThanOrEqualTo(radius + 1e-9);
    for (int j = 0; j < base.length; j++) {
      assertThat(made[j] != 0).isEqualTo(base[j] != 0 || partner[j] != 0);
    }
  }
}

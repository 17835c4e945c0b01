// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparksmote.Smote;
import org.sparksmote.examples.workloads.WorkloadTable;

/**
 * Which rows of a sample are in danger, by comparing each of them with all rows. A row is if at
 * least half of its m nearest rows, but not all, are of the other class.
 */
final class DangerMask implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String PROVENANCE = "provenance";

  /**
   * How the stage's choice of bases compares with the exact one.
   *
   * @param sampled rows compared
   * @param exactShare share of them that is in danger
   * @param usedShare share of them that the stage used as bases
   * @param agreement share of them about which both agree
   */
  record Agreement(int sampled, double exactShare, double usedShare, double agreement) {}

  /** The m nearest rows of every sampled row so far, nearest first. */
  private static final class Nearest implements Serializable {

    private static final long serialVersionUID = 1L;

    final double[][] distances;
    final boolean[][] enemies;

    Nearest(int rows, int m) {
      distances = new double[rows][m];
      enemies = new boolean[rows][m];
      for (double[] ofRow : distances) {
        Arrays.fill(ofRow, Double.POSITIVE_INFINITY);
      }
    }

    void add(int row, double distance, boolean enemy) {
      int at = NearestRows.add(distances[row], distance);
      if (at >= 0) {
        boolean[] kinds = enemies[row];
        System.arraycopy(kinds, at, kinds, at + 1, kinds.length - 1 - at);
        kinds[at] = enemy;
      }
    }

    Nearest merge(Nearest other) {
      for (int row = 0; row < distances.length; row++) {
        for (int rank = 0; rank < distances[row].length; rank++) {
          add(row, other.distances[row][rank], other.enemies[row][rank]);
        }
      }

      return this;
    }

    boolean isDanger(int row) {
      int count = 0;
      for (boolean enemy : enemies[row]) {
        count += enemy ? 1 : 0;
      }

      return 2 * count >= enemies[row].length && count < enemies[row].length;
    }
  }

  private final double[][] sample;
  private final long[] numbers;
  private final int m;

  private DangerMask(List<Row> rows, int m) {
    this.sample =
        rows.stream().map(row -> ((Vector) row.get(0)).toArray()).toArray(double[][]::new);
    this.numbers = rows.stream().mapToLong(row -> row.getLong(1)).toArray();
    this.m = m;
  }

  /**
   * Compares bases with rows in danger. The stage must make at least one row per row in danger,
   * which it does when it doubles the class: then exactly the rows in danger are bases.
   *
   * @param table a workload with the numbers of its rows
   * @param grown rows of the class to grow, whose numbers come first
   * @param wanted rows to compare
   */
  static Agreement compare(Smote smote, Dataset<Row> table, long grown, int wanted) {
    long stride = Math.max(1, grown / wanted);
    List<Row> sampled =
        table
            .filter(functions.col(WorkloadTable.NUMBER).lt(grown))
            .filter(functions.col(WorkloadTable.NUMBER).mod(stride).equalTo(0))
            .select("features", WorkloadTable.NUMBER)
            .collectAsList(); // bounded by twice the wanted rows
    Set<Long> bases = bases(smote, table, stride);
    DangerMask mask = new DangerMask(sampled, smote.getMNeighbors());
    Nearest nearest = table.javaRDD().mapPartitions(mask::nearest).treeReduce((a, b) -> a.merge(b));
    int exact = 0;
    int used = 0;
    int agreed = 0;
    for (int i = 0; i < sampled.size(); i++) {
      boolean danger = nearest.isDanger(i);
      boolean isBase = bases.contains(mask.numbers[i]);
      exact += danger ? 1 : 0;
      used += isBase ? 1 : 0;
      agreed += danger == isBase ? 1 : 0;
    }

    double size = sampled.size();
    return new Agreement(sampled.size(), exact / size, used / size, agreed / size);
  }

  private static Set<Long> bases(Smote smote, Dataset<Row> table, long stride) {
    smote.setProvenanceCol(PROVENANCE).setIdCol(WorkloadTable.NUMBER);
    List<Row> rows =
        smote
            .fitResample(table)
            .select(functions.col(PROVENANCE + ".base").as("base"))
            .filter(functions.col("base").isNotNull())
            .filter(functions.col("base").mod(stride).equalTo(0))
            .distinct()
            .collectAsList(); // bounded by the sample
    Set<Long> bases = new HashSet<>();
    rows.forEach(row -> bases.add(row.getLong(0)));
    return bases;
  }

  private Iterator<Nearest> nearest(Iterator<Row> rows) {
    Nearest nearest = new Nearest(sample.length, m);
    while (rows.hasNext()) {
      Row row = rows.next();
      double[] features = row.<Vector>getAs("features").toArray();
      long number = row.getAs(WorkloadTable.NUMBER);
      boolean enemy = !row.getAs("label").equals(WorkloadTable.GROWN);
      for (int i = 0; i < sample.length; i++) {
        if (numbers[i] != number) {
          double limit = nearest.distances[i][m - 1];
          nearest.add(i, NearestRows.squaredDistance(sample[i], features, limit), enemy);
        }
      }
    }

    return List.of(nearest).iterator();
  }
}

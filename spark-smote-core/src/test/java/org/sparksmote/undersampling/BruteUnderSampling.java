// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Under-sampling as it is written down, by comparing every row with every other one. */
final class BruteUnderSampling {

  /** A row of a table. */
  record Point(double[] features, int label, long id) {

    double to(Point other) {
      double sum = 0;
      for (int j = 0; j < features.length; j++) {
        sum += (features[j] - other.features[j]) * (features[j] - other.features[j]);
      }

      return Math.sqrt(sum);
    }
  }

  private final List<Point> points = new ArrayList<>();

  /** Of rows with features, label and id. */
  BruteUnderSampling(Dataset<Row> rows) {
    for (Row row : rows.select("features", "label", "id").collectAsList()) {
      points.add(new Point(row.<Vector>getAs(0).toArray(), row.getInt(1), row.getLong(2)));
    }
  }

  List<Point> of(int label) {
    return points.stream().filter(point -> point.label() == label).toList();
  }

  private static double mean(DoubleStream sorted, int k) {
    return sorted.limit(k).average().orElseThrow();
  }

  /** What NearMiss says of a row, the lower the better; not a number if it is no candidate. */
  double value(Point row, int minority, int version, int k, int candidates) {
    List<Point> others = of(minority);
    DoubleStream distances = others.stream().mapToDouble(row::to).sorted();
    return switch (version) {
      case 1 -> mean(distances, k);
      case 2 -> mean(distances.skip(Math.max(0, others.size() - k)), k);
      default -> isCandidate(row, others, candidates) ? -mean(distances, k) : Double.NaN;
    };
  }

  private boolean isCandidate(Point row, List<Point> others, int candidates) {
    List<Point> own = of(row.label());
    return others.stream()
        .anyMatch(
            other -> {
              double[] all = own.stream().mapToDouble(other::to).sorted().toArray();
              return row.to(other) <= all[Math.min(candidates, all.length) - 1];
            });
  }

  /** The ids of rows of a class that are in a Tomek link, if only some rows are there. */
  Set<Long> linked(int label, Set<Long> some) {
    List<Point> there = points.stream().filter(point -> some.contains(point.id())).toList();
    return there.stream()
        .filter(point -> point.label() == label)
        .filter(
            point ->
                there.stream()
                    .filter(other -> other.label() != label)
                    .anyMatch(
                        other ->
                            point.to(other) <= toNearest(point, there)
                                && point.to(other) <= toNearest(other, there)))
        .map(Point::id)
        .collect(Collectors.toSet());
  }

  private static double toNearest(Point point, List<Point> there) {
    return there.stream()
        .filter(other -> other.id() != point.id())
        .mapToDouble(point::to)
        .min()
        .orElseThrow();
  }

  /** Whether a row is as near to a row of the minority as to a seed of its class. */
  boolean isMisjudged(Point row, int minority, List<Point> seeds) {
    double toMinority = of(minority).stream().mapToDouble(row::to).min().orElseThrow();
    return seeds.stream().allMatch(seed -> toMinority <= row.to(seed));
  }
}

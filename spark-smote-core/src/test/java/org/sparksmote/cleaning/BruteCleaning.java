// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cleaning as it is written down, by comparing every row with every other one: the nearest rows are
 * those of the smallest squared distance; of equally far ones those of other classes come first, by
 * label, and the own class last.
 */
final class BruteCleaning {

  private final List<double[]> features = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private final List<Long> ids = new ArrayList<>();

  /** Of rows with features, label and id. */
  BruteCleaning(Dataset<Row> rows) {
    for (Row row : rows.select("features", "label", "id").collectAsList()) {
      features.add(row.<Vector>getAs(0).toArray());
      labels.add(row.getInt(1));
      ids.add(row.getLong(2));
    }
  }

  private int size() {
    return ids.size();
  }

  private double distance(int a, int b) {
    double sum = 0;
    for (int j = 0; j < features.get(a).length; j++) {
      double difference = features.get(a)[j] - features.get(b)[j];
      sum += difference * difference;
    }

    return sum;
  }

  /** The ids of rows in Tomek links, of some classes. */
  Set<Long> tomek(Collection<Integer> targets) {
    Set<Long> found = new TreeSet<>();
    double[] reach = new double[size()];
    for (int i = 0; i < size(); i++) {
      int row = i;
      reach[i] = others(i).mapToDouble(other -> distance(row, other)).min().orElseThrow();
    }

    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        double distance = distance(i, j);
        boolean linked = distance <= reach[i] && distance <= reach[j];
        if (targets.contains(labels.get(i)) && !labels.get(i).equals(labels.get(j)) && linked) {
          found.add(ids.get(i));
        }
      }
    }

    return found;
  }

  /** The ids of rows whose k neighbours are not, or not most often, of their class. */
  Set<Long> edited(int k, boolean byMode, Collection<Integer> targets) {
    Set<Long> found = new TreeSet<>();
    for (int i = 0; i < size(); i++) {
      int own = labels.get(i);
      List<Integer> near = nearestLabels(i, k);
      boolean agrees = byMode ? mode(near) == own : near.stream().allMatch(label -> label == own);
      if (targets.contains(own) && !agrees) {
        found.add(ids.get(i));
      }
    }

    return found;
  }

  private IntStream others(int row) {
    return IntStream.range(0, size()).filter(other -> other != row);
  }

  private List<Integer> nearestLabels(int row, int k) {
    Comparator<Integer> byDistance = Comparator.comparingDouble(other -> distance(row, other));
    return others(row)
        .boxed()
        .sorted(
            byDistance
                .thenComparing(other -> labels.get(other).equals(labels.get(row)))
                .thenComparing(labels::get))
        .limit(k)
        .map(labels::get)
        .toList();
  }

  private static int mode(List<Integer> near) {
    Map<Integer, Integer> counts = new HashMap<>();
    near.forEach(label -> counts.merge(label, 1, Integer::sum));
    return counts.keySet().stream()
        .max(Comparator.<Integer>comparingInt(counts::get).thenComparing(label -> -label))
        .orElseThrow();
  }
}

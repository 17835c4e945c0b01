// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /** Of some of the rows. */
  private BruteCleaning(BruteCleaning all, Set<Long> without) {
    for (int i = 0; i < all.size(); i++) {
      if (!without.contains(all.ids.get(i))) {
        features.add(all.features.get(i));
        labels.add(all.labels.get(i));
        ids.add(all.ids.get(i));
      }
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

  /** Whose rows may go, of classes with their numbers of rows. */
  interface Strategy {

    Collection<Integer> targets(Map<Integer, Integer> counts);

    static Collection<Integer> all(Map<Integer, Integer> counts) {
      return counts.keySet();
    }

    static Collection<Integer> notMinority(Map<Integer, Integer> counts) {
      return counts.keySet().stream().filter(label -> label != smallest(counts)).toList();
    }
  }

  private Map<Integer, Integer> classes() {
    Map<Integer, Integer> counts = new TreeMap<>();
    labels.forEach(label -> counts.merge(label, 1, Integer::sum));
    return counts;
  }

  private static int smallest(Map<Integer, Integer> counts) {
    return counts.keySet().stream()
        .min(Comparator.<Integer>comparingInt(counts::get).thenComparing(label -> label))
        .orElseThrow();
  }

  /**
   * The ids that go in rounds of editing.
   *
   * @param ks neighbours in each round
   * @param steady whether a round in which nothing goes is the last one
   * @param heedsMinority whether a round is the last one that makes another class smaller than the
   *     smallest was
   */
  Set<Long> rounds(
      int[] ks, boolean byMode, Strategy strategy, boolean steady, boolean heedsMinority) {
    Map<Integer, Integer> first = classes();
    int smallest = smallest(first);
    int few = first.getOrDefault(smallest, 0);
    Set<Long> gone = new TreeSet<>();
    BruteCleaning now = this;
    for (int k : ks) {
      Set<Long> more = now.edited(k, byMode, strategy.targets(now.classes()));
      gone.addAll(more);
      now = new BruteCleaning(this, gone);
      Map<Integer, Integer> left = now.classes();
      boolean outnumbered =
          left.entrySet().stream()
              .anyMatch(count -> count.getKey() != smallest && count.getValue() < few);
      if ((steady && more.isEmpty())
          || (heedsMinority && outnumbered)
          || left.size() < first.size()) {
        break;
      }
    }

    return gone;
  }

  /** The ids that go because they, or one of the smallest class near them, are misclassified. */
  Set<Long> neighbourhood(int k, double threshold, Strategy strategy) {
    Map<Integer, Integer> counts = classes();
    int smallest = smallest(counts);
    Collection<Integer> targets = strategy.targets(counts);
    Set<Long> found = new TreeSet<>(edited(k, true, targets));
    Set<Long> wrong = edited(k, true, Set.of(smallest));
    for (int i = 0; i < size(); i++) {
      if (wrong.contains(ids.get(i))) {
        for (int other : taken(i, k)) {
          int label = labels.get(other);
          int rows = counts.getOrDefault(label, 0);
          if (targets.contains(label) && rows > threshold * counts.getOrDefault(smallest, 0)) {
            found.add(ids.get(other));
          }
        }
      }
    }

    return found;
  }

  /** The k nearest rows, and those of the last one's class that are just as far. */
  private List<Integer> taken(int row, int k) {
    List<Integer> sorted = nearest(row);
    int last = sorted.get(k - 1);
    return IntStream.range(0, sorted.size())
        .filter(
            rank ->
                rank < k
                    || (distance(row, sorted.get(rank)) == distance(row, last)
                        && labels.get(sorted.get(rank)).equals(labels.get(last))))
        .mapToObj(sorted::get)
        .toList();
  }

  private IntStream others(int row) {
    return IntStream.range(0, size()).filter(other -> other != row);
  }

  private List<Integer> nearestLabels(int row, int k) {
    return nearest(row).stream().limit(k).map(labels::get).toList();
  }

  private List<Integer> nearest(int row) {
    Comparator<Integer> byDistance = Comparator.comparingDouble(other -> distance(row, other));
    return others(row)
        .boxed()
        .sorted(
            byDistance
                .thenComparing(other -> labels.get(other).equals(labels.get(row)))
                .thenComparing(labels::get))
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

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.Smote;
import org.sparksmote.internal.keyed.ContentKey;
import org.sparksmote.internal.keyed.KeyedRandom;

/**
 * What a variant made of a small table whose ids count from 0, and plain loops over all rows of the
 * table to check it with. No two distances of the table may be equal.
 */
public final class VariantRows {

  /** A new row and where it is from: without a partner {@link #NOBODY}, without a gap NaN. */
  public record Made(double[] values, int label, int base, int partner, double gap) {}

  public static final int NOBODY = -1;

  public final double[][] values;
  public final int[] labels;
  public final List<Made> made;
  private final long seed;

  /** Rows by id, and what was made of them. */
  public VariantRows(double[][] values, int[] labels, List<Made> made, long seed) {
    this.values = values;
    this.labels = labels;
    this.made = made;
    this.seed = seed;
  }

  /** Over-samples a table of {@link Tables#SCHEMA}, by id. */
  public static VariantRows of(Smote smote, Dataset<Row> data) {
    List<Made> made =
        smote
            .setSyntheticCol("synthetic")
            .setProvenanceCol("from")
            .setIdCol("id")
            .fitResample(data)
            .filter("synthetic")
            .collectAsList()
            .stream()
            .map(VariantRows::made)
            .toList();
    List<Row> rows = data.collectAsList();
    double[][] values = new double[rows.size()][];
    int[] labels = new int[rows.size()];
    for (Row row : rows) {
      values[(int) row.getLong(2)] = ((Vector) row.get(0)).toArray();
      labels[(int) row.getLong(2)] = row.getInt(1);
    }

    return new VariantRows(values, labels, made, smote.getSeed());
  }

  private static Made made(Row row) {
    Row from = row.getStruct(4);
    return new Made(
        ((Vector) row.get(0)).toArray(),
        row.getInt(1),
        (int) from.getLong(0),
        from.isNullAt(1) ? NOBODY : (int) from.getLong(1),
        from.isNullAt(2) ? Double.NaN : from.getDouble(2));
  }

  /** The new rows of a class. */
  public List<Made> made(int label) {
    return made.stream().filter(row -> row.label() == label).toList();
  }

  /** How many new rows each base of a class got; bases without any are left out. */
  public Map<Integer, Long> uses(int label) {
    return made(label).stream()
        .collect(Collectors.groupingBy(Made::base, TreeMap::new, Collectors.counting()));
  }

  /** The rows of a class, ascending. */
  public int[] ofClass(int label) {
    return IntStream.range(0, labels.length).filter(row -> labels[row] == label).toArray();
  }

  public double distance(int a, int b) {
    return distance(values[a], values[b]);
  }

  public static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }

    return Math.sqrt(sum);
  }

  /** The k nearest other rows among those allowed, nearest first. */
  public int[] nearest(int row, int k, IntPredicate allowed) {
    return nearest(values[row], k, other -> other != row && allowed.test(other));
  }

  /** The k rows nearest to a place among those allowed, nearest first. */
  public int[] nearest(double[] place, int k, IntPredicate allowed) {
    return IntStream.range(0, labels.length)
        .filter(allowed)
        .boxed()
        .sorted(Comparator.comparingDouble(other -> distance(place, values[other])))
        .limit(k)
        .mapToInt(other -> other)
        .toArray();
  }

  /** How many of the k nearest rows are of another class. */
  public int enemies(int row, int k) {
    return (int)
        Arrays.stream(nearest(row, k, other -> true))
            .filter(other -> labels[other] != labels[row])
            .count();
  }

  /** Whether m/2 or more of the m nearest rows are of another class, but not all of them. */
  public boolean isInDanger(int row, int m) {
    return 2 * enemies(row, m) >= m && enemies(row, m) < m;
  }

  /**
   * Largest remainders of whole weights: every row gets its quota rounded down, then the rows with
   * the largest remainders one more, the keyed rank deciding between equals.
   */
  public Map<Integer, Long> quotas(long total, Map<Integer, Long> weights) {
    BigInteger sum = BigInteger.valueOf(weights.values().stream().mapToLong(w -> w).sum());
    Map<Integer, Long> shares = new TreeMap<>();
    Map<Integer, BigInteger> rests = new TreeMap<>();
    long left = total;
    for (Map.Entry<Integer, Long> weight : weights.entrySet()) {
      BigInteger product =
          BigInteger.valueOf(total).multiply(BigInteger.valueOf(weight.getValue()));
      long share = product.divide(sum).longValueExact();
      shares.put(weight.getKey(), share);
      rests.put(weight.getKey(), product.mod(sum));
      left -= share;
    }

    Comparator<Integer> order =
        Comparator.comparing(row -> rests.getOrDefault(row, BigInteger.ZERO).negate());
    weights.keySet().stream()
        .sorted(order.thenComparing(this::rank))
        .limit(left)
        .forEach(row -> shares.merge(row, 1L, Long::sum));
    shares.values().removeIf(share -> share == 0);
    return shares;
  }

  private long rank(int row) {
    return KeyedRandom.rank(seed, ContentKey.ofDense(values[row]), 0);
  }
}

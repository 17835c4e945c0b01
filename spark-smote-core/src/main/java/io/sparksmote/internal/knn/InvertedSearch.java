// SPDX-License-Identifier: Apache-2.0
package io.sparksmote.internal.knn;

import java.util.Arrays;

/**
 * Exact neighbours of wide sparse rows through an inverted index: for each column the rows that
 * have a value there. A query only meets candidates that share a column with it; of all others the
 * shortest are nearest.
 *
 * <p>|q - p|² = |q|² + |p|² - 2qp loses digits where rows are near each other, so it only proposes:
 * every row that a bound on the error does not exclude is ranked by its true distance.
 */
final class InvertedSearch {

  /** Products above which a forest on sketches is cheaper: about half a minute of one core. */
  private static final double MOST_PRODUCTS = 3e10;

  private final SparsePoints points;
  private final Roles roles;
  private final int[] rowsOf; // the rows of each column, one column after the other
  private final double[] valuesOf;
  private final int[] starts;
  private final double[] norms;
  private final int[] byNorm;
  private final double error;
  private final double[] products;
  private final boolean[] isMet;
  private final int[] met;

  private InvertedSearch(SparsePoints points, Roles roles) {
    int size = points.size();
    this.points = points;
    this.roles = roles;
    this.starts = columnStarts(points, roles.candidates());
    this.rowsOf = new int[starts[points.columns()]];
    this.valuesOf = new double[rowsOf.length];
    this.norms = new double[size];
    this.products = new double[size];
    this.isMet = new boolean[size];
    this.met = new int[size];
    int longest = index();
    this.byNorm = orderByNorm();
    this.error = 8 * (longest + 4) * 0x1p-53;
  }

  /** Whether an inverted index answers these points well: wide rows, and no crowded columns. */
  static boolean suits(Points points, Roles roles) {
    if (!(points instanceof SparsePoints sparse) || sparse.exactImage()) {
      return false;
    }

    int[] queries = columnStarts(sparse, roles.queries());
    int[] candidates = columnStarts(sparse, roles.candidates());
    double productsInAll = 0;
    for (int c = 0; c < sparse.columns(); c++) {
      double asking = queries[c + 1] - queries[c];
      productsInAll += asking * (candidates[c + 1] - candidates[c]);
    }

    return productsInAll <= MOST_PRODUCTS;
  }

  /** Writes the k nearest of every query, one row of {@code ids} each. */
  static void search(SparsePoints points, Roles roles, int k, int[] ids) {
    InvertedSearch search = new InvertedSearch(points, roles);
    int[] queries = roles.queries();
    NearestSet nearest = new NearestSet(k);
    double[] proposed = new double[k];
    for (int q = 0; q < queries.length; q++) {
      nearest.clear();
      search.nearest(queries[q], proposed, nearest);
      nearest.copyTo(ids, q * k);
    }
  }

  private static int[] columnStarts(SparsePoints points, int[] rows) {
    int[] starts = new int[points.columns() + 1];
    for (int row : rows) {
      for (int at = points.start(row); at < points.end(row); at++) {
        starts[points.column(at) + 1]++;
      }
    }

    for (int c = 0; c < points.columns(); c++) {
      starts[c + 1] += starts[c];
    }

    return starts;
  }

  private int index() {
    int[] next = starts.clone();
    int longest = 0;
    for (int row = 0; row < norms.length; row++) {
      longest = Math.max(longest, points.end(row) - points.start(row));
      for (int at = points.start(row); at < points.end(row); at++) {
        double value = points.scaled(at);
        norms[row] += value * value;
        if (roles.isCandidate()[row]) {
          int place = next[points.column(at)]++;
          rowsOf[place] = row;
          valuesOf[place] = value;
        }
      }
    }

    return longest;
  }

  private int[] orderByNorm() {
    Integer[] order = Arrays.stream(roles.candidates()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(norms[a], norms[b]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private void nearest(int query, double[] proposed, NearestSet nearest) {
    int count = meet(query);
    double reach = reach(query, count, proposed);
    for (int i = 0; i < count; i++) {
      if (estimate(query, met[i]) - slack(query, met[i]) <= reach) {
        nearest.offer(met[i], points.squaredDistance(query, met[i]));
      }
    }

    for (int i = 0; i < byNorm.length; i++) {
      int row = byNorm[i];
      if (norms[query] + norms[row] - slack(query, row) > reach) {
        break; // and all longer rows are farther still
      }

      if (!isMet[row]) {
        nearest.offer(row, points.squaredDistance(query, row));
      }
    }

    forget(query, count);
  }

  /** Multiplies the query with every candidate that shares a column with it. */
  private int meet(int query) {
    isMet[query] = true;
    int count = 0;
    for (int at = points.start(query); at < points.end(query); at++) {
      double value = points.scaled(at);
      int column = points.column(at);
      for (int i = starts[column]; i < starts[column + 1]; i++) {
        int row = rowsOf[i];
        products[row] += value * valuesOf[i];
        if (!isMet[row]) {
          isMet[row] = true;
          met[count++] = row;
        }
      }
    }

    return count;
  }

  private void forget(int query, int count) {
    isMet[query] = false;
    products[query] = 0;
    for (int i = 0; i < count; i++) {
      isMet[met[i]] = false;
      products[met[i]] = 0;
    }
  }

  private double estimate(int query, int row) {
    return norms[query] + norms[row] - 2 * products[row];
  }

  /** Twice what roundings can move an estimate or a true distance. */
  private double slack(int query, int row) {
    return error * (norms[query] + norms[row]);
  }

  /** Returns an estimate that none of the k nearest exceeds by more than its slack. */
  private double reach(int query, int count, double[] smallest) {
    Arrays.fill(smallest, Double.POSITIVE_INFINITY);
    for (int i = 0; i < count; i++) {
      keep(smallest, estimate(query, met[i]) + slack(query, met[i]));
    }

    int last = smallest.length - 1;
    for (int i = 0; i < byNorm.length; i++) {
      int row = byNorm[i];
      double most = norms[query] + norms[row] + slack(query, row);
      if (most >= smallest[last]) {
        break;
      }

      if (!isMet[row]) {
        keep(smallest, most);
      }
    }

    return smallest[last];
  }

  private static void keep(double[] smallest, double value) {
    int at = smallest.length - 1;
    if (value >= smallest[at]) {
      return;
    }

    while (at > 0 && smallest[at - 1] > value) {
      smallest[at] = smallest[at - 1];
      at--;
    }

    smallest[at] = value;
  }
}

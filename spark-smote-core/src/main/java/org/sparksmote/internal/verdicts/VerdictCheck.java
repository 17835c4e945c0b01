// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.verdicts.ExactVerdicts.Near;

/** Compares verdicts with those by exact neighbours, on a bounded sample of the judged rows. */
final class VerdictCheck {

  private final RoutingPlan plan;
  private final VerdictScope scope;
  private final Map<Object, Integer> classOf;
  private final Dataset<Row> rows;

  /**
   * Of a judgement.
   *
   * @param classOf label to class, as tasks can read it
   * @param rows label and features
   */
  VerdictCheck(
      RoutingPlan plan, VerdictScope scope, Map<Object, Integer> classOf, Dataset<Row> rows) {
    this.plan = plan;
    this.scope = scope;
    this.classOf = classOf;
    this.rows = rows;
  }

  /**
   * Rows checked, and those of them about which exact neighbours say the same.
   *
   * @param removed who goes, as it was judged
   */
  long[] check(Dataset<Row> removed, int most) {
    List<Row> sample = CheckedRows.of(rows, plan, classOf, scope.targets(), most);
    if (sample.isEmpty()) {
      return new long[2];
    }

    Set<Row> gone = given(removed, sample);
    List<Near> near = exact(classes(sample), packed(sample), scope.rule().k() + 1);
    boolean[] out = scope.rule().kind() == VerdictRule.Kind.TOMEK ? linked(sample, near) : null;
    long agreed = 0;
    for (int i = 0; i < sample.size(); i++) {
      boolean goes = out == null ? isOut(own(sample.get(i)), near.get(i)) : out[i];
      agreed += goes == gone.contains(sample.get(i).getStruct(1)) ? 1 : 0;
    }

    return new long[] {sample.size(), agreed};
  }

  private Set<Row> given(Dataset<Row> removed, List<Row> sample) {
    StructType type = new StructType().add("sampled", RowIdentity.TYPE, false);
    List<Row> identities = sample.stream().map(row -> RowFactory.create(row.getStruct(1))).toList();
    Dataset<Row> sampled = rows.sparkSession().createDataFrame(identities, type);
    return new HashSet<>(
        removed
            .join(
                functions.broadcast(sampled),
                functions.col("removed").equalTo(functions.col("sampled")),
                "left_semi")
            .select("removed.*")
            .collectAsList());
  }

  private List<Near> exact(int[] own, byte[][] packed, int kept) {
    return new ExactVerdicts(plan, classOf, own, packed, kept).find(rows);
  }

  private static int own(Row sampled) {
    return sampled.getStruct(1).getInt(0);
  }

  private static int[] classes(List<Row> sample) {
    return sample.stream().mapToInt(VerdictCheck::own).toArray();
  }

  private static byte[][] packed(List<Row> sample) {
    return sample.stream().map(row -> row.<byte[]>getAs(2)).toArray(byte[][]::new);
  }

  /** Edited nearest neighbours: other classes first where rows are equally far, the own last. */
  private boolean isOut(int own, Near near) {
    double[][] distances = near.distances();
    int[] next = new int[distances.length];
    next[own] = 1; // the row itself
    long[] counts = new long[distances.length];
    for (int left = scope.rule().k(); left > 0; left--) {
      int nearest = -1;
      for (int c : inOrder(own, distances.length)) {
        boolean isLess =
            next[c] < distances[c].length
                && (nearest < 0 || distances[c][next[c]] < distances[nearest][next[nearest]]);
        nearest = isLess ? c : nearest;
      }

      if (nearest >= 0) {
        counts[nearest]++;
        next[nearest]++;
      }
    }

    return scope.rule().isByMode()
        ? most(counts) != own
        : Arrays.stream(counts).sum() > counts[own];
  }

  private static int[] inOrder(int own, int classes) {
    int[] order = new int[classes];
    int at = 0;
    for (int c = 0; c < classes; c++) {
      order[at] = c;
      at += c == own ? 0 : 1;
    }

    order[classes - 1] = own;
    return order;
  }

  /** The class that most neighbours have; of equally many the smaller label. */
  private static int most(long[] counts) {
    int most = 0;
    for (int c = 1; c < counts.length; c++) {
      most = counts[c] > counts[most] ? c : most;
    }

    return most;
  }

  /** Tomek links: whether a nearest row of another class has nothing nearer than the row. */
  private boolean[] linked(List<Row> sample, List<Near> near) {
    double[] reach = new double[sample.size()];
    List<Integer> asking = new ArrayList<>();
    List<byte[]> partners = new ArrayList<>();
    boolean[] linked = new boolean[reach.length];
    for (int i = 0; i < reach.length; i++) {
      int own = own(sample.get(i));
      reach[i] = nearest(near.get(i).distances(), own, false);
      boolean possible = reach[i] <= nearest(near.get(i).distances(), own, true);
      linked[i] = possible && reach[i] == 0;
      if (possible && reach[i] > 0) {
        for (byte[] partner : near.get(i).partners()) {
          asking.add(i);
          partners.add(partner);
        }
      }
    }

    if (!partners.isEmpty()) {
      // Of these the class does not matter: all have one distance.
      List<Near> ofPartners = exact(new int[partners.size()], partners.toArray(byte[][]::new), 2);
      for (int p = 0; p < partners.size(); p++) {
        int i = asking.get(p);
        linked[i] |= secondOfAll(ofPartners.get(p).distances()) >= reach[i];
      }
    }

    return linked;
  }

  /** The distance of the nearest row of the class of a row, or of the others. */
  private static double nearest(double[][] distances, int own, boolean ofOwn) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < distances.length; c++) {
      int at = c == own ? 1 : 0; // itself
      if ((c == own) == ofOwn && distances[c].length > at) {
        nearest = Math.min(nearest, distances[c][at]);
      }
    }

    return nearest;
  }

  private static double secondOfAll(double[][] distances) {
    double[] all = Arrays.stream(distances).flatMapToDouble(Arrays::stream).sorted().toArray();
    return all.length < 2 ? Double.POSITIVE_INFINITY : all[1];
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.quality;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.distance.SparseScreen;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.PackedRows;
import org.sparksmote.internal.spark.Passes;
import org.sparksmote.report.NeighborQuality;

/** The true distances from a few sampled rows to their nearest rows, by looking at all rows. */
final class ExactDistances implements Serializable {

  private static final long serialVersionUID = 1L;

  private final RoutingPlan plan;
  private final FeatureReader reader;
  private final HashMap<Object, int[]> askingOfClass = new HashMap<>(); // classes, by label
  private final byte[][] packed;
  private final int[] kept;
  private final int[] classOf;

  ExactDistances(RoutingPlan plan, List<Row> reports) {
    this.plan = plan;
    this.reader = FeatureReader.of(plan.input());
    this.packed = new byte[reports.size()][];
    this.kept = new int[reports.size()];
    this.classOf = reports.stream().mapToInt(report -> report.getInt(0)).toArray();
    for (int i = 0; i < packed.length; i++) {
      packed[i] = reports.get(i).getAs(1);
      // One more than is asked for: the row itself is among all rows, at distance 0.
      kept[i] = NeighborQuality.HORIZON * reports.get(i).getList(2).size() + 1;
    }

    int[] asking = Arrays.stream(classOf).sorted().distinct().toArray();
    for (int c = 0; c < plan.classes().size(); c++) {
      int[] some = askingAbout(c, asking);
      if (some.length > 0) {
        askingOfClass.put(plan.classes().get(c).plan().count().key(), some);
      }
    }
  }

  /** Classes whose neighbours may be rows of a class: itself, or searched among all rows. */
  private int[] askingAbout(int c, int[] asking) {
    return Arrays.stream(asking)
        .filter(own -> own == c || plan.classes().get(own).needs().judgedAmongAll())
        .toArray();
  }

  /** The smallest distances of every sampled row to any row, ascending. */
  double[][] find(Dataset<Row> rows) {
    double[][] nothing = new double[packed.length][0];
    Row found = Passes.merge(rows, part -> toRow(nearest(part)), toRow(nothing), this::merge);
    return found.getAs(0);
  }

  private static Row toRow(double[][] distances) {
    return RowFactory.create((Object) distances);
  }

  private double[][] nearest(Iterator<Row> rows) {
    Samples[] samples = new Samples[plan.classes().size()];
    Arrays.setAll(samples, Samples::new);
    FeatureRow features = new FeatureRow();
    while (rows.hasNext()) {
      Row row = rows.next();
      Object label = Labels.key(row.get(0));
      int[] asking = label == null ? null : askingOfClass.get(label);
      if (asking != null) {
        reader.read(row, features);
        for (int i = 0; i < asking.length && features.invalid == FeatureRow.VALID; i++) {
          samples[asking[i]].meet(features);
        }
      }
    }

    double[][] result = new double[packed.length][];
    Arrays.stream(samples).forEach(some -> some.copyTo(result));
    return result;
  }

  /** The sampled rows of a class, and what is nearest to each so far. */
  private final class Samples {

    private final RowDistance distance;
    private final int[] numbers;
    private final FeatureRow[] rows;
    private final SparseScreen screen;
    private final SmallestValues[] nearest;

    Samples(int c) {
      distance = plan.classes().get(c).distance();
      numbers = IntStream.range(0, classOf.length).filter(i -> classOf[i] == c).toArray();
      rows = Arrays.stream(numbers).mapToObj(i -> unpack(packed[i])).toArray(FeatureRow[]::new);
      screen = new SparseScreen(distance, rows);
      nearest =
          Arrays.stream(numbers)
              .mapToObj(i -> new SmallestValues(kept[i]))
              .toArray(SmallestValues[]::new);
    }

    void meet(FeatureRow other) {
      screen.look(other);
      for (int i = 0; i < rows.length; i++) {
        double limit = nearest[i].limit();
        if (!screen.isBeyond(i, limit)) {
          nearest[i].add(distance.between(rows[i], other, limit));
        }
      }
    }

    void copyTo(double[][] result) {
      for (int i = 0; i < numbers.length; i++) {
        result[numbers[i]] = nearest[i].sorted();
      }
    }
  }

  private FeatureRow unpack(byte[] row) {
    PackedRows.Reader unpacked = new PackedRows.Reader(row, plan.size());
    unpacked.next();
    return unpacked.row;
  }

  private Row merge(Row a, Row b) {
    double[][] merged = new double[packed.length][];
    for (int i = 0; i < merged.length; i++) {
      SmallestValues smallest = new SmallestValues(kept[i]);
      Arrays.stream(a.<double[][]>getAs(0)[i]).forEach(smallest::add);
      Arrays.stream(b.<double[][]>getAs(0)[i]).forEach(smallest::add);
      merged[i] = smallest.sorted();
    }

    return toRow(merged);
  }

  /** The nearest distances without the row itself. */
  static double[] withoutSelf(double[] sorted) {
    return Arrays.copyOfRange(sorted, 1, sorted.length);
  }

  /** The few smallest of many values. */
  private static final class SmallestValues {

    private final double[] values; // ascending
    private int count;

    SmallestValues(int most) {
      values = new double[most];
    }

    /** Values from here on are of no use. */
    double limit() {
      return count < values.length ? Double.POSITIVE_INFINITY : values[count - 1];
    }

    void add(double value) {
      if (count == values.length && value >= values[count - 1]) {
        return;
      }

      int at = count < values.length ? count++ : count - 1;
      while (at > 0 && values[at - 1] > value) {
        values[at] = values[at - 1];
        at--;
      }

      values[at] = value;
    }

    double[] sorted() {
      return Arrays.copyOf(values, count);
    }
  }
}

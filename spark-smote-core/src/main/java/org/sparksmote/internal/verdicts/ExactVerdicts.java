// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.PackedRows;
import org.sparksmote.internal.spark.Passes;

/**
 * The nearest rows of each class to a few rows, by looking at all rows: without buckets, trees or
 * sketches, and the distances of which {@link RowDistance} says that they are the true ones.
 */
final class ExactVerdicts implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Rows of another class that are equally near, and are kept: more are not looked at. */
  static final int PARTNERS = 8;

  private final RoutingPlan plan;
  private final FeatureReader reader;
  private final Map<Object, Integer> classOf;
  private final int[] own;
  private final byte[][] packed;
  private final int kept;

  /**
   * For some rows.
   *
   * @param classOf label to class, as tasks can read it
   * @param own their classes
   * @param kept distances of each class
   */
  ExactVerdicts(
      RoutingPlan plan, Map<Object, Integer> classOf, int[] own, byte[][] packed, int kept) {
    this.plan = plan;
    this.reader = FeatureReader.of(plan.input());
    this.classOf = classOf;
    this.own = own;
    this.packed = packed;
    this.kept = kept;
  }

  /**
   * What is near to a row.
   *
   * @param distances by class, ascending; the row itself is among those of its own class
   * @param partners the nearest rows of other classes, packed
   */
  record Near(double[][] distances, List<byte[]> partners) {}

  /** One job; what is near to each of the rows. */
  List<Near> find(Dataset<Row> rows) {
    Row found = Passes.merge(rows, part -> toRow(near(part)), toRow(nothing()), this::merged);
    return List.of(of(found));
  }

  private Near[] nothing() {
    Near[] near = new Near[packed.length];
    Arrays.setAll(
        near, i -> new Near(new double[plan.classes().size()][0], new ArrayList<>(PARTNERS)));
    return near;
  }

  private Near[] near(Iterator<Row> rows) {
    FeatureRow[] samples = new FeatureRow[packed.length];
    Arrays.setAll(samples, i -> unpacked(packed[i]));
    Near[] near = nothing();
    FeatureRow features = new FeatureRow();
    while (rows.hasNext()) {
      Row row = rows.next();
      Object label = Labels.key(row.get(0));
      Integer c = label == null ? null : classOf.get(label);
      if (c != null) {
        reader.read(row, features);
        for (int i = 0; i < samples.length && features.invalid == FeatureRow.VALID; i++) {
          add(i, c, samples[i], features, near[i]);
        }
      }
    }

    return near;
  }

  private void add(int i, int c, FeatureRow sample, FeatureRow other, Near near) {
    RowDistance distance = plan.classes().get(own[i]).distance();
    double[] known = near.distances()[c];
    double limit = known.length < kept ? Double.POSITIVE_INFINITY : known[kept - 1];
    double found = distance.between(sample, other, limit);
    if (found > limit) {
      return;
    }

    double nearest = c == own[i] ? Double.NEGATIVE_INFINITY : nearestOther(i, near.distances());
    near.distances()[c] = with(known, found);
    if (found < nearest) {
      near.partners().clear();
    }

    if (found <= nearest) {
      PackedRows row = new PackedRows();
      row.add(true, other, PackedRows.NO_PAYLOAD);
      partner(near.partners(), row.take());
    }
  }

  private double nearestOther(int i, double[][] distances) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < distances.length; c++) {
      if (c != own[i] && distances[c].length > 0) {
        nearest = Math.min(nearest, distances[c][0]);
      }
    }

    return nearest;
  }

  private double[] with(double[] ascending, double value) {
    double[] more = Arrays.copyOf(ascending, ascending.length + 1);
    more[ascending.length] = value;
    Arrays.sort(more);
    return more.length > kept ? Arrays.copyOf(more, kept) : more;
  }

  private static void partner(List<byte[]> partners, byte[] row) {
    boolean isNew = partners.stream().noneMatch(known -> Arrays.equals(known, row));
    if (isNew && partners.size() < PARTNERS) {
      partners.add(row);
    }
  }

  private FeatureRow unpacked(byte[] row) {
    PackedRows.Reader read = new PackedRows.Reader(row, plan.size());
    read.next();
    return read.row;
  }

  private Row merged(Row a, Row b) {
    Near[] first = of(a);
    Near[] second = of(b);
    for (int i = 0; i < first.length; i++) {
      double one = nearestOther(i, first[i].distances());
      double two = nearestOther(i, second[i].distances());
      if (two < one) {
        first[i].partners().clear();
      }

      if (two <= one) {
        List<byte[]> partners = first[i].partners();
        second[i].partners().forEach(row -> partner(partners, row));
      }

      for (int c = 0; c < first[i].distances().length; c++) {
        for (double distance : second[i].distances()[c]) {
          first[i].distances()[c] = with(first[i].distances()[c], distance);
        }
      }
    }

    return toRow(first);
  }

  private static Row toRow(Near[] near) {
    Object[] rows =
        Arrays.stream(near)
            .map(
                of -> RowFactory.create(of.distances(), RowFactory.create(of.partners().toArray())))
            .toArray();
    return RowFactory.create(rows);
  }

  private static Near[] of(Row sent) {
    Near[] near = new Near[sent.size()];
    for (int i = 0; i < near.length; i++) {
      double[][] distances = sent.getStruct(i).getAs(0);
      Row partners = sent.getStruct(i).getStruct(1);
      List<byte[]> rows = new ArrayList<>();
      for (int p = 0; p < partners.size(); p++) {
        rows.add(partners.getAs(p));
      }

      near[i] = new Near(distances.clone(), rows);
    }

    return near;
  }
}

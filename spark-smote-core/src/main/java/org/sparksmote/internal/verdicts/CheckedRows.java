// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.io.Serializable;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.PackedRows;
import org.sparksmote.internal.spark.Passes;

/**
 * A sample of the rows that are judged: those of the lowest ranks, which follow from content and
 * seed. Rows that are the same are one row of it.
 */
final class CheckedRows implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Marks the draw, so that it is independent of others. */
  private static final int CHECK_DRAW = -3;

  private final RoutingPlan plan;
  private final FeatureReader reader;
  private final Map<Object, Integer> classOf;
  private final BitSet judged;
  private final int most;

  private CheckedRows(RoutingPlan plan, Map<Object, Integer> classOf, BitSet judged, int most) {
    this.plan = plan;
    this.reader = FeatureReader.of(plan.input());
    this.classOf = classOf;
    this.judged = judged;
    this.most = most;
  }

  /**
   * One job.
   *
   * @param rows label and features
   * @param classOf as tasks can read it
   * @param judged the classes that are
   * @return rank, identity, and the row packed
   */
  static List<Row> of(
      Dataset<Row> rows, RoutingPlan plan, Map<Object, Integer> classOf, BitSet judged, int most) {
    CheckedRows sample = new CheckedRows(plan, classOf, judged, most);
    Row found =
        Passes.merge(
            rows,
            part -> toRow(sample.lowest(part)),
            RowFactory.create(),
            (a, b) -> toRow(sample.merged(a, b)));
    return List.copyOf(byRank(found).values());
  }

  private NavigableMap<Long, Row> lowest(Iterator<Row> rows) {
    NavigableMap<Long, Row> lowest = new TreeMap<>();
    FeatureRow features = new FeatureRow();
    while (rows.hasNext()) {
      Row row = rows.next();
      Object label = Labels.key(row.get(0));
      Integer own = label == null ? null : classOf.get(label);
      if (own != null && judged.get(own)) {
        reader.read(row, features);
        if (features.invalid == FeatureRow.VALID) {
          add(own, features, lowest);
        }
      }
    }

    return lowest;
  }

  private void add(int own, FeatureRow features, NavigableMap<Long, Row> lowest) {
    long seed = plan.search().seed() + CHECK_DRAW;
    long rank = KeyedRandom.of(seed, features.key(), features.secondKey(), own).nextLong();
    if (lowest.size() < most || rank < lowest.lastKey()) {
      lowest.computeIfAbsent(rank, any -> packed(rank, own, features));
      shorten(lowest);
    }
  }

  private static Row packed(long rank, int own, FeatureRow features) {
    PackedRows packed = new PackedRows();
    packed.add(true, features, PackedRows.NO_PAYLOAD);
    return RowFactory.create(rank, RowIdentity.of(own, features), packed.take());
  }

  private void shorten(NavigableMap<Long, Row> lowest) {
    while (lowest.size() > most) {
      lowest.pollLastEntry();
    }
  }

  private NavigableMap<Long, Row> merged(Row a, Row b) {
    NavigableMap<Long, Row> lowest = byRank(a);
    lowest.putAll(byRank(b));
    shorten(lowest);
    return lowest;
  }

  private static Row toRow(NavigableMap<Long, Row> rows) {
    return RowFactory.create(rows.values().toArray());
  }

  private static NavigableMap<Long, Row> byRank(Row rows) {
    NavigableMap<Long, Row> byRank = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byRank.put(rows.getStruct(i).getLong(0), rows.getStruct(i));
    }

    return byRank;
  }
}

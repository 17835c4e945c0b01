// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.keyed.Mix;
import scala.Tuple2;

/**
 * The distances of every query to its nearest, or farthest, candidates, exactly and on the
 * executors: queries and candidates are cut into blocks that fit a task, each block of the ones
 * meets each block of the others, and what is found of a query is merged. So no set of them,
 * however large, is in one place; the work grows with queries times candidates, less what {@link
 * BallTree} leaves out.
 *
 * <p>Contents are pairs of an identity and a Row: how many rows have it, its features, and for
 * candidates how far they reach (negative if they do not).
 *
 * @param k how many distances
 * @param farthest whether those of the farthest
 */
record BlockDistances(int k, boolean farthest) implements Serializable {

  /** Values of a block: 16 MB, besides what the tree takes. */
  private static final long BLOCK_VALUES = 2_000_000;

  /** Rows of a block, so that there are several tasks for narrow rows too. */
  private static final long BLOCK_ROWS = 20_000;

  private static final int MOST_PARTITIONS = 4_096;

  /** How many blocks so many rows of a width are cut into. */
  private static int blocks(long rows, int width) {
    long each = Math.max(1, Math.min(BLOCK_ROWS, BLOCK_VALUES / Math.max(1, width)));
    return (int) Math.max(1, Math.min(1 << 15, (rows + each - 1) / each));
  }

  /**
   * By identity a Row of distances, ascending, and whether a candidate reaches the query.
   *
   * @param width features of a row
   * @param rows how many queries there are at most, and candidates
   */
  JavaPairRDD<Tuple2<Long, Long>, Row> find(
      JavaPairRDD<Tuple2<Long, Long>, Row> queries,
      JavaPairRDD<Tuple2<Long, Long>, Row> candidates,
      int width,
      long[] rows) {
    int across = blocks(rows[0], width);
    int down = blocks(rows[1], width);
    int partitions = (int) Math.min(MOST_PARTITIONS, (long) across * down);
    JavaPairRDD<Long, Row> asking =
        queries.flatMapToPair(query -> sent(query, across, 1, down, across));
    JavaPairRDD<Long, Row> asked =
        candidates.flatMapToPair(found -> sent(found, down, across, across, 1));
    return asking
        .cogroup(asked, partitions)
        .flatMapToPair(pair -> meet(pair._2()._1(), pair._2()._2()))
        .reduceByKey(this::merge);
  }

  /** A content for each of the pairs of blocks that its own is in. */
  private static Iterator<Tuple2<Long, Row>> sent(
      Tuple2<Tuple2<Long, Long>, Row> content, int own, long ownStep, int others, long step) {
    Tuple2<Long, Long> id = content._1();
    Row row = content._2();
    Row sent = RowFactory.create(id._1(), id._2(), row.get(0), row.get(1), row.get(2));
    long first = Mix.below(id._1(), id._2(), own) * ownStep;
    List<Tuple2<Long, Row>> all = new ArrayList<>(others);
    for (int other = 0; other < others; other++) {
      all.add(new Tuple2<>(first + other * step, sent));
    }

    return all.iterator();
  }

  private Iterator<Tuple2<Tuple2<Long, Long>, Row>> meet(
      Iterable<Row> queries, Iterable<Row> candidates) {
    List<Row> found = new ArrayList<>();
    candidates.forEach(found::add);
    if (found.isEmpty()) {
      return List.<Tuple2<Tuple2<Long, Long>, Row>>of().iterator();
    }

    BallTree tree =
        new BallTree(
            found.stream().map(row -> row.<double[]>getAs(3)).toArray(double[][]::new),
            found.stream().mapToLong(row -> row.getLong(2)).toArray(),
            found.stream().mapToDouble(row -> row.getDouble(4)).toArray());
    Iterator<Row> asking = queries.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return asking.hasNext();
      }

      @Override
      public Tuple2<Tuple2<Long, Long>, Row> next() {
        Row query = asking.next();
        double[] at = query.getAs(3);
        double[] top = farthest ? tree.farthest(at, k) : tree.nearest(at, k);
        Row answer = RowFactory.create(top, tree.isReached(at));
        return new Tuple2<>(new Tuple2<>(query.getLong(0), query.getLong(1)), answer);
      }
    };
  }

  private Row merge(Row a, Row b) {
    TopDistances top = new TopDistances(k, farthest ? -1 : 1);
    for (Row row : List.of(a, b)) {
      for (double distance : row.<double[]>getAs(0)) {
        top.add(distance, 1);
      }
    }

    return RowFactory.create(top.ascending(), a.getBoolean(1) || b.getBoolean(1));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.judging;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sparksmote.internal.exact.ExactSum;
import org.sparksmote.internal.measures.RankSettings;
import org.sparksmote.internal.measures.RankSums;
import org.sparksmote.internal.measures.RankTotals;
import org.sparksmote.internal.measures.RankWalk;
import org.sparksmote.internal.measures.Ranking;
import org.sparksmote.internal.measures.Recalibration;
import org.sparksmote.internal.measures.ScoreGroups;

/**
 * Scores in descending order over all partitions, by one shuffle: what has the same score is in the
 * same partition. Different scores are as many as rows, so only totals of partitions, and what
 * walks over them found, reach the driver.
 */
final class SortedScores implements AutoCloseable {

  private static final StructType SCORED =
      new StructType()
          .add("score", DataTypes.DoubleType, false)
          .add("positive", DataTypes.BooleanType, false)
          .add("weight", DataTypes.DoubleType, false);

  private final JavaRDD<Row> blocks;

  /** Sorts narrow rows, which are valid. */
  SortedScores(Dataset<Row> narrow, Scores scores, double positive) {
    JavaRDD<Row> rows = narrow.javaRDD();
    JavaRDD<Row> scored =
        rows.filter(row -> row.getDouble(JudgedColumns.WEIGHT) > 0)
            .map(
                row ->
                    RowFactory.create(
                        scores.of(row.get(JudgedColumns.SCORE), positive),
                        row.getDouble(JudgedColumns.LABEL) == positive,
                        row.getDouble(JudgedColumns.WEIGHT)));
    Dataset<Row> sorted =
        narrow
            .sparkSession()
            .createDataFrame(scored, SCORED)
            .repartitionByRange(Math.max(1, rows.getNumPartitions()), functions.col("score").desc())
            .sortWithinPartitions(functions.col("score").desc());
    blocks = sorted.javaRDD().mapPartitions(GroupedScores::new);
    blocks.persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static ScoreGroups groups(Row block) {
    return new ScoreGroups(block.getAs(0), block.getAs(1), block.getAs(2));
  }

  /** What a walk over a partition must know of those before it. */
  private record Start(double threshold, byte[] positives, byte[] negatives)
      implements Serializable {}

  /** How well the scores rank; there must be rows of both kinds. Two jobs. */
  Ranking ranking(RankSettings settings) {
    List<Start> starts = new ArrayList<>();
    ExactSum positives = new ExactSum();
    ExactSum negatives = new ExactSum();
    double threshold = Double.POSITIVE_INFINITY;
    long scores = 0;
    for (Row part : totals()) {
      starts.add(new Start(threshold, positives.toBytes(), negatives.toBytes()));
      positives.merge(ExactSum.of(part.getAs(1)));
      negatives.merge(ExactSum.of(part.getAs(2)));
      scores += part.getLong(3);
      threshold = part.getLong(3) == 0 ? threshold : part.getDouble(4);
    }

    RankTotals all = new RankTotals(positives.value(), negatives.value(), scores);
    return RankSums.ranking(walks(all, settings, starts), all, settings);
  }

  /** Of each partition in their order: number, both weights, different scores, the lowest one. */
  private List<Row> totals() {
    List<Row> totals =
        blocks
            .mapPartitionsWithIndex(
                (number, part) -> List.of(total(number, part)).iterator(), false)
            .collect();
    List<Row> sorted = new ArrayList<>(totals);
    sorted.sort(Comparator.comparingInt(part -> part.getInt(0)));
    return sorted;
  }

  private static Row total(int number, Iterator<Row> part) {
    ExactSum positives = new ExactSum();
    ExactSum negatives = new ExactSum();
    long scores = 0;
    double lowest = Double.NaN;
    while (part.hasNext()) {
      Row block = part.next();
      double[] different = block.getAs(0);
      for (double weight : (double[]) block.getAs(1)) {
        positives.add(weight);
      }

      for (double weight : (double[]) block.getAs(2)) {
        negatives.add(weight);
      }

      scores += different.length;
      lowest = different[different.length - 1];
    }

    return RowFactory.create(number, positives.toBytes(), negatives.toBytes(), scores, lowest);
  }

  private List<RankSums> walks(RankTotals all, RankSettings settings, List<Start> starts) {
    ArrayList<Start> sent = new ArrayList<>(starts);
    return blocks
        .mapPartitionsWithIndex(
            (number, part) ->
                List.of(walk(below(all, settings, sent.get(number)), part)).iterator(),
            false)
        .collect()
        .stream()
        .map(
            row ->
                new RankSums(row.getAs(0), row.getAs(1), row.getAs(2), row.getAs(3), row.getAs(4)))
        .toList();
  }

  /** What begins below other partitions. */
  private static RankWalk below(RankTotals all, RankSettings settings, Start start) {
    return new RankWalk(
        all,
        settings,
        start.threshold(),
        ExactSum.of(start.positives()),
        ExactSum.of(start.negatives()));
  }

  private static Row walk(RankWalk walk, Iterator<Row> part) {
    while (part.hasNext()) {
      walk.add(groups(part.next()));
    }

    RankSums sums = walk.sums();
    return RowFactory.create(
        sums.area(), sums.averagePrecision(), sums.places(), sums.best(), sums.points());
  }

  /** How predictions would fit best; a job per step. */
  Recalibration recalibration() {
    return Recalibration.find(this::sums);
  }

  private Recalibration.Sums sums(Recalibration at) {
    double intercept = at.intercept();
    double slope = at.slope();
    return read(
        blocks
            .mapPartitions(part -> List.of(sums(part, intercept, slope)).iterator())
            .treeAggregate(
                send(new Recalibration.Sums()),
                (a, b) -> send(read(a).merge(read(b))),
                (a, b) -> send(read(a).merge(read(b))),
                2));
  }

  private static Row sums(Iterator<Row> part, double intercept, double slope) {
    Recalibration.Sums sums = new Recalibration.Sums();
    while (part.hasNext()) {
      sums.add(groups(part.next()), new Recalibration(intercept, slope));
    }

    return send(sums);
  }

  private static Row send(Recalibration.Sums sums) {
    return RowFactory.create((Object[]) sums.toBytes());
  }

  private static Recalibration.Sums read(Row row) {
    byte[][] bytes = new byte[row.size()][];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = row.getAs(i);
    }

    return Recalibration.Sums.of(bytes);
  }

  @Override
  public void close() {
    blocks.unpersist(false);
  }
}

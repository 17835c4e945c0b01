// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.Arrays;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/** One run of {@link NearMiss}: values of rows by their features, joined to the rows. */
final class NearRows {

  private final NearMiss params;
  private final CountedRows counted;
  private final int minority;
  private final long[] keep;

  NearRows(NearMiss params, CountedRows counted) {
    this.params = params;
    this.counted = counted;
    this.minority = counted.minority();
    this.keep =
        AskedToKeep.ofLosers(params.getLabelCol(), params.getSamplingStrategy(), counted.classes());
  }

  Dataset<Row> kept() {
    if (keep[minority] > 0) {
      throw UnderProblems.minorityAgainstItself(counted.classes().get(minority));
    }

    ContentValues values = new ContentValues(counted);
    for (int c = 0; c < keep.length; c++) {
      if (keep[c] > 0) {
        values.add(values(c));
      }
    }

    Dataset<Row> rows = values.of(counted.identified());
    return counted.original(LowestRows.of(rows, keep, counted.spelling()));
  }

  private JavaRDD<Row> values(int c) {
    int k = params.getKNeighbors();
    if (k > counted.rows(minority)) {
      throw UnderProblems.tooFewNeighbors(k, counted.classes().get(minority));
    }

    Contents contents = new Contents(counted);
    JavaPairRDD<Tuple2<Long, Long>, Row> own = contents.of(counted, counted.data(), c);
    JavaPairRDD<Tuple2<Long, Long>, Row> others = contents.of(counted, counted.data(), minority);
    int width = counted.counts().size();
    long[] sizes = {counted.rows(c), counted.rows(minority)};
    boolean third = params.getVersion() == 3;
    if (third) {
      others = reaching(others, own, width, sizes);
    }

    BlockDistances search = new BlockDistances(k, params.getVersion() == 2);
    return search.find(own, others, width, sizes).map(found -> value(c, found, third));
  }

  /** The smallest class, each row with the distance of its nearest rows that is the largest. */
  private JavaPairRDD<Tuple2<Long, Long>, Row> reaching(
      JavaPairRDD<Tuple2<Long, Long>, Row> others,
      JavaPairRDD<Tuple2<Long, Long>, Row> own,
      int width,
      long[] sizes) {
    BlockDistances nearest = new BlockDistances(params.getNNeighborsVer3(), false);
    return others
        .join(nearest.find(others, own, width, new long[] {sizes[1], sizes[0]}))
        .mapValues(pair -> reaching(pair._1(), pair._2().getAs(0)));
  }

  private static Row reaching(Row content, double[] distances) {
    return RowFactory.create(content.get(0), content.get(1), distances[distances.length - 1]);
  }

  /** The lower, the better; null for rows that are no candidates. */
  private static Row value(int c, Tuple2<Tuple2<Long, Long>, Row> found, boolean third) {
    double[] distances = found._2().getAs(0);
    double mean = Arrays.stream(distances).reduce(0, Double::sum) / distances.length;
    boolean isCandidate = !third || found._2().getBoolean(1);
    return ContentValues.row(c, found._1(), isCandidate ? (Double) (third ? -mean : mean) : null);
  }
}

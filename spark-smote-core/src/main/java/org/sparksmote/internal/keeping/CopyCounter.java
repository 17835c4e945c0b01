// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.census.CensusProblems;
import org.sparksmote.internal.spark.Passes;
import org.sparksmote.internal.strategy.ClassCount;

/**
 * Chooses among rows that are told from their copies: each copy has ranks of its own, by its number
 * among them. How many copies there are of a row is counted first, and nothing else need be known.
 */
final class CopyCounter {

  /** Salts that are tried: only of a handful of rows one may not do. */
  private static final int MOST_SALTS = 16;

  private CopyCounter() {}

  /**
   * Settles which copies stay.
   *
   * @param rows with the columns {@code +class} and {@code +key}
   */
  static void settle(Dataset<Row> rows, KeptRows kept, List<ClassCount> counts, RankBins bins) {
    Dataset<Row> contents = rows.groupBy("+class", "+key").count();
    List<Integer> open = new ArrayList<>();
    for (int c = 0; c < counts.size(); c++) {
      if (!kept.classes().get(c).crowded.isEmpty()) {
        open.add(c);
      }
    }

    for (int salt = Draws.BY_CONTENT + 1; !open.isEmpty(); salt++) {
      long[][] ranks = count(contents, counts.size(), bins, kept.draws(), salt);
      int tried = salt;
      open.removeIf(c -> isSettled(kept.classes().get(c), ranks[c], tried));
      if (salt == MOST_SALTS && !open.isEmpty()) {
        ClassCount of = counts.get(open.get(0));
        long found = Arrays.stream(ranks[open.get(0)]).sum();
        throw CensusProblems.inputChanged(of.name(), of.rows(), found);
      }
    }
  }

  private static boolean isSettled(KeptRows.OfClass of, long[] ranks, int salt) {
    Optional<BitSet> kept = WholeBins.choose(ranks, of.fromCrowded);
    kept.ifPresent(
        bins -> {
          of.keptCopies = bins;
          of.salt = salt;
        });
    return kept.isPresent();
  }

  private static long[][] count(
      Dataset<Row> contents, int classes, RankBins bins, Draws draws, int salt) {
    int size = bins.size();
    Row counted =
        Passes.merge(
            contents,
            part -> toRow(count(part, new long[classes][], size, draws, salt)),
            toRow(new long[classes][]),
            (a, b) -> toRow(merge(a, b)));
    long[][] ranks = merge(counted, toRow(new long[classes][]));
    for (int c = 0; c < classes; c++) {
      ranks[c] = ranks[c] == null ? new long[size] : ranks[c];
    }

    return ranks;
  }

  private static long[][] count(
      Iterator<Row> contents, long[][] ranks, int size, Draws draws, int salt) {
    while (contents.hasNext()) {
      Row content = contents.next();
      int c = content.getInt(0);
      if (ranks[c] == null) {
        ranks[c] = new long[size];
      }

      for (long copy = 0; copy < content.getLong(2); copy++) {
        draws.count(content.getLong(1), copy, salt, ranks[c]);
      }
    }

    return ranks;
  }

  private static Row toRow(long[][] ranks) {
    return RowFactory.create((Object[]) ranks);
  }

  private static long[][] merge(Row a, Row b) {
    long[][] sums = new long[a.size()][];
    for (int c = 0; c < sums.length; c++) {
      long[] first = a.getAs(c);
      long[] second = b.getAs(c);
      sums[c] = first == null ? second : first.clone();
      if (first != null && second != null) {
        ClassBins.add(sums[c], second);
      }
    }

    return sums;
  }
}

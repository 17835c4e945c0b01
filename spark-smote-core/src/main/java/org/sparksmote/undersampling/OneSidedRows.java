// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.BitSet;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.keeping.KeepSettings;
import org.sparksmote.internal.keeping.UnderSampling;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.CleanStrategy;
import org.sparksmote.internal.verdicts.VerdictRounds;
import org.sparksmote.internal.verdicts.VerdictRule;
import org.sparksmote.internal.verdicts.Verdicts;
import scala.Tuple2;

/** One run of {@link OneSidedSelection}: seeds, what is misjudged by them, then Tomek links. */
final class OneSidedRows {

  private static final double MISJUDGED = 1;

  private static final Logger LOG = LoggerFactory.getLogger(OneSidedRows.class);

  private final OneSidedSelection params;
  private final CountedRows counted;
  private final int minority;
  private final BitSet targets;

  OneSidedRows(OneSidedSelection params, CountedRows counted) {
    this.params = params;
    this.counted = counted;
    this.minority = counted.minority();
    this.targets = CleanStrategy.parse(params.getSamplingStrategy()).targets(counted.classes());
  }

  Dataset<Row> kept() {
    if (targets.isEmpty()) {
      return counted.original(counted.identified());
    }

    List<String> names = targets.stream().mapToObj(c -> counted.classes().get(c).name()).toList();
    Dataset<Row> selected = selected();
    VerdictRounds once = VerdictRounds.once("tomek", VerdictRule.tomek());
    return Verdicts.of(params, once, CleanStrategy.json(names), selected).kept(selected);
  }

  private Dataset<Row> selected() {
    Dataset<Row> rows = counted.identified();
    BitSet cleaned = (BitSet) targets.clone();
    cleaned.clear(minority);
    if (cleaned.isEmpty()) {
      return counted.original(rows);
    }

    Dataset<Row> seeds = seeds(rows, cleaned);
    ContentValues values = new ContentValues(counted);
    cleaned.stream().forEach(c -> judge(c, seeds, values));
    Column stays = functions.col("+value").equalTo(MISJUDGED);
    Column isCleaned =
        functions.col("+class").isin(cleaned.stream().boxed().toArray(Object[]::new));
    Column passes = functions.col("+class").isNull().or(functions.not(isCleaned));
    Dataset<Row> misjudged = values.of(rows).filter(passes.or(stays));
    // A seed that is misjudged is among these already.
    Dataset<Row> rest = values.of(counted.with(seeds).identified()).filter(functions.not(stays));
    return counted.original(misjudged).union(counted.original(rest));
  }

  private Dataset<Row> seeds(Dataset<Row> rows, BitSet cleaned) {
    Dataset<Row> valid = counted.original(rows.filter("`+class` is not null"));
    KeepSettings settings =
        KeepSettings.unweighted(
            params.getLabelCol(),
            "error",
            params.getMaxClasses(),
            params.getSeed(),
            found -> sizes(found, cleaned));
    LabelColumn label = LabelColumn.resolve(valid.schema(), params.getLabelCol(), "", "", "");
    return UnderSampling.of(settings, label, valid).rows(valid);
  }

  private long[] sizes(List<ClassCount> found, BitSet cleaned) {
    return found.stream()
        .mapToLong(
            count -> {
              Integer c = counted.positions().get(count.key());
              boolean isCleaned = c != null && cleaned.get(c);
              return isCleaned ? Math.min(params.getNSeedsS(), count.rows()) : 0;
            })
        .toArray();
  }

  private void warnOfFewSeeds(int c, long seeds) {
    if (params.getNSeedsS() > seeds) {
      LOG.warn(
          "Class '{}' has {} rows, fewer than nSeedsS: all of them are seeds and stay.",
          counted.classes().get(c).name(),
          seeds);
    }
  }

  private void judge(int c, Dataset<Row> seeds, ContentValues values) {
    int k = params.getKNeighbors();
    long ofSeeds = Math.min(params.getNSeedsS(), counted.rows(c));
    warnOfFewSeeds(c, ofSeeds);
    long few = counted.rows(minority) + ofSeeds;
    if (k > few) {
      throw UnderProblems.tooFewVoters(k, counted.classes().get(minority), ofSeeds);
    }

    Contents contents = new Contents(counted);
    JavaPairRDD<Tuple2<Long, Long>, Row> own = contents.of(counted, counted.data(), c);
    int width = counted.counts().size();
    BlockDistances search = new BlockDistances(k, false);
    JavaPairRDD<Tuple2<Long, Long>, Row> toMinority =
        search.find(
            own,
            contents.of(counted, counted.data(), minority),
            width,
            new long[] {counted.rows(c), counted.rows(minority)});
    JavaPairRDD<Tuple2<Long, Long>, Row> toSeeds =
        search.find(
            own, contents.of(counted, seeds, c), width, new long[] {counted.rows(c), ofSeeds});
    boolean minorityWinsTies = minority < c; // the smaller label
    values.add(
        toMinority
            .join(toSeeds)
            .map(
                row ->
                    ContentValues.row(
                        c,
                        row._1(),
                        isMisjudged(
                                row._2()._1().getAs(0), row._2()._2().getAs(0), k, minorityWinsTies)
                            ? MISJUDGED
                            : 0)));
  }

  /**
   * Whether most of the k nearest are of the smallest class, which comes first where both are
   * equally far.
   */
  static boolean isMisjudged(double[] minority, double[] seeds, int k, boolean minorityWinsTies) {
    int others = 0;
    int own = 0;
    while (others + own < k) {
      boolean isOther =
          own == seeds.length || (others < minority.length && minority[others] <= seeds[own]);
      others += isOther ? 1 : 0;
      own += isOther ? 0 : 1;
    }

    return others > own || (others == own && minorityWinsTies);
  }
}

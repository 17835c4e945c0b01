// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.verdicts.VerdictRounds;
import org.sparksmote.internal.verdicts.VerdictRule;
import org.sparksmote.internal.verdicts.Verdicts;
import org.sparksmote.params.SamplerParams;

/**
 * What is taken away of resampled rows because their neighbours speak against it (Batista, Prati
 * and Monard 2004). It is found when it is made, so that the summary of a fit can tell.
 */
final class Cleanup {

  /** Neighbours that must all be of a row's class, as in the paper. */
  private static final int EDITED_BY = 3;

  /** Rows of a class that go. */
  record Gone(long original, long synthetic) {

    static final Gone NONE = new Gone(0, 0);
  }

  private final Verdicts verdicts;
  private final Map<Object, Gone> gone = new HashMap<>(); // by key of the class

  private Cleanup(Verdicts verdicts, Dataset<Row> original) {
    this.verdicts = verdicts;
    long[] all = verdicts.removedRows();
    long[] old = verdicts.removedOf(original);
    List<ClassCount> classes = verdicts.classes();
    for (int c = 0; c < classes.size(); c++) {
      gone.put(classes.get(c).key(), new Gone(old[c], all[c] - old[c]));
    }
  }

  /**
   * Judges all rows, each job once.
   *
   * @param cleaning tomek or enn
   * @param resampled the original rows and the synthetic ones
   * @param original the original ones, with the same columns
   */
  static Cleanup of(
      SamplerParams params, String cleaning, Dataset<Row> resampled, Dataset<Row> original) {
    VerdictRule rule =
        cleaning.equals("tomek") ? VerdictRule.tomek() : VerdictRule.edited(EDITED_BY, false);
    VerdictRounds once = VerdictRounds.once(cleaning, rule);
    return new Cleanup(Verdicts.of(params, once, "all", resampled).settled(), original);
  }

  /** What goes of a class. */
  Gone of(ClassCount count) {
    return gone.getOrDefault(count.key(), Gone.NONE);
  }

  /** The rows that stay, unchanged; starts no job. */
  Dataset<Row> kept(Dataset<Row> resampled) {
    return verdicts.kept(resampled);
  }
}

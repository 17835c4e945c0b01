// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.spark.SessionCheck;
import org.sparksmote.internal.spark.ShuffledRows;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.internal.strategy.CleanStrategy;

/**
 * Keep or remove, for every row of one dataset. {@link #of} runs the jobs that are needed to know
 * who is searched with whom, and where there are several rounds also those that judge; the rows are
 * only described.
 */
public final class Verdicts {

  private final InputSchema input;
  private final List<ClassCount> classes;
  private final boolean dropInvalid;
  private final Judgement first;
  private final @Nullable Dataset<Row> removed; // null: nobody

  private Verdicts(
      InputSchema input, Judgement first, boolean dropInvalid, @Nullable Dataset<Row> removed) {
    this.input = input;
    this.first = first;
    this.classes = first.classes();
    this.dropInvalid = dropInvalid;
    this.removed = removed;
  }

  /**
   * Checks, counts and plans: one job, or two when a class is larger than one task. Where there are
   * several rounds, these and one that judges for each of them.
   *
   * @param stage whose columns and settings of the search count, as far as it has any
   * @param strategy whose rows may go, as text
   */
  public static Verdicts of(Params stage, VerdictRounds rounds, String strategy, Dataset<?> data) {
    SessionCheck.require(data);
    CleanStrategy targets = CleanStrategy.parse(strategy);
    SearchParams params = SearchParams.of(stage, rounds.rule(0), strategy);
    InputSchema input = params.columns(data.schema());
    Judgement first = new Judgement(params, rounds.rule(0), targets, input, data);
    first.requireNeighbors(rounds.rule().k());
    boolean dropInvalid = params.getHandleInvalid().equals("skip") && first.invalidRows() > 0;
    Verdicts once = new Verdicts(input, first, dropInvalid, first.removed());
    return rounds.most() == 1
        ? once
        : once.repeated(
            rounds,
            data,
            (rule, rows) -> {
              SearchParams next = SearchParams.of(stage, rule, strategy);
              return new Judgement(next, rule, targets, next.columns(rows.schema()), rows);
            });
  }

  /** Makes the judgement of a later round. */
  private interface Judge {

    Judgement of(VerdictRule rule, Dataset<Row> rows);
  }

  private Verdicts repeated(VerdictRounds rounds, Dataset<?> data, Judge judge) {
    Dataset<Row> found = removed;
    if (found == null) {
      return this;
    }

    ShuffledRows gone = shuffled(found);
    long[] fewer = counts(gone.rows(RowVerdicts.REMOVED));
    long[] left = less(rows(), fewer);
    for (int round = 1; rounds.goesOn(round, rows(), left, fewer); round++) {
      Dataset<Row> rest = with(gone.rows(RowVerdicts.REMOVED)).kept(data);
      Dataset<Row> more = judge.of(rounds.rule(round), rest).removed();
      if (more == null) {
        break;
      }

      ShuffledRows now = gone.alike(more);
      fewer = counts(now.rows(RowVerdicts.REMOVED));
      left = less(left, fewer);
      gone = gone.and(now);
    }

    return with(gone.rows(RowVerdicts.REMOVED));
  }

  private static ShuffledRows shuffled(Dataset<Row> gone) {
    return ShuffledRows.of(gone, RowVerdicts::keyed);
  }

  private Verdicts with(Dataset<Row> others) {
    return new Verdicts(input, first, dropInvalid, others);
  }

  private long[] rows() {
    return classes.stream().mapToLong(ClassCount::rows).toArray();
  }

  private static long[] less(long[] rows, long[] removed) {
    long[] left = rows.clone();
    for (int c = 0; c < left.length; c++) {
      left[c] -= removed[c];
    }

    return left;
  }

  /** Says what is wrong with the columns, if anything is. */
  public static void requireColumns(
      Params stage, VerdictRounds rounds, String strategy, StructType schema) {
    SearchParams.of(stage, rounds.rule(0), strategy).columns(schema);
  }

  /** The classes as they were found. */
  public List<ClassCount> classes() {
    return classes;
  }

  /** How many rows of each class go; a job, of which a number per class comes back. */
  public long[] removedRows() {
    Dataset<Row> known = removed;
    return known == null ? new long[classes.size()] : counts(known);
  }

  /**
   * On a sample of the judged rows: how many were checked, and of how many of them exact neighbours
   * say the same. Of several rounds the first is checked; of neighbourhood cleaning nothing is, as
   * its rows go for what others are. Judges once more, and reads all rows two or three times.
   */
  public long[] agreement(int most) {
    return first.agreement(most);
  }

  private long[] counts(Dataset<Row> gone) {
    return byClass(gone.groupBy("removed.class").agg(functions.sum("rows")));
  }

  private long[] byClass(Dataset<Row> rows) {
    long[] counts = new long[classes.size()];
    rows.collectAsList().forEach(row -> counts[row.getInt(0)] = row.getLong(1));
    return counts;
  }

  /** How many of some rows of each class go; a job, of which a number per class comes back. */
  public long[] removedOf(Dataset<?> some) {
    Dataset<Row> known = removed;
    return known == null
        ? new long[classes.size()]
        : byClass(
            identified(some)
                .join(known, isRemoved(), "left_semi")
                .groupBy("+identity.class")
                .count());
  }

  /** The same verdicts, found once: whoever asks for them again does not judge again. */
  public Verdicts settled() {
    Dataset<Row> known = removed;
    return known == null ? this : with(shuffled(known).rows(RowVerdicts.REMOVED));
  }

  /** The rows of the dataset that stay, unchanged; starts no job. */
  public Dataset<Row> kept(Dataset<?> data) {
    Dataset<Row> known = removed;
    Dataset<Row> rows = identified(data);
    if (known != null) {
      rows = rows.join(known, isRemoved(), "left_anti");
    }

    return columns(rows);
  }

  /** The rows that are judged or pass, unchanged; starts no job. */
  public Dataset<Row> judged(Dataset<?> data) {
    return columns(identified(data));
  }

  private Dataset<Row> columns(Dataset<Row> rows) {
    return rows.select(cells().toArray(new Column[0])).toDF(input.schema().fieldNames());
  }

  /**
   * All rows, with what became of each in one more column; starts no job.
   *
   * @param name what stands there of a row that goes
   */
  public Dataset<Row> flagged(Dataset<?> data, String flagCol, String name) {
    Dataset<Row> known = removed;
    Dataset<Row> rows = identified(data);
    // Without an otherwise, so that the column can be null, as it is where data is passed through.
    Column flag = functions.when(functions.lit(true), "kept");
    if (known != null) {
      rows = rows.join(known, isRemoved(), "left_outer");
      Column gone = functions.col("removed");
      flag = functions.when(gone.isNull(), "kept").when(gone.isNotNull(), name);
    }

    List<Column> columns = new ArrayList<>(cells());
    columns.add(flag.as("+flag"));
    List<String> names = new ArrayList<>(List.of(input.schema().fieldNames()));
    names.add(flagCol);
    return rows.select(columns.toArray(new Column[0])).toDF(names.toArray(new String[0]));
  }

  private static Column isRemoved() {
    return functions.col("+identity").equalTo(functions.col("removed"));
  }

  /** The rows that are judged or pass, with what tells them from others. */
  private Dataset<Row> identified(Dataset<?> data) {
    Column cells = functions.struct(input.labelAndFeatures());
    Dataset<Row> rows =
        data.toDF(InputSchema.safeNames(input.schema().size()))
            .withColumn("+identity", RowIdentity.identity(input, classes).apply(cells));
    return dropInvalid ? rows.filter(functions.col("+identity").isNotNull()) : rows;
  }

  private List<Column> cells() {
    return InputSchema.safeColumns(input.schema().size());
  }
}

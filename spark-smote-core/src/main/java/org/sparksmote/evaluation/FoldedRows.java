// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.keeping.RowKey;
import org.sparksmote.internal.learning.Folds;
import org.sparksmote.internal.learning.LabelCounts;
import org.sparksmote.internal.learning.OrderedRows;
import org.sparksmote.internal.learning.Workers;
import org.sparksmote.internal.spark.Persisted;
import org.sparksmote.internal.spark.Sessions;

/**
 * The rows of a fit in folds, in an order of their content and persisted, as the estimator reads
 * them once for each fold. Counted once, and put into folds in a second pass.
 */
final class FoldedRows {

  private static final String KEY = "+key";
  private static final String FOLD = "+fold";

  /** Columns of {@link #scores}. */
  static final String LABEL = "+label";

  static final String SCORES = "+scores";
  static final String WEIGHT = "+weight";
  static final String COST = "+cost";

  private final OutOfFoldClassifier<?, ?> stage;
  private final LabelColumn columns;
  private final LabelCounts counts;
  private final Dataset<Row> rows;
  private final Persisted persisted;

  private FoldedRows(
      OutOfFoldClassifier<?, ?> stage,
      LabelColumn columns,
      LabelCounts counts,
      Dataset<Row> rows,
      Persisted persisted) {
    this.stage = stage;
    this.columns = columns;
    this.counts = counts;
    this.rows = rows;
    this.persisted = persisted;
  }

  static FoldedRows of(OutOfFoldClassifier<?, ?> stage, Dataset<?> dataset, Persisted persisted) {
    LabelColumn columns = stage.columns(dataset.schema());
    String label = dataset.schema().fieldNames()[columns.label()];
    String weight = columns.weight() < 0 ? "" : dataset.schema().fieldNames()[columns.weight()];
    LabelCounts counts =
        LabelCounts.of(dataset, label, weight)
            .requireRows()
            .requireIndices(label)
            .requireWeights(weight);
    counts.requireAll(counts.classes(), "this dataset", label);
    requireRows(stage, counts, label);
    Column ofClass = functions.col("_" + columns.label()).cast(DataTypes.IntegerType);
    Dataset<Row> keyed =
        dataset
            .toDF(InputSchema.safeNames(columns.schema().size()))
            .withColumn(KEY, RowKey.of(columns.schema(), stage.getSeed()));
    Folds folds =
        Folds.of(keyed.select(ofClass, functions.col(KEY)), counts.classes(), stage.getCv());
    requireInEachFold(stage, folds, counts.classes(), label);
    UDF2<Integer, Long, Integer> fold = (c, key) -> folds.fold(c, key);
    Dataset<Row> folded =
        keyed.withColumn(
            FOLD, functions.udf(fold, DataTypes.IntegerType).apply(ofClass, functions.col(KEY)));
    Dataset<Row> rows = OrderedRows.of(folded, functions.col(KEY), counts.total());
    persisted.persist(rows, StorageLevel.MEMORY_AND_DISK());
    return new FoldedRows(stage, columns, counts, rows, persisted);
  }

  private static void requireRows(
      OutOfFoldClassifier<?, ?> stage, LabelCounts counts, String label) {
    int least = Math.max(stage.leastInAll(), stage.leastPerFold() * stage.getCv());
    for (int c = 0; c < counts.classes(); c++) {
      if (counts.rows(c) < least) {
        throw MetaProblems.fewRows(c, label, counts.rows(c), stage.getCv(), least);
      }
    }
  }

  private static void requireInEachFold(
      OutOfFoldClassifier<?, ?> stage, Folds folds, int classes, String label) {
    for (int c = 0; c < classes; c++) {
      for (int fold = 0; fold < stage.getCv(); fold++) {
        if (folds.size(c, fold) < stage.leastPerFold()) {
          throw MetaProblems.fewRowsInFold(c, label, folds.size(c, fold), stage.leastPerFold());
        }
      }
    }
  }

  int classes() {
    return counts.classes();
  }

  LabelCounts counts() {
    return counts;
  }

  /** Whether the estimator says no probabilities, so that scores are raw predictions. */
  boolean haveRawOnly() {
    StructType behind = stage.getEstimator().transformSchema(columns.schema());
    return Said.of(stage).hasRawOnly(behind);
  }

  private Dataset<Row> original(Dataset<Row> some) {
    Column[] cells = columns.cells().toArray(new Column[0]);
    return some.select(cells).toDF(columns.schema().fieldNames());
  }

  /** A model of all rows. */
  Transformer modelOfAll() {
    return fit(original(rows));
  }

  /** A model for each fold, of the rows of the others. */
  List<Transformer> models() {
    return Workers.all(
        stage.getCv(),
        stage.getParallelism(),
        fold ->
            Sessions.of(
                rows, () -> fit(original(rows.filter(functions.col(FOLD).notEqual(fold))))));
  }

  private Transformer fit(Dataset<Row> some) {
    Estimator<?> estimator = stage.getEstimator();
    return (Transformer) estimator.fit(some);
  }

  /** What all models say of rows that they have not seen, persisted: label, scores and weight. */
  Dataset<Row> scores(List<Transformer> models) {
    Dataset<Row> all =
        IntStream.range(0, models.size())
            .mapToObj(fold -> scored(models.get(fold), fold))
            .reduce(Dataset::union)
            .orElseThrow();
    persisted.persist(all, StorageLevel.MEMORY_AND_DISK());
    return all;
  }

  /** What the model of one fold says of that fold, persisted. */
  Dataset<Row> scores(Transformer model, int fold) {
    Dataset<Row> scored = scored(model, fold);
    persisted.persist(scored, StorageLevel.MEMORY_AND_DISK());
    return scored;
  }

  private Dataset<Row> scored(Transformer model, int fold) {
    Dataset<Row> said = model.transform(original(rows.filter(functions.col(FOLD).equalTo(fold))));
    String scores = Said.of(stage).scores(said.schema());
    Column weight =
        columns.weight() < 0
            ? functions.lit(1.0)
            : functions
                .col(ColumnResolver.quoted(columns.schema().fieldNames()[columns.weight()]))
                .cast(DataTypes.DoubleType);
    String label = columns.schema().fieldNames()[columns.label()];
    return said.withColumn(
            FoldedRows.LABEL,
            functions.col(ColumnResolver.quoted(label)).cast(DataTypes.DoubleType))
        .select(
            functions.col("`" + FoldedRows.LABEL + "`"),
            functions.col(ColumnResolver.quoted(scores)).as(SCORES),
            weight.as(WEIGHT),
            stage.cost().as(COST));
  }
}

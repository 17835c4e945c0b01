// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.classification.FMClassifier;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.learning.Folds;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.spark.Persisted;

/** One run of {@link InstanceHardnessThreshold}: a model per fold, and how sure it is of rows. */
final class HardRows {

  /**
   * Rows of a partition that a classifier reads: how many there are must not depend on the input.
   */
  private static final long PARTITION_ROWS = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(HardRows.class);

  private final InstanceHardnessThreshold params;
  private final CountedRows counted;
  private final long[] keep;

  HardRows(InstanceHardnessThreshold params, CountedRows counted) {
    this.params = params;
    this.counted = counted;
    this.keep =
        AskedToKeep.ofLosers(params.getLabelCol(), params.getSamplingStrategy(), counted.classes());
  }

  Dataset<Row> kept() {
    boolean judges = Arrays.stream(keep).anyMatch(rows -> rows > 0);
    Dataset<Row> rows = judges ? judged() : new ContentValues(counted).of(counted.identified());
    return counted.original(LowestRows.of(rows, keep, counted.spelling()));
  }

  /** Refuses what folds or the classifier cannot do; its own errors would come in the middle. */
  private void refuse() {
    ProbabilisticClassifier<?, ?, ?> learner = params.getEstimator();
    boolean two = learner instanceof GBTClassifier || learner instanceof FMClassifier;
    if (two && keep.length > 2) {
      throw UnderProblems.twoClassesOnly(learner.getClass().getSimpleName(), keep.length);
    }

    for (int c = 0; c < keep.length; c++) {
      if (keep[c] > 0 && counted.rows(c) < params.getCv()) {
        throw UnderProblems.fewerThanFolds(counted.classes().get(c), params.getCv());
      }

      if (counted.rows(c) < params.getCv()) {
        LOG.warn(
            "Class '{}' has {} rows, fewer than the {} folds: models of some folds do not know it.",
            counted.classes().get(c).name(),
            counted.rows(c),
            params.getCv());
      }
    }
  }

  private Dataset<Row> judged() {
    refuse();
    Dataset<Row> rows = counted.identified();
    Dataset<Row> folded = folded(rows);
    Dataset<Row> valid = folded.filter("`+class` is not null");
    List<Transformer> models = models(valid);
    Dataset<Row> all = new ContentValues(counted).of(folded.filter("`+class` is null"));
    List<Column> columns = new ArrayList<>();
    for (String name : rows.columns()) {
      columns.add(functions.col("`" + name + "`"));
    }

    columns.add(functions.col("+value"));
    Column[] selected = columns.toArray(new Column[0]);
    all = all.select(selected);
    UDF2<Vector, Integer, Double> hardness =
        (said, own) -> own < said.size() ? -said.apply(own) : 0.0;
    Column value =
        functions
            .udf(hardness, DataTypes.DoubleType)
            .apply(functions.col("+probability"), functions.col("+class"));
    for (int fold = 0; fold < models.size(); fold++) {
      Dataset<Row> ofFold = valid.filter(functions.col("+fold").equalTo(fold));
      all =
          all.union(
              models.get(fold).transform(ofFold).withColumn("+value", value).select(selected));
    }

    return all;
  }

  /** With fold, features as a vector, and the class as the label of a classifier. */
  private Dataset<Row> folded(Dataset<Row> rows) {
    long seed = params.getSeed();
    UDF2<Long, Long, Long> ranked =
        (first, second) -> first == null ? null : KeyedRandom.rank(seed, first, second);
    Column rank =
        functions
            .udf(ranked, DataTypes.LongType)
            .apply(functions.col("+first"), functions.col("+second"));
    Column ofClass = functions.col("+class");
    Folds folds = Folds.of(rows.select(ofClass, rank), keep.length, params.getCv());
    UDF2<Integer, Long, Integer> fold = (c, own) -> c == null ? null : folds.fold(c, own);
    FeatureReader reader = FeatureReader.of(counted.input());
    UDF1<Row, Vector> vector = row -> vector(reader, row);
    String[] names =
        IntStream.range(0, keep.length).mapToObj(String::valueOf).toArray(String[]::new);
    Column label =
        functions
            .col("+class")
            .cast(DataTypes.DoubleType)
            .as(
                "+label",
                NominalAttribute.defaultAttr().withName("+label").withValues(names).toMetadata());
    return rows.withColumn("+fold", functions.udf(fold, DataTypes.IntegerType).apply(ofClass, rank))
        .withColumn(
            "+features",
            functions
                .udf(vector, SQLDataTypes.VectorType())
                .apply(functions.struct(counted.input().labelAndFeatures())))
        .withColumn("+label", label);
  }

  private static Vector vector(FeatureReader reader, Row row) {
    FeatureRow features = new FeatureRow();
    reader.read(row, features);
    if (features.sparse) {
      return Vectors.sparse(
          features.size,
          Arrays.copyOf(features.indices, features.indices.length),
          Arrays.copyOf(features.values, features.values.length));
    }

    return Vectors.dense(Arrays.copyOf(features.values, features.values.length));
  }

  /** A model for each fold, of the rows of the others, which are in an order of their own. */
  private List<Transformer> models(Dataset<Row> valid) {
    long rows = IntStream.range(0, keep.length).mapToLong(counted::rows).sum();
    int partitions = (int) Math.max(1, Math.min(10_000, rows / PARTITION_ROWS));
    Dataset<Row> ordered =
        valid
            .select("+features", "+label", "+fold", "+first", "+second")
            .repartition(partitions, functions.col("+first"), functions.col("+second"))
            .sortWithinPartitions("+first", "+second", "+label");
    Persisted persisted = new Persisted();
    persisted.persist(ordered, StorageLevel.MEMORY_AND_DISK());
    try {
      List<Transformer> models = new ArrayList<>();
      for (int fold = 0; fold < params.getCv(); fold++) {
        models.add(own().fit(ordered.filter(functions.col("+fold").notEqual(fold))));
      }

      return models;
    } finally {
      persisted.release();
    }
  }

  private Estimator<?> own() {
    ProbabilisticClassifier<?, ?, ?> given = params.getEstimator();
    ParamMap columns =
        new ParamMap()
            .put(given.featuresCol(), "+features")
            .put(given.labelCol(), "+label")
            .put(given.predictionCol(), "+prediction")
            .put(given.rawPredictionCol(), "+raw")
            .put(given.probabilityCol(), "+probability");
    return (Estimator<?>) given.copy(columns);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.SmoteVariant;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.census.ClassPlanner;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.variants.Margin;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.testing.WidestRows;

class SeparatingPlaneTest extends SparkTest {

  private static Margin margin(Dataset<Row> data) {
    Smote svm = Smote.of(SmoteVariant.SVM);
    InputSchema input = Recipes.schema(svm, data.schema());
    ClassCounter.Counts counts = Recipes.counts(svm, input, data);
    ClassPlan plan = ClassPlanner.plan(svm, true, counts.classes()).get(1);
    return SeparatingPlane.fit(svm.getSeed(), input, data, counts, plan);
  }

  private static FeatureRow features(Row row) {
    FeatureRow features = new FeatureRow();
    FeatureReader.of(Recipes.schema(new Smote(), Tables.SCHEMA))
        .read(Tables.row(row.get(1), row.get(0), 0), features);
    return features;
  }

  /** Columns without a value have no part in it: those with one alone give the same plane. */
  @Test
  void planeOfWideRows_isThatOfTheirValues() {
    WidestRows table = new WidestRows(200);
    double[][] narrow = table.narrow();
    List<Row> narrowRows =
        IntStream.range(0, 200)
            .mapToObj(id -> Tables.row(Vectors.dense(narrow[id]), table.rows.get(id).getInt(1), id))
            .toList();
    Margin wide = margin(Tables.of(WidestRows.SCHEMA, table.rows));
    Margin expected = margin(Tables.of(Tables.SCHEMA, narrowRows));
    for (int id = 0; id < 200; id++) {
      double side = expected.side(features(narrowRows.get(id)));
      // In another order, as keys of wide rows are others, and columns of zeros are not centred.
      assertThat(wide.side(features(table.rows.get(id))))
          .isEqualTo(side, within(0.1 + 0.1 * Math.abs(side)));
    }

    assertThat(wide.coefficients().size()).isEqualTo(WidestRows.SIZE);
    assertThat(wide.coefficients().at(1)).isZero();
    assertThat(wide.intercept()).isNotZero();
  }

  /** Spark's objective is ours, but that its intercept costs nothing. */
  @Test
  void plane_isThatOfSparksLearner() {
    Dataset<Row> data = Tables.clouds(140, 60);
    Margin ours = margin(data);
    LinearSVCModel sparks =
        new LinearSVC().setRegParam(0.01).setMaxIter(60).setTol(1e-9).fit(data.coalesce(1));
    int alike = 0;
    double lossOfOurs = 0;
    double lossOfSparks = 0;
    for (Row row : data.collectAsList()) {
      double sign = row.getInt(1) == 1 ? 1 : -1;
      double here = sign * ours.side(features(row));
      Vector point = row.getAs("features");
      double there = sign * (point.dot(sparks.coefficients()) + sparks.intercept());
      alike += here <= 1 == there <= 1 ? 1 : 0;
      lossOfOurs += Math.max(0, 1 - here) / 200;
      lossOfSparks += Math.max(0, 1 - there) / 200;
    }

    assertThat(alike).isGreaterThanOrEqualTo(190);
    assertThat(lossOfOurs).isEqualTo(lossOfSparks, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 5, 8, 20, 100})
  @DisplayName("support vectors however far the classes are apart")
  void separatedClasses_haveBases(int distance) {
    for (long seed = 1; seed <= 3; seed++) {
      Dataset<Row> data =
          spark
              .range(400)
              .selectExpr(
                  "int(id < 100) as label",
                  "randn(" + seed + ") + if(id < 100, " + distance + ", 0) as x",
                  "randn(" + (seed + 10) + ") as y");
      Smote svm = Smote.of(SmoteVariant.SVM).setInputCols("x", "y").setProvenanceCol("from");
      Dataset<Row> bases = svm.fitResample(data).select("from.base").na().drop();
      assertThat(bases.count()).isEqualTo(200);
      assertThat(bases.distinct().count()).as("seed " + seed).isGreaterThan(1);
    }
  }
}

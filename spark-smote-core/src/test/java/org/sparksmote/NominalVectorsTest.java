// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;

/** Nominal features inside of vectors, indexed or one-hot encoded, as their attributes tell. */
class NominalVectorsTest extends SparkTest {

  private static final String[] STAGES = {"job", "kind"};

  private static Dataset<Row> strings() {
    return spark
        .range(160)
        .selectExpr(
            "double(pmod(hash(id), 997)) as x",
            "double(pmod(hash(id, 1), 997)) as y",
            "concat('job_', pmod(hash(id, 2), 4)) as job",
            "concat('kind ', pmod(hash(id, 3), 3)) as kind",
            "if(id < 40, 1.0, 0.0) as label");
  }

  private static List<PipelineStage> indexers() {
    List<PipelineStage> stages = new ArrayList<>();
    for (String column : STAGES) {
      stages.add(new StringIndexer().setInputCol(column).setOutputCol(column + "_index"));
    }

    return stages;
  }

  @Test
  void indexedStringsInAVector_stayIndices_andMetadataStays() {
    List<PipelineStage> stages = indexers();
    stages.add(
        new VectorAssembler()
            .setInputCols(new String[] {"x", "job_index", "y", "kind_index"})
            .setOutputCol("features"));
    Smote smote = new Smote().setVariant("smotenc").setSyntheticCol("synthetic");
    stages.add(smote);
    Pipeline pipeline = new Pipeline().setStages(stages.toArray(new PipelineStage[0]));
    PipelineModel before = fitWithout(stages);
    Dataset<Row> vectors = before.transform(strings());
    Dataset<Row> out = smote.fitResample(vectors);
    assertThat(out.schema().apply("features")).isEqualTo(vectors.schema().apply("features"));
    assertThat(AttributeGroup.fromStructField(out.schema().apply("features")).size()).isEqualTo(4);
    for (Row row : Rows.synthetic(out)) {
      double[] values = row.<Vector>getAs("features").toArray();
      assertThat(values[1]).isIn(0.0, 1.0, 2.0, 3.0);
      assertThat(values[3]).isIn(0.0, 1.0, 2.0);
    }

    assertThat(out.count()).isEqualTo(240);
    assertThat(pipeline.fit(strings()).transform(strings()).count()).isEqualTo(160);
  }

  private static PipelineModel fitWithout(List<PipelineStage> stages) {
    List<PipelineStage> first = stages.subList(0, stages.size() - 1);
    return new Pipeline().setStages(first.toArray(new PipelineStage[0])).fit(strings());
  }

  private static Dataset<Row> oneHot(boolean dropLast) {
    List<PipelineStage> stages = indexers();
    stages.add(
        new OneHotEncoder()
            .setInputCols(new String[] {"job_index", "kind_index"})
            .setOutputCols(new String[] {"job_vec", "kind_vec"})
            .setDropLast(dropLast));
    stages.add(
        new VectorAssembler()
            .setInputCols(new String[] {"job_vec", "x", "kind_vec", "y"})
            .setOutputCol("features"));
    return new Pipeline()
        .setStages(stages.toArray(new PipelineStage[0]))
        .fit(strings())
        .transform(strings());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneHotVectors_comeBackOneHot(boolean dropLast) {
    int jobs = dropLast ? 3 : 4;
    int kinds = dropLast ? 2 : 3;
    for (Dataset<Row> data :
        List.of(oneHot(dropLast), oneHot(dropLast).select("features", "label"))) {
      Smote smote = new Smote().setVariant("smotenc").setSyntheticCol("synthetic");
      Dataset<Row> out = smote.fitResample(data);
      assertThat(out.schema().apply("features")).isEqualTo(data.schema().apply("features"));
      List<Row> made = Rows.synthetic(out);
      assertThat(made).hasSize(80);
      for (Row row : made) {
        double[] slots = row.<Vector>getAs("features").toArray();
        assertThat(slots).hasSize(jobs + kinds + 2);
        assertOneHot(Arrays.copyOf(slots, jobs), dropLast);
        assertOneHot(Arrays.copyOfRange(slots, jobs + 1, jobs + 1 + kinds), dropLast);
      }

      assertThat(made).anyMatch(row -> row.getAs("features") instanceof SparseVector);
    }
  }

  private static void assertOneHot(double[] slots, boolean dropLast) {
    assertThat(Arrays.stream(slots)).allMatch(slot -> slot == 0 || slot == 1);
    assertThat(Arrays.stream(slots).sum()).isBetween(dropLast ? 0.0 : 1.0, 1.0);
  }

  @Test
  void groupsThatAreNotOneHot_areNamed() {
    Dataset<Row> data = oneHot(false);
    // The same attributes over vectors that have two ones in a group.
    List<Row> rows = new ArrayList<>();
    for (Row row : data.select("features", "label").collectAsList()) {
      double[] slots = row.<Vector>getAs(0).toArray();
      slots[0] = 1;
      rows.add(org.apache.spark.sql.RowFactory.create(Vectors.dense(slots), row.get(1)));
    }

    Dataset<Row> broken = spark.createDataFrame(rows, data.select("features", "label").schema());
    String message = Refusal.of(() -> new Smote().setVariant("smotenc").fit(broken));
    assertThat(message)
        .startsWith("[SMOTE-050] Cannot use the one-hot features job_* of the column 'features'")
        .contains("OneHotEncoder");
  }

  @Test
  void vectorsOfAnotherSizeThanTheirAttributes_areRefused() {
    Dataset<Row> data = oneHot(false).select("features", "label");
    List<Row> rows =
        data.collectAsList().stream()
            .map(row -> org.apache.spark.sql.RowFactory.create(Vectors.dense(1, 0, 0), row.get(1)))
            .toList();
    Dataset<Row> shorter = spark.createDataFrame(rows, data.schema());
    assertThat(Refusal.of(() -> new Smote().setVariant("smotenc").fit(shorter)))
        .startsWith("[SMOTE-051] Cannot read the nominal features of the column 'features'")
        .contains("describe 9 features");
  }

  @Test
  void smoten_takesOneHotVectors() {
    Dataset<Row> data =
        new VectorAssembler()
            .setInputCols(new String[] {"job_vec", "kind_vec"})
            .setOutputCol("features")
            .transform(oneHot(false).drop("features"));
    Smote smote = new Smote().setVariant("smoten").setSyntheticCol("synthetic");
    for (Row row : Rows.synthetic(smote.fitResample(data))) {
      double[] slots = row.<Vector>getAs("features").toArray();
      assertOneHot(Arrays.copyOf(slots, 4), false);
      assertOneHot(Arrays.copyOfRange(slots, 4, 7), false);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.cleaning.EditedNearestNeighbours;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import scala.jdk.javaapi.CollectionConverters;

/** How many Spark jobs a call starts: none where Spark's users expect none (E5, I6, I7). */
class LazinessTest extends SparkTest {

  private static Smote approximate() {
    return new Smote().setExactBelow(200).setBucketRows(1000);
  }

  private static int[] rowsOf(int classes) {
    int[] rows = new int[classes];
    Arrays.fill(rows, 10);
    rows[0] = 30;
    return rows;
  }

  @Test
  void fit_isOneJob_whateverTheNumberOfClasses() {
    for (int classes : new int[] {2, 5, 50}) {
      Dataset<Row> data = Tables.clouds(rowsOf(classes));
      assertThat(Jobs.startedBy(() -> new Smote().fit(data))).as("%d classes", classes).isOne();
    }
  }

  /** Classes are split by a sample that the count has drawn, and their buckets are counted. */
  @Test
  void fit_isTwoJobs_whenAnyNumberOfClassesIsSplit() {
    for (Dataset<Row> data :
        Arrays.asList(Tables.clouds(4000, 3000), Tables.clouds(3000, 2500, 2000, 1500))) {
      assertThat(Jobs.startedBy(() -> approximate().fit(data))).isEqualTo(2);
    }
  }

  /** So is cleaning; what lies far from all rows of a class is not sent to it. */
  @Test
  void cleaning_plansInTwoJobs_whenClassesAreSplit() {
    Dataset<Row> data = Tables.clouds(9000, 8000);
    EditedNearestNeighbours cleaner =
        new EditedNearestNeighbours().setExactBelow(200).setBucketRows(5000);
    assertThat(Jobs.startedBy(() -> cleaner.fitResample(data))).isEqualTo(2);
  }

  /** Where no class looks at others: rows of 1 are counted, those of 0 also bucketed. */
  @Test
  void featuresOfClassesThatDoNotGrow_areReadAsSeldomAsCanBe() {
    List<LongAccumulator> reads =
        List.of(spark.sparkContext().longAccumulator(), spark.sparkContext().longAccumulator());
    UDF2<Integer, Long, double[]> reading =
        (label, id) -> {
          reads.get(label).add(1);
          return new double[] {id % 97, id % 89};
        };
    Column features =
        functions
            .udf(reading, DataTypes.createArrayType(DataTypes.DoubleType, false))
            .apply(functions.col("label"), functions.col("id"));
    Dataset<Row> data =
        spark
            .range(6000)
            .selectExpr("id", "int(id % 2) as label")
            .filter("label = 1 or id % 4 > 0 or id > 1000")
            .withColumn("features", features);
    long smaller = data.filter("label = 0").count();
    approximate().setSamplingStrategy("minority").fit(data);
    assertThat(reads.get(0).value()).isEqualTo(2 * smaller);
    assertThat(reads.get(1).value()).isEqualTo(3000);
    reads.forEach(LongAccumulator::reset);
    Smote weighing = approximate().setSamplingStrategy("minority").setVariant("borderline1");
    SmoteModel model = weighing.fit(data);
    assertThat(reads.get(1).value()).as("counted and surveyed").isEqualTo(2 * 3000);
    model.transform(data).write().format("noop").mode("overwrite").save();
    assertThat(reads.get(1).value()).as("and kept; not routed once more").isEqualTo(3 * 3000);
  }

  @Test
  void transform_isLazy() {
    Dataset<Row> data = Tables.clouds(4000, 3000);
    SmoteModel model = approximate().setSyntheticCol("synthetic").fit(data);
    assertThat(Jobs.startedBy(() -> model.transform(data))).isZero();
    assertThat(Jobs.startedBy(() -> model.transform(data.toDF()))).isZero();
    assertThat(Jobs.startedBy(() -> model.transformSchema(data.schema()))).isZero();
    assertThat(Jobs.startedBy(() -> System.identityHashCode(model.summary()))).isZero();
  }

  /** A count, and what uses the result; a variant that weighs rows looks at them in between. */
  @ParameterizedTest
  @CsvSource({"smote,true,2", "smote,false,2", "borderline1,true,3", "borderline1,false,3"})
  void fitAndUse_ofLittleData_takeAJobEach(String variant, boolean adaptive, int jobs) {
    Dataset<Row> data = inParts(3);
    String before = spark.conf().get("spark.sql.adaptive.enabled");
    spark.conf().set("spark.sql.adaptive.enabled", adaptive);
    try {
      List<Row> rows = new ArrayList<>();
      Smote smote = new Smote().setVariant(variant);
      assertThat(Jobs.startedBy(() -> rows.addAll(smote.fit(data).transform(data).collectAsList())))
          .isEqualTo(jobs);
      assertThat(rows).hasSize(1800);
    } finally {
      spark.conf().set("spark.sql.adaptive.enabled", before);
    }
  }

  /** Few rows may be what a filter left of many files, which one task alone should not read. */
  @Test
  void littleDataOfManyPartitions_isReadByManyTasks() {
    Dataset<Row> out = new Smote().fitResample(inParts(40));
    assertThat(out.queryExecution().executedPlan().toString()).contains("Exchange");
  }

  /** A thousand rows of ten features. */
  private static Dataset<Row> inParts(int parts) {
    List<Row> rows = Tables.cloudRows(10, 900, 100);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return spark.createDataFrame(context.parallelize(rows, parts), Tables.SCHEMA);
  }

  @Test
  void fitTransformAndCount_takeTheSameJobs_whateverTheNumberOfClasses() {
    int two = Jobs.startedBy(() -> new Smote().fitResample(Tables.clouds(rowsOf(2))).count());
    int fifty = Jobs.startedBy(() -> new Smote().fitResample(Tables.clouds(rowsOf(50))).count());
    assertThat(fifty).isEqualTo(two);
  }

  @Test
  @DisplayName("I6 nothing is left behind")
  void wholeCall_leavesJobDescriptionAndStorageAsTheyWere() {
    String before = spark.sparkContext().getLocalProperty("spark.job.description");
    Set<?> persisted = persisted();
    Dataset<Row> data = Tables.clouds(4000, 3000);
    SmoteModel model = approximate().fit(data);
    model.transform(data).count();
    assertThat(spark.sparkContext().getLocalProperty("spark.job.description")).isEqualTo(before);
    assertThat(persisted()).isEqualTo(persisted);
  }

  private static Set<?> persisted() {
    return Set.copyOf(
        CollectionConverters.asJava(spark.sparkContext().getPersistentRDDs()).keySet());
  }

  @Test
  void balancedData_isReturnedAsItIs_withoutAShuffle() {
    Dataset<Row> data = Tables.clouds(30, 30);
    Dataset<Row> out = new Smote().fitResample(data);
    assertThat(out.queryExecution().executedPlan().toString()).doesNotContain("Exchange");
    assertThat(Rows.texts(out)).isEqualTo(Rows.texts(data));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** What Spark's UI and notebooks show of the jobs, read by a listener. */
class StepsTest extends SparkTest {

  private static Dataset<Row> payments(int fair, int fraud) {
    return Tables.clouds(fair, fraud)
        .withColumn("label", functions.expr("if(label = 1, 'fraud', 'fair')"));
  }

  private static List<String> steps(Smote smote, Dataset<Row> data) {
    return Jobs.describedBy(() -> smote.fit(data)).stream().distinct().toList();
  }

  @AfterEach
  void forget() {
    spark.sparkContext().clearJobGroup();
  }

  @Test
  void classThatIsTooLargeForOneTask_isSplit() {
    Smote smote = new Smote().setExactBelow(200).setBucketRows(1000);
    assertThat(steps(smote, payments(4000, 3000)))
        .containsExactly(
            "spark-smote: count classes (1 of 3)", "spark-smote: split fraud (2 of 3)");
  }

  @Test
  void classWhoseBasesAreWeighed_isSearched() {
    Smote smote = new Smote().setVariant("borderline1");
    assertThat(steps(smote, payments(90, 40)))
        .containsExactly(
            "spark-smote: count classes (1 of 3)", "spark-smote: search fraud (3 of 3)");
  }

  @Test
  void stepsThatAreNotNeeded_areLeftOut() {
    assertThat(steps(new Smote(), payments(90, 40)))
        .containsExactly("spark-smote: count classes (1 of 3)");
  }

  @Test
  void manyClasses_fitOneLine() {
    Smote smote = new Smote().setVariant("borderline1");
    assertThat(steps(smote, Tables.clouds(90, 40, 41, 42, 43, 44)))
        .endsWith("spark-smote: search 1, 2, 3 and 2 more (3 of 3)");
  }

  @Test
  void userSeesOwnDescription_inOwnJobs() {
    spark.sparkContext().setJobDescription("nightly");
    Dataset<Row> data = payments(90, 40);
    List<String> all = Jobs.describedBy(() -> new Smote().fitResample(data).count());
    assertThat(all).first().isEqualTo("spark-smote: count classes (1 of 3)");
    assertThat(all).last().isEqualTo("nightly");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.SparkTest;

class PlanPrintTest extends SparkTest {

  private static final Dataset<Row> SOURCE = spark.range(8).toDF("id");

  @Test
  void sameStepsFromOneSource_areTheSame() {
    assertThat(PlanPrint.of(SOURCE.filter("id > 3")))
        .isEqualTo(PlanPrint.of(SOURCE.filter("id > 3")));
  }

  @Test
  void otherSteps_areNotTheSame() {
    assertThat(PlanPrint.of(SOURCE.filter("id > 3")))
        .isNotEqualTo(PlanPrint.of(SOURCE.filter("id > 4")));
    assertThat(PlanPrint.of(SOURCE)).isNotEqualTo(PlanPrint.of(SOURCE.filter("id > 3")));
  }

  @Test
  void sourcesAreToldApart_eachOnce() {
    PlanPrint one = PlanPrint.of(SOURCE);
    PlanPrint two = PlanPrint.of(SOURCE.union(spark.range(9).toDF("id")));
    assertThat(one.sources()).hasSize(1);
    assertThat(two.sources()).hasSize(2).contains(one.sources().get(0));
    assertThat(PlanPrint.of(spark.range(9).toDF("id"))).isNotEqualTo(one);
  }

  @Test
  void print_takesNoJob() {
    assertThat(Jobs.startedBy(() -> PlanPrint.of(SOURCE.groupBy("id").count()))).isZero();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.SparkTest;

class LabelsTest extends SparkTest {

  @Test
  void nullAndNaN_areNoLabels() {
    assertThat(Labels.key(null)).isNull();
    assertThat(Labels.key(Double.NaN)).isNull();
    assertThat(Labels.key(Float.NaN)).isNull();
  }

  @Test
  void bothZeros_areOneLabel() {
    assertThat(Labels.key(-0.0)).isEqualTo(0.0);
    assertThat(Labels.key(-0.0f)).isEqualTo(0.0f);
  }

  @Test
  void otherCells_areTheirOwnKey() {
    for (Object cell : new Object[] {1, 2L, "a", true, 1.5, new BigDecimal("1.50")}) {
      assertThat(Labels.key(cell)).isEqualTo(cell);
    }
  }

  @Test
  void names_areWhatSparkShows() {
    assertThat(Labels.names(List.of(1, 2), DataTypes.IntegerType, spark)).containsExactly("1", "2");
    assertThat(Labels.names(List.of(1.0), DataTypes.DoubleType, spark)).containsExactly("1.0");
    BigDecimal large = new BigDecimal("1E+3");
    assertThat(Labels.names(List.of(large), DataTypes.createDecimalType(5, 0), spark))
        .containsExactly("1000");
  }

  /** Dates are kept as days, timestamps as microseconds since 1970; tests run in UTC. */
  @Test
  void namesOfTimes_areDatesAndTimesAgain_withoutAJob() {
    assertThat(Labels.names(List.of(0, 366), DataTypes.DateType, spark))
        .containsExactly("1970-01-01", "1971-01-02");
    assertThat(Labels.names(List.of(90_000_000L), DataTypes.TimestampType, spark))
        .containsExactly("1970-01-01 00:01:30");
    int jobs = Jobs.startedBy(() -> Labels.names(List.of(0), DataTypes.DateType, spark));
    assertThat(jobs).isZero();
  }

  @Test
  void order_isThatOfTheType() {
    assertThat(Labels.compare(9, 10)).isNegative();
    assertThat(Labels.compare("9", "10")).isPositive();
    assertThat(Labels.compare(false, true)).isNegative();
  }
}

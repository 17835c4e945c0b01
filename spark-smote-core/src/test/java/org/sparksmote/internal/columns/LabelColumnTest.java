// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Columns: a.b (a decimal), day (a date), features (an array), text. */
class LabelColumnTest extends SparkTest {

  private static final StructType SCHEMA =
      new StructType()
          .add("a.b", DataTypes.createDecimalType(4, 1))
          .add("day", DataTypes.DateType)
          .add("features", DataTypes.createArrayType(DataTypes.DoubleType))
          .add("text", DataTypes.StringType);

  private static LabelColumn resolve(String label, String weight, String added) {
    return LabelColumn.resolve(SCHEMA, label, weight, added, "flagCol");
  }

  /** A column of the only row of a table with safe names. */
  private static Object value(Column... columns) {
    Row row =
        RowFactory.create(
            new BigDecimal("2.5"), java.sql.Date.valueOf("1970-01-03"), new double[] {1}, "t");
    Row selected = Tables.of(SCHEMA, row).toDF(InputSchema.safeNames(4)).select(columns).first();
    return selected.get(0);
  }

  @Test
  void columns_areFoundByPosition() {
    LabelColumn found = resolve("text", "a.b", "new");
    assertThat(found.label()).isEqualTo(3);
    assertThat(found.weight()).isZero();
    assertThat(found.type()).isEqualTo(DataTypes.StringType);
    assertThat(resolve("text", "", "").weight()).isEqualTo(-1);
  }

  @Test
  void label_isComparedAsClassesAreToldApart() {
    assertThat(value(resolve("day", "", "").comparable())).as("days since 1970").isEqualTo(2);
    assertThat(value(resolve("text", "", "").comparable())).isEqualTo("t");
    assertThat(value(resolve("text", "", "").spelling())).as("as it is compared").isNull();
  }

  @Test
  void caseWeight_isANumber_or1() {
    LabelColumn weighted = resolve("text", "a.b", "");
    assertThat(value(weighted.caseWeight())).isEqualTo(2.5);
    assertThat(weighted.needsMore()).isTrue();
    LabelColumn plain = resolve("text", "", "");
    assertThat(value(plain.caseWeight())).isEqualTo(1.0);
    assertThat(plain.needsMore()).isFalse();
  }

  @Test
  void cells_areAllColumns_inTheirOrder() {
    assertThat(resolve("text", "", "").cells())
        .map(Column::toString)
        .containsExactly("_0", "_1", "_2", "_3");
  }

  @Test
  void columnThatIsNotThere_isRefused_withItsParam() {
    assertThat(Refusal.of(() -> resolve("txt", "", ""))).contains("txt", "labelCol");
    assertThat(Refusal.of(() -> resolve("text", "wt", ""))).contains("wt", "weightCol");
  }

  @Test
  void columnsThatCannotBeWhatTheyAreNamedFor_areRefused() {
    assertThat(Refusal.of(() -> resolve("features", "", ""))).contains("'features'");
    assertThat(Refusal.of(() -> resolve("text", "day", ""))).contains("'day'", "date");
    assertThat(Refusal.of(() -> resolve("a.b", "a.b", "")))
        .contains("'a.b'", "labelCol", "weightCol");
  }

  @Test
  void columnToAdd_mustBeNew() {
    assertThat(Refusal.of(() -> resolve("text", "", "day"))).contains("'day'", "flagCol");
    assertThat(resolve("text", "", "dayx").label()).isEqualTo(3);
  }
}

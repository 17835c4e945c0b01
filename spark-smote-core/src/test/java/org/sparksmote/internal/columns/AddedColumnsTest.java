// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

class AddedColumnsTest extends SparkTest {

  private static final StructType SCHEMA =
      new StructType().add("x", DataTypes.DoubleType).add("id", DataTypes.StringType);

  private static AddedColumns added(Smote smote) {
    return AddedColumns.of(smote, new ColumnResolver(SCHEMA, false), DataTypes.StringType);
  }

  private static Smote both() {
    return new Smote().setSyntheticCol("new").setProvenanceCol("from");
  }

  @Test
  void nothingAskedFor_isNothingAdded() {
    AddedColumns none = added(new Smote());
    assertThat(none.hasSynthetic()).isFalse();
    assertThat(none.hasProvenance()).isFalse();
    assertThat(none.addTo(SCHEMA)).isEqualTo(SCHEMA);
  }

  @Test
  void schema_getsAFlag_thenWhereARowIsFrom() {
    StructType out = added(both()).addTo(SCHEMA);
    assertThat(out.fieldNames()).containsExactly("x", "id", "new", "from");
    assertThat(out.apply("new").dataType()).isEqualTo(DataTypes.BooleanType);
    assertThat(out.apply("new").nullable()).isFalse();
    DataType from =
        new StructType()
            .add("base", DataTypes.StringType)
            .add("partner", DataTypes.StringType)
            .add("gap", DataTypes.DoubleType);
    assertThat(out.apply("from").dataType()).isEqualTo(from);
  }

  @Test
  void rowsThatWereThere_areNotSynthetic_andFromNowhere() {
    Dataset<Row> data = spark.range(2).selectExpr("double(id) as x", "string(id) as id");
    Dataset<Row> out = added(both()).addTo(data);
    assertThat(out.schema().fieldNames()).containsExactly("x", "id", "new", "from");
    for (Row row : out.collectAsList()) {
      assertThat(row.getBoolean(2)).isFalse();
      assertThat(row.isNullAt(3)).isTrue();
    }
  }

  @Test
  void nameThatIsTaken_isRefused() {
    assertThat(Refusal.of(() -> added(new Smote().setSyntheticCol("X"))))
        .contains("syntheticCol", "X");
    assertThat(Refusal.of(() -> added(both().setProvenanceCol("NEW")))).contains("provenanceCol");
  }

  @Test
  void ofScoring_idNeedNotBeThere() {
    assertThat(AddedColumns.ofScoring(both().setIdCol("id"), SCHEMA).idType())
        .isEqualTo(DataTypes.StringType);
    assertThat(AddedColumns.ofScoring(both().setIdCol("other"), SCHEMA).idType())
        .isEqualTo(DataTypes.LongType);
    assertThat(AddedColumns.ofScoring(both(), SCHEMA).idType()).isEqualTo(DataTypes.LongType);
  }

  @Test
  void ofScoring_columnsAreNotLookedAt_ifNothingIsAdded() {
    StructType twice = SCHEMA.add("x", DataTypes.DoubleType);
    assertThat(AddedColumns.ofScoring(new Smote(), twice).hasSynthetic()).isFalse();
    assertThat(Refusal.of(() -> AddedColumns.ofScoring(both(), twice))).contains("'x'");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Names are never parsed: whatever Spark allows as a column name works (B1, B4, H5). */
class NamesTest extends SparkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b",
        "we`ird",
        "with space",
        "größe",
        "标签",
        "select",
        "",
        "*",
        "a[0]",
        "\"quoted\"",
        "x); drop table t --",
        "${x}\n"
      })
  @DisplayName("B1 hostile names as features, label, id, passenger, flag and provenance")
  void anyColumnName_works(String name) {
    StructType schema =
        new StructType()
            .add(name + "f", SQLDataTypes.VectorType())
            .add(name, DataTypes.IntegerType)
            .add(name + "i", DataTypes.LongType)
            .add(name + "p", DataTypes.LongType);
    Dataset<Row> data =
        spark.createDataFrame(
            Tables.cloudRows(2, 30, 10).stream()
                .map(r -> RowFactory.create(r.get(0), r.get(1), r.get(2), r.get(2)))
                .toList(),
            schema);
    Smote smote = new Smote().setFeaturesCol(name + "f").setLabelCol(name).setIdCol(name + "i");
    smote.setSyntheticCol(name + "s").setProvenanceCol(name + "w").setPassengerColumns("copy");
    Dataset<Row> out = smote.fitResample(data);
    assertThat(out.columns())
        .containsExactly(name + "f", name, name + "i", name + "p", name + "s", name + "w");
    List<Row> made = out.collectAsList().stream().filter(row -> row.getBoolean(4)).toList();
    assertThat(made).hasSize(20);
    assertThat(made).allMatch(row -> row.getLong(3) == row.getStruct(5).getLong(0));
    SmoteModel model = smote.fit(data);
    assertThat(model.transform(data.limit(5)).count()).isEqualTo(5);
  }

  @Test
  @DisplayName("B1 hostile names in inputCols")
  void hostileInputCols_work() {
    Dataset<Row> data =
        spark.range(40).selectExpr("double(id) a", "id * 2 b", "if(id < 10, 'x', 'y') l");
    Dataset<Row> odd = data.toDF("a.b", "we`ird", "`l`");
    Smote smote = new Smote().setInputCols("we`ird", "a.b").setLabelCol("`l`");
    assertThat(smote.fitResample(odd).count()).isEqualTo(60);
  }

  @Test
  @DisplayName("B4 the user's columns are called as our temporary ones")
  void ourOwnTemporaryNames_areFreeToUse() {
    Dataset<Row> data =
        Tables.clouds(30, 10).selectExpr("features _1", "label _0", "id _2", "id key");
    Dataset<Row> more = data.selectExpr("*", "1 as cell", "2 as rows", "'x' as payload");
    Smote smote = new Smote().setFeaturesCol("_1").setLabelCol("_0").setIdCol("_2");
    smote.setPassengerColumns("copy").setProvenanceCol("base").setSyntheticCol("class");
    Dataset<Row> out = smote.fitResample(more);
    assertThat(out.filter("class").filter("key = base.base and payload = 'x'").count())
        .isEqualTo(20);
    assertThat(out.columns())
        .containsExactly("_1", "_0", "_2", "key", "cell", "rows", "payload", "class", "base");
  }

  @Test
  @DisplayName("H5 hostile class names")
  void hostileClassNames_areKeysOnly() {
    String hostile = "x'); drop table t -- \" \\ {\n";
    Dataset<Row> data =
        Tables.clouds(30, 10)
            .withColumn(
                "label",
                functions.when(functions.col("label").equalTo(1), hostile).otherwise("ok"));
    Smote smote = new Smote().setSamplingStrategy(java.util.Map.of(hostile, 25));
    SmoteModel model = smote.fit(data);
    assertThat(model.transform(data).count()).isEqualTo(55);
    assertThat(model.summary().classes())
        .extracting(SmoteSummary.ClassRows::label)
        .containsExactly("ok", hostile);
    assertThat(SmoteSummary.fromJson("model", model.summary().toJson()).classes())
        .isEqualTo(model.summary().classes());
  }
}

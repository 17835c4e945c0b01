// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.testing.SparkTest;

/** Labels as Spark stores them are the labels that its rows hand out. */
class StoredLabelsTest extends SparkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if(id % 3 = 0, null, concat('class ', id % 7))",
        "case id % 4 when 0 then double('NaN') when 1 then -0.0D when 2 then 0.0D else 2.5D end",
        "case id % 4 when 0 then float('NaN') when 1 then float(-0.0) else float(id % 3) end",
        "cast(id % 5 as decimal(20, 3))",
        "id % 2 = 0",
        "cast(id % 6 as tinyint)",
        "id",
        "cast(timestamp_seconds(id % 4) as timestamp_ntz)",
        "make_dt_interval(int(id % 4))",
        "make_ym_interval(int(id % 4))"
      })
  void keys_areThoseOfTheCells(String label) {
    Dataset<Row> rows = spark.range(0, 60, 1, 1).selectExpr(label + " as label");
    List<Object> wanted = new ArrayList<>();
    rows.collectAsList().forEach(row -> wanted.add(Labels.key(row.get(0))));
    DataType type = rows.schema().fields()[0].dataType();
    List<Object> found =
        rows.queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(
                part -> {
                  StoredLabels labels = new StoredLabels(type);
                  List<Object> keys = new ArrayList<>();
                  while (part.hasNext()) {
                    InternalRow row = part.next();
                    keys.add(labels.key(row, 0));
                  }

                  return keys.iterator();
                })
            .collect();
    assertThat(found).isEqualTo(wanted);
  }
}

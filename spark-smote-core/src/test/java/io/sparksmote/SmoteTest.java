// SPDX-License-Identifier: Apache-2.0
package io.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class SmoteTest extends SparkTest {

  static Dataset<Row> blobs(int majority, int minority) {
    Random random = new Random(1);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < majority + minority; i++) {
      int label = i < minority ? 1 : 0;
      rows.add(
          RowFactory.create(
              Vectors.dense(
                  random.nextGaussian() + label, random.nextGaussian(), random.nextGaussian()),
              label,
              (long) i));
    }

    StructType schema =
        new StructType()
            .add("features", SQLDataTypes.VectorType(), true)
            .add("label", DataTypes.IntegerType, true)
            .add("id", DataTypes.LongType, false);
    return spark.createDataFrame(rows, schema);
  }

  @Test
  void smoke() {
    Dataset<Row> data = blobs(9900, 100);
    Smote smote =
        new Smote().setSeed(42).setProvenanceCol("from").setSyntheticCol("syn").setIdCol("id");
    SmoteModel model = smote.fit(data);
    System.err.println(model);
    Dataset<Row> out = model.transform(data);
    out.printSchema();
    out.filter("syn").show(5, false);
    assertThat(out.count()).isEqualTo(19800);
    Dataset<Row> big = blobs(60000, 50000);
    SmoteModel m2 =
        new Smote().setSamplingStrategy(Map.of(1, 100000)).setPassengerColumns("copy").fit(big);
    System.err.println(m2);
    long t = System.nanoTime();
    m2.transform(big).groupBy("label").count().show();
    System.err.println((System.nanoTime() - t) / 1e9);
  }
}

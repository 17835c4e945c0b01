// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.strategy.ClassCount;

/**
 * What rows have in common that get one verdict: class and features, as a number and 128 bits that
 * belong to the content. Columns that are no features play no part in it.
 */
public final class RowIdentity {

  static final StructType TYPE =
      new StructType()
          .add("class", DataTypes.IntegerType, false)
          .add("key", DataTypes.LongType, false)
          .add("second", DataTypes.LongType, false);

  private RowIdentity() {}

  /** Of a row that was read. */
  static Row of(int classIndex, FeatureRow features) {
    return RowFactory.create(classIndex, features.key(), features.secondKey());
  }

  /** Label and features to the identity; null if the row has no label or no valid features. */
  public static UserDefinedFunction identity(InputSchema input, List<ClassCount> classes) {
    FeatureReader reader = FeatureReader.of(input);
    Map<Object, Integer> classOf = positions(classes);
    UDF1<Row, Row> identity =
        row -> {
          Object label = Labels.key(row.get(0));
          Integer own = label == null ? null : classOf.get(label);
          FeatureRow features = new FeatureRow();
          reader.read(row, features);
          return own == null || features.invalid != FeatureRow.VALID ? null : of(own, features);
        };
    return functions.udf(identity, TYPE);
  }

  /** Label to the position of the class. */
  static UserDefinedFunction position(List<ClassCount> classes) {
    Map<Object, Integer> classOf = positions(classes);
    UDF1<Object, Integer> position =
        cell -> {
          Object label = Labels.key(cell);
          return label == null ? null : classOf.get(label);
        };
    return functions.udf(position, DataTypes.IntegerType);
  }

  /** Label to the position of the class, as tasks can read it. */
  static Map<Object, Integer> positions(List<ClassCount> classes) {
    Map<Object, Integer> positions = new HashMap<>();
    for (int c = 0; c < classes.size(); c++) {
      positions.put(classes.get(c).key(), c);
    }

    return positions;
  }
}

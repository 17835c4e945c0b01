// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.sparksmote.internal.rows.FeatureRow;

/**
 * Goes through rows of {@link InputSchema#select}: valid features, with the number of the class.
 */
public final class LabelledRows implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The class of rows that are of none of those asked for. */
  static final int OTHER = -1;

  private final FeatureReader reader;
  private final int size;
  private final HashMap<Object, Integer> classOf;

  /** Of rows with so many features, of classes by the key of their label. */
  public LabelledRows(InputSchema input, int size, Map<Object, Integer> classOf) {
    this.reader = FeatureReader.of(input);
    this.size = size;
    this.classOf = new HashMap<>(classOf);
  }

  /**
   * Those of selected rows that are of the classes. Others go by their label alone, before Spark
   * makes objects of their features, which is most of what reading a row takes.
   */
  public Dataset<Row> ofClasses(Dataset<Row> selected) {
    HashMap<Object, Integer> known = classOf;
    UDF1<Object, Boolean> isKnown = label -> label != null && known.containsKey(Labels.key(label));
    Dataset<Row> safe = selected.toDF(InputSchema.safeNames(selected.columns().length));
    return safe.filter(
        functions.udf(isKnown, DataTypes.BooleanType).apply(safe.col(InputSchema.safeNames(1)[0])));
  }

  /** What is done with a row; it is refilled for the next one. */
  public interface Use {
    void accept(int classIndex, FeatureRow features);
  }

  /** Hands over every row of the classes, and if asked for, of all others too. */
  public void forEach(Iterator<Row> rows, boolean othersToo, Use use) {
    FeatureRow features = new FeatureRow();
    while (rows.hasNext()) {
      Row row = rows.next();
      Object label = Labels.key(row.get(0));
      Integer c = label == null ? null : classOf.get(label);
      if (c != null || (label != null && othersToo)) {
        reader.read(row, features);
        if (features.invalid == FeatureRow.VALID && features.size == size) {
          use.accept(c == null ? OTHER : c, features);
        }
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.exact.ExactSum;
import org.sparksmote.internal.spark.Passes;

/** The sum of weights of each class, the same in any order of the rows. */
final class WeightSums {

  private WeightSums() {}

  /**
   * One job.
   *
   * @param rows label and weight
   */
  static double[] of(Dataset<Row> rows, Map<Object, Integer> classes) {
    HashMap<Object, Integer> classOf = new HashMap<>(classes); // which tasks can read
    Row sums =
        Passes.merge(
            rows,
            part -> toRow(sum(part, classOf)),
            toRow(zeros(classOf.size())),
            (a, b) -> toRow(merge(a, b)));
    double[] values = new double[classOf.size()];
    Arrays.setAll(values, c -> ExactSum.of(sums.getAs(c)).value());
    return values;
  }

  private static ExactSum[] zeros(int classes) {
    ExactSum[] sums = new ExactSum[classes];
    Arrays.setAll(sums, c -> new ExactSum());
    return sums;
  }

  private static ExactSum[] sum(Iterator<Row> rows, Map<Object, Integer> classOf) {
    ExactSum[] sums = zeros(classOf.size());
    while (rows.hasNext()) {
      Row row = rows.next();
      Object label = Labels.key(row.get(0));
      Integer c = label == null ? null : classOf.get(label);
      if (c != null) {
        sums[c].add(row.getDouble(1));
      }
    }

    return sums;
  }

  private static Row toRow(ExactSum[] sums) {
    return RowFactory.create(Arrays.stream(sums).map(ExactSum::toBytes).toArray());
  }

  private static ExactSum[] merge(Row a, Row b) {
    ExactSum[] sums = new ExactSum[a.size()];
    for (int c = 0; c < sums.length; c++) {
      sums[c] = ExactSum.of(a.getAs(c));
      sums[c].merge(ExactSum.of(b.getAs(c)));
    }

    return sums;
  }
}

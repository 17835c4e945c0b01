// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.undersampling;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import scala.Tuple2;

/**
 * The different features that rows of a class have, each with how many rows have it, as {@link
 * BlockDistances} takes them. Values are scaled for distance already.
 */
final class Contents implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Wider rows would be too dear to compare number by number. */
  static final int MOST_FEATURES = 1 << 16;

  private final FeatureReader reader;
  private final HashMap<Object, Integer> positions;
  private final ColumnValues weights;

  /** Of rows that were counted. */
  Contents(CountedRows counted) {
    if (counted.counts().size() > MOST_FEATURES) {
      throw UnderProblems.tooWide(counted.counts().size(), MOST_FEATURES);
    }

    this.reader = FeatureReader.of(counted.input());
    this.positions = counted.positions();
    this.weights = counted.counts().weights().values();
  }

  /** The contents of a class; they reach nobody. */
  JavaPairRDD<Tuple2<Long, Long>, Row> of(CountedRows counted, Dataset<?> data, int c) {
    return counted
        .input()
        .select(data)
        .javaRDD()
        .flatMapToPair(row -> read(row, c))
        .reduceByKey((a, b) -> RowFactory.create(a.getLong(0) + b.getLong(0), a.get(1), a.get(2)));
  }

  private Iterator<Tuple2<Tuple2<Long, Long>, Row>> read(Row row, int c) {
    Object label = Labels.key(row.get(0));
    Integer own = label == null ? null : positions.get(label);
    if (own == null || own != c) {
      return Collections.emptyIterator();
    }

    FeatureRow features = new FeatureRow();
    reader.read(row, features);
    if (features.invalid != FeatureRow.VALID || features.size != weights.size()) {
      return Collections.emptyIterator();
    }

    double[] values = new double[features.size];
    features.copyTo(values, 0);
    for (int j = 0; j < values.length; j++) {
      values[j] *= weights.at(j);
    }

    Tuple2<Long, Long> id = new Tuple2<>(features.key(), features.secondKey());
    Row content = RowFactory.create(1L, values, -1.0);
    return Collections.singleton(new Tuple2<>(id, content)).iterator();
  }
}

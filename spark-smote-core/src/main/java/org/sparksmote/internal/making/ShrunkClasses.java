// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.census.CensusProblems;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.keeping.KeepSettings;
import org.sparksmote.internal.keeping.UnderSampling;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.params.SamplerParams;

/** The original rows that stay: those that are valid, and of classes that shrink a part. */
final class ShrunkClasses {

  private ShrunkClasses() {}

  /**
   * Which rows stay, found by one more pass; null if all do.
   *
   * @param keep rows of each class that stay
   * @param data without the rows that are dropped
   */
  static @Nullable UnderSampling plan(
      SamplerParams params, List<ClassCount> classes, long[] keep, Dataset<?> data) {
    boolean shrinks = false;
    for (int c = 0; c < keep.length; c++) {
      shrinks |= keep[c] < classes.get(c).rows();
    }

    if (!shrinks) {
      return null;
    }

    KeepSettings settings =
        KeepSettings.unweighted(
            params.getLabelCol(),
            "keep",
            params.getMaxClasses(),
            params.getSeed(),
            found -> same(classes, found, keep));
    LabelColumn label = LabelColumn.resolve(data.schema(), params.getLabelCol(), "", "", "");
    return UnderSampling.of(settings, label, data);
  }

  /** What was planned, of the classes that have rows, if another pass found the same. */
  private static long[] same(List<ClassCount> planned, List<ClassCount> found, long[] keep) {
    long[] same = new long[found.size()];
    int next = 0;
    for (int c = 0; c < keep.length; c++) {
      ClassCount one = planned.get(c);
      boolean isThere = next < same.length && found.get(next).key().equals(one.key());
      long rows = isThere ? found.get(next).rows() : 0;
      if (rows != one.rows()) {
        throw CensusProblems.inputChanged(one.name(), one.rows(), rows);
      }

      if (isThere) {
        same[next++] = keep[c];
      }
    }

    if (next < same.length) {
      ClassCount other = found.get(next);
      throw CensusProblems.inputChanged(other.name(), 0, other.rows());
    }

    return same;
  }

  /** The rows with a valid label and valid features. */
  static Dataset<?> valid(InputSchema input, Dataset<?> data) {
    FeatureReader reader = FeatureReader.of(input);
    UDF1<Row, Boolean> isValid =
        row -> {
          FeatureRow features = new FeatureRow();
          reader.read(row, features);
          return Labels.key(row.get(0)) != null && features.invalid == FeatureRow.VALID;
        };
    Column cells = functions.struct(input.labelAndFeatures());
    return data.toDF(InputSchema.safeNames(input.schema().size()))
        .filter(functions.udf(isValid, DataTypes.BooleanType).apply(cells))
        .toDF(input.schema().fieldNames());
  }
}

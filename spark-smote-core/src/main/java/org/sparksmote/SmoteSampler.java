// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.strategy.SamplingStrategy;
import org.sparksmote.sampler.Sampler;

/** What pipelines ask of {@link Smote} and {@link SmoteResampler} alike. */
public interface SmoteSampler extends Sampler, SmoteParams {

  @Override
  default List<String> emptyColumns(StructType schema) {
    return SamplingStrategy.isNone(getSamplingStrategy())
        ? List.of()
        : SmoteVariant.input(this, schema).emptyColumns();
  }

  @Override
  default Optional<Dataset<Row>> fitResampleFlagged(Dataset<?> dataset, String flag) {
    if (isSet(syntheticCol())) {
      String known = ColumnResolver.quoted(getSyntheticCol());
      return Optional.of(fitResample(dataset).withColumn(flag, functions.col(known)));
    }

    Sampler flagging = (Sampler) copy(new ParamMap().put(syntheticCol(), flag));
    return Optional.of(flagging.fitResample(dataset));
  }
}

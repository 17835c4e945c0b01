// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.sampler;

import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A pipeline stage that adds or removes rows, which must happen to training data only. A {@link
 * org.sparksmote.ResamplingPipeline} asks its samplers during {@code fit} and leaves them out of
 * the fitted model. To write one, extend {@link SamplerStage}.
 */
public interface Sampler extends Params {

  /**
   * The resampled rows.
   *
   * @throws org.sparksmote.errors.SmoteException if schema, data or settings do not allow the
   *     resampling
   */
  Dataset<Row> fitResample(Dataset<?> dataset);

  /**
   * Columns in which rows that this sampler adds hold null, whatever the original rows hold; a
   * stage that would read one of them is refused before any job. By default none.
   *
   * @param schema the schema of the rows to resample
   */
  default List<String> emptyColumns(StructType schema) {
    return List.of();
  }

  /**
   * The resampled rows with one more column: true in rows that were added. It is asked for where
   * stages behind the sampler do things that cannot be seen, to count what became of added rows.
   *
   * @param flag name of the column, which neither the dataset nor the resampled rows have
   * @return empty, as by default, if no rows are added or they cannot be told
   */
  default Optional<Dataset<Row>> fitResampleFlagged(Dataset<?> dataset, String flag) {
    return Optional.empty();
  }
}

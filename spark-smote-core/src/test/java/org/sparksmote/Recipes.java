// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.variants.Recipe;

/** What stages are set to, for tests that look behind them. */
public final class Recipes {

  private Recipes() {}

  public static Recipe of(Smote smote) {
    return SmoteVariant.recipe(smote);
  }

  public static InputSchema schema(Smote smote, StructType schema) {
    return InputSchema.resolve(smote, of(smote).nominalDemand(), schema);
  }

  public static ClassCounter.Counts counts(
      Smote smote, InputSchema input, org.apache.spark.sql.Dataset<?> data) {
    ClassCounter.Demand demand =
        new ClassCounter.Demand(of(smote).parts().needsMoments(), "another variant", true);
    return ClassCounter.count(smote, demand, input, data);
  }
}

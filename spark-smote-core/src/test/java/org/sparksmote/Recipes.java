// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.sql.types.StructType;

/** What stages are set to, for tests that look behind them. */
final class Recipes {

  private Recipes() {}

  static Recipe of(Smote smote) {
    return SmoteVariant.recipe(smote);
  }

  static InputSchema schema(Smote smote, StructType schema) {
    return InputSchema.resolve(smote, of(smote).nominalDemand(), schema);
  }

  static ClassCounter.Counts counts(
      Smote smote, InputSchema input, org.apache.spark.sql.Dataset<?> data) {
    ClassCounter.MomentsDemand demand =
        new ClassCounter.MomentsDemand(of(smote).parts().needsMoments(), "another variant");
    return ClassCounter.count(smote, demand, input, data);
  }
}

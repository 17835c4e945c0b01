// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.ml.param.StringArrayParam;

/** The settings that name nominal features where neither ML attributes nor column types tell. */
public interface NominalParams extends VariantParams {

  /** Nominal features of featuresCol, by name or number, besides those that its attributes name. */
  default StringArrayParam categoricalFeatures() {
    return paramSet().categoricalFeatures;
  }

  /** The nominal features of featuresCol that were named; fails if none were. */
  default String[] getCategoricalFeatures() {
    return getOrDefault(categoricalFeatures());
  }

  /** Columns of inputCols that are nominal, besides strings, booleans and indexed columns. */
  default StringArrayParam categoricalCols() {
    return paramSet().categoricalCols;
  }

  /** The columns of inputCols that were named as nominal; fails if none were. */
  default String[] getCategoricalCols() {
    return getOrDefault(categoricalCols());
  }
}

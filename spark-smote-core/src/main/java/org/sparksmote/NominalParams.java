// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.ml.param.StringArrayParam;

/**
 * The settings that name nominal features where neither ML attributes nor column types tell.
 *
 * @param <S> the stage itself, so that setters chain
 */
public interface NominalParams<S extends NominalParams<S>> extends VariantParams<S> {

  /** This stage under its own type. */
  @SuppressWarnings("unchecked")
  private S self() {
    return (S) this;
  }

  /** Nominal features of featuresCol, by name or number, besides those that its attributes name. */
  default StringArrayParam categoricalFeatures() {
    return paramSet().categoricalFeatures;
  }

  /** Sets nominal features of featuresCol: names of attributes, or positions counted from 0. */
  default S setCategoricalFeatures(String... value) {
    set(categoricalFeatures(), value);
    return self();
  }

  /** The nominal features of featuresCol that were named; fails if none were. */
  default String[] getCategoricalFeatures() {
    return getOrDefault(categoricalFeatures());
  }

  /** Columns of inputCols that are nominal, besides strings, booleans and indexed columns. */
  default StringArrayParam categoricalCols() {
    return paramSet().categoricalCols;
  }

  /** Sets columns of inputCols that are nominal, of any atomic type. */
  default S setCategoricalCols(String... value) {
    set(categoricalCols(), value);
    return self();
  }

  /** The columns of inputCols that were named as nominal; fails if none were. */
  default String[] getCategoricalCols() {
    return getOrDefault(categoricalCols());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

import java.util.List;
import org.sparksmote.internal.params.ChainedSetter;
import org.sparksmote.internal.params.ParamCheck;

/**
 * The setters of {@link ColumnParams}, for stages that are not fitted: what a fitted model does was
 * settled by its fit.
 *
 * @param <S> the stage itself, so that setters chain
 */
public interface ColumnSetters<S extends ColumnSetters<S>> extends ColumnParams {

  /** Sets the vector or array column of features; default {@code features}. */
  default S setFeaturesCol(String value) {
    return ChainedSetter.set(this, featuresCol(), value);
  }

  /** Sets the label column, of any atomic type; default {@code label}. */
  default S setLabelCol(String value) {
    return ChainedSetter.set(this, labelCol(), value);
  }

  /** Sets numeric and boolean columns to use as features, instead of featuresCol. */
  default S setInputCols(String... value) {
    return ChainedSetter.set(this, inputCols(), value);
  }

  /** The same with a list, which is what arrives from Python. */
  default S setInputCols(List<String> value) {
    return setInputCols(ParamCheck.texts("inputCols", value));
  }

  /** Sets nominal features of featuresCol: names of attributes, or positions counted from 0. */
  default S setCategoricalFeatures(String... value) {
    return ChainedSetter.set(this, categoricalFeatures(), value);
  }

  /** The same with a list, which is what arrives from Python. */
  default S setCategoricalFeatures(List<String> value) {
    return setCategoricalFeatures(ParamCheck.texts("categoricalFeatures", value));
  }

  /** Sets columns of inputCols that are nominal, of any atomic type. */
  default S setCategoricalCols(String... value) {
    return ChainedSetter.set(this, categoricalCols(), value);
  }

  /** The same with a list, which is what arrives from Python. */
  default S setCategoricalCols(List<String> value) {
    return setCategoricalCols(ParamCheck.texts("categoricalCols", value));
  }

  /** Sets {@code error} (default), {@code keep} (the row passes, unused) or {@code skip}. */
  default S setHandleInvalid(String value) {
    return ChainedSetter.set(this, handleInvalid(), value);
  }

  /** Sets the name of the flag column; none by default. */
  default S setSyntheticCol(String value) {
    return ChainedSetter.set(this, syntheticCol(), value);
  }

  /** Sets the name of the provenance column; none by default. */
  default S setProvenanceCol(String value) {
    return ChainedSetter.set(this, provenanceCol(), value);
  }

  /** Sets the column that names rows in the provenance; synthetic rows hold null in it. */
  default S setIdCol(String value) {
    return ChainedSetter.set(this, idCol(), value);
  }

  /**
   * Sets the column of case weights, which later stages may read: of a numeric type, finite and not
   * negative. A synthetic row on the segment between two rows of its class has (1 - gap) times the
   * weight of its base plus gap times that of its partner, but never less than 0; any other one has
   * the weight of its base. Weights change neither how many rows are made nor which.
   */
  default S setWeightCol(String value) {
    return ChainedSetter.set(this, weightCol(), value);
  }

  /**
   * Sets the name of a column to add: the case weight of a row (1 without weightCol), times the
   * total case weight of its class before the resampling, by that after it. A classifier that takes
   * it as weightCol sees the classes as large as they were, and probabilities of a linear one keep
   * to the base rate; boosted trees may still say too high ones. A synthetic row weighs 1 without
   * weightCol, and else what stands in its weightCol; so the rows of a class, old and new, weigh
   * together what the class weighed before, up to rounding.
   *
   * <p>Without weightCol the totals are known from the plan, also after a cleaning. With it two
   * more jobs sum up what classes weigh before and after, for which the new rows are made once
   * more. Invalid rows that are dropped count on neither side, and rows without a label have their
   * case weight. The column is null in data that is passed through.
   */
  default S setBalanceWeightCol(String value) {
    return ChainedSetter.set(this, balanceWeightCol(), value);
  }

  /** Sets {@code null} (default: nothing is made up) or {@code copy} (from the base row). */
  default S setPassengerColumns(String value) {
    return ChainedSetter.set(this, passengerColumns(), value);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.params;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** Sets params of stages whose setters chain. */
public final class ChainedSetter {

  private ChainedSetter() {}

  /**
   * Sets a param of a stage and returns the stage under its own type, which its setters have as
   * their type parameter. A function and no method of the setters' interfaces: those are users'.
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Java has no type of "this"
  public static <S extends Params, V> S set(Params stage, Param<V> param, V value) {
    return (S) stage.set(param, value);
  }
}

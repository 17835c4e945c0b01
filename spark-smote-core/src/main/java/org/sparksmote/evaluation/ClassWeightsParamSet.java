// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.io.Serializable;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.params.SharedParams;

/** The params of {@link ClassWeightsParams} with their documentation, checks and defaults. */
public final class ClassWeightsParamSet implements Serializable {

  private static final long serialVersionUID = 1L;

  final Param<String> labelCol;
  final Param<String> classWeight;
  final Param<String> weightCol;
  final Param<String> outputCol;
  final Param<String> handleInvalid;
  final IntParam maxClasses;

  /** Declares the params of {@code owner}, whose uid is set already. */
  public ClassWeightsParamSet(Params owner) {
    ParamMaker make = new ParamMaker(owner);
    labelCol = SharedParams.labelCol(make);
    classWeight =
        make.checked(
            "classWeight",
            "what a row of a class weighs: balanced, or a JSON object from label to weight",
            AskedWeights::isAsked);
    weightCol = make.text("weightCol", "column of case weights, which classWeight multiplies");
    outputCol = make.newColumn("outputCol", "output column of weights");
    handleInvalid =
        make.choice(
            "handleInvalid",
            "rows without a label, or with one that the fit did not see, are refused, get no weight,"
                + " or are dropped",
            "error",
            "keep",
            "skip");
    maxClasses = SharedParams.maxClasses(make);
    owner.setDefault(classWeight, AskedWeights.BALANCED);
    owner.setDefault(outputCol, "classWeight");
    owner.setDefault(handleInvalid, "error");
  }
}

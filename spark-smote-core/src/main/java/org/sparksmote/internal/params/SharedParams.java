// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.params;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;

/** Params that several groups of samplers have, each declared once: words, check and default. */
public final class SharedParams {

  private SharedParams() {}

  /** The column of features. */
  public static Param<String> featuresCol(ParamMaker make) {
    Param<String> param =
        make.text(
            "featuresCol",
            "column of features: a vector (dense or sparse), or an array of double or float");
    make.owner().setDefault(param, "features");
    return param;
  }

  /** Columns that are features, for samplers of numbers. */
  public static StringArrayParam inputCols(ParamMaker make) {
    return make.names("inputCols", "numeric or boolean columns that are features, not featuresCol");
  }

  /** How features count in distances, for samplers that scale by ranges only. */
  public static Param<String> standardize(ParamMaker make) {
    Param<String> param =
        make.choice("standardize", "scaling of features for the distance only", "none", "minmax");
    make.owner().setDefault(param, "none");
    return param;
  }

  /** The column of labels. */
  public static Param<String> labelCol(ParamMaker make) {
    Param<String> param =
        make.text("labelCol", "label column, of any atomic type; labels are keys, never cast");
    make.owner().setDefault(param, "label");
    return param;
  }

  /** A column of weights that a sampler adds. */
  public static Param<String> balanceWeightCol(ParamMaker make) {
    return make.newColumn(
        "balanceWeightCol",
        "output column of weights with which every class weighs what it weighed before");
  }

  /** What becomes of rows whose label or features are not valid. */
  public static Param<String> handleInvalid(ParamMaker make) {
    Param<String> param =
        make.choice(
            "handleInvalid",
            "rows with null, NaN or infinite values are refused, passed on unused, or dropped",
            "error",
            "keep",
            "skip");
    make.owner().setDefault(param, "error");
    return param;
  }

  /** How many classes there may be. */
  public static IntParam maxClasses(ParamMaker make) {
    IntParam param =
        make.integer(
            "maxClasses", "distinct labels allowed; more look like a regression target", 2);
    make.owner().setDefault(param, 100);
    return param;
  }

  /** Whether neighbours are searched exactly. */
  public static Param<String> neighborSearch(ParamMaker make) {
    Param<String> param =
        make.choice(
            "neighborSearch",
            "kind of neighbour search; auto is exact up to exactBelow rows",
            "auto",
            "exact",
            "approximate");
    make.owner().setDefault(param, "auto");
    return param;
  }

  /** How many rows a task searches. */
  public static IntParam bucketRows(ParamMaker make) {
    IntParam param =
        make.integer("bucketRows", "rows of a class that one task searches, about", 100);
    make.owner().setDefault(param, 250_000);
    return param;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleArrayArrayParam;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.jspecify.annotations.Nullable;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.json.CheckedJson;

/**
 * Values of params as JSON, in Spark's form. Spark itself reads 3.7 as the int 3 and wraps what is
 * too large, takes a default without asking whether it is valid, and cannot write an int that was
 * set as a long.
 */
final class ParamJson {

  private ParamJson() {}

  /** What is written for a value. */
  static Object write(Param<?> param, Object value) {
    if (value instanceof Number number) {
      return param instanceof DoubleParam ? (Object) number.doubleValue() : number.longValue();
    }

    return value;
  }

  /** The value that is written, if the param takes it. */
  static Object read(String path, Param<Object> param, JsonNode json) {
    SmoteException problem =
        SavingProblems.badSavedParam(path, param.name(), CheckedJson.shown(json), param.doc());
    Object value = value(param, json);
    if (value != null) {
      try {
        param.w(value); // asks whether it is valid
        return value;
      } catch (IllegalArgumentException e) {
        problem.initCause(e);
      }
    }

    throw problem;
  }

  /** The value in the type of the param, or null if it has another type. */
  private static @Nullable Object value(Param<?> param, JsonNode json) {
    if (param instanceof IntParam) {
      return json.isIntegralNumber() && json.canConvertToInt() ? json.intValue() : null;
    } else if (param instanceof LongParam) {
      return json.isIntegralNumber() && json.canConvertToLong() ? json.longValue() : null;
    } else if (param instanceof DoubleParam) {
      return json.isNumber() ? json.doubleValue() : null;
    } else if (param instanceof BooleanParam) {
      return json.isBoolean() ? json.booleanValue() : null;
    } else if (param instanceof DoubleArrayParam) {
      return numbers(json);
    } else if (param instanceof DoubleArrayArrayParam) {
      return table(json);
    }

    return param instanceof StringArrayParam ? texts(json) : json.textValue();
  }

  private static String @Nullable [] texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : json) {
      if (element.isTextual()) {
        texts.add(element.textValue());
      }
    }

    return json.isArray() && texts.size() == json.size() ? texts.toArray(new String[0]) : null;
  }

  private static double @Nullable [] numbers(JsonNode json) {
    double[] numbers = new double[json.size()];
    boolean right = json.isArray();
    for (int i = 0; right && i < numbers.length; i++) {
      right = json.path(i).isNumber();
      numbers[i] = json.path(i).doubleValue();
    }

    return right ? numbers : null;
  }

  private static double @Nullable [][] table(JsonNode json) {
    List<double[]> rows = new ArrayList<>();
    for (JsonNode element : json) {
      double[] row = numbers(element);
      if (row != null) {
        rows.add(row);
      }
    }

    return json.isArray() && rows.size() == json.size() ? rows.toArray(new double[0][]) : null;
  }
}

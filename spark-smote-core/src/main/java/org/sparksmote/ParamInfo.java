// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.FloatParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.params.ParamCheck;

/**
 * What a param says of itself: the one list from which options, tables of settings and wrappers in
 * other languages are made. No Spark session is needed.
 *
 * @param name the param's name
 * @param type int, long, float, double, boolean, string, an array of these such as string[], or any
 *     where the param does not tell
 * @param defaultValue the default, the name of its class if it is a stage, or null if there is none
 * @param doc what it sets and what it takes, in words
 * @param allowed the texts it takes; empty if they are not few, or if the param does not tell
 * @param least the smallest number it takes, or null if none is known
 * @param moreThan the number that all it takes are larger than, where there is no smallest one
 * @param most the largest number it takes, or null if none is known
 * @param variants the variants that read it, by name; empty if not only some do
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ParamInfo(
    String name,
    String type,
    @JsonProperty("default") @Nullable Object defaultValue,
    String doc,
    List<String> allowed,
    @Nullable Number least,
    @Nullable Number moreThan,
    @Nullable Number most,
    List<String> variants) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** By the class of the param; a plain one may hold anything. */
  private static final Map<Class<?>, String> TYPES =
      Map.of(
          IntParam.class, "int",
          LongParam.class, "long",
          FloatParam.class, "float",
          DoubleParam.class, "double",
          BooleanParam.class, "boolean",
          StringArrayParam.class, "string[]",
          IntArrayParam.class, "int[]",
          DoubleArrayParam.class, "double[]");

  public ParamInfo {
    allowed = List.copyOf(allowed);
    variants = List.copyOf(variants);
  }

  /** The params of a stage, ours or another, in the order of their names. */
  public static List<ParamInfo> of(Params stage) {
    return Arrays.stream(stage.params()).map(param -> of(stage, param)).toList();
  }

  /** The same as JSON: an array of objects, which lack what is null or empty. */
  public static String json(Params stage) {
    try {
      return JSON.writeValueAsString(of(stage)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // strings and numbers always have a JSON form
    }
  }

  private static ParamInfo of(Params stage, Param<?> param) {
    Object initial = stage.hasDefault(param) ? stage.getDefault(param).get() : null;
    ParamCheck<?> check = param.isValid() instanceof ParamCheck<?> ours ? ours : null;
    Number least = check == null ? null : check.least();
    boolean open = least != null && least.equals(Double.MIN_VALUE); // that is: any above 0
    return new ParamInfo(
        param.name(),
        type(param, check, initial),
        initial instanceof Params held ? held.getClass().getSimpleName() : initial,
        param.doc(),
        check == null ? List.of() : check.allowed(),
        open ? null : least,
        open ? Integer.valueOf(0) : null,
        check == null ? null : check.most(),
        stage instanceof VariantParams ? SmoteVariant.reading(param.name()) : List.of());
  }

  private static String type(
      Param<?> param, @Nullable ParamCheck<?> check, @Nullable Object initial) {
    boolean text = initial instanceof String || (check != null && check.type() == String.class);
    return TYPES.getOrDefault(param.getClass(), text ? "string" : "any");
  }
}

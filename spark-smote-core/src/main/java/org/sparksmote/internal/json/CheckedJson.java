// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sparksmote.errors.SmoteException;

/**
 * A JSON object that anybody may have changed: no field is taken that is not there or of another
 * kind, and the error names it. Numbers are never rounded or wrapped to fit.
 */
public final class CheckedJson {

  /** Refuses what a typing error leaves behind, and keeps numbers that no double can hold. */
  public static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final int SHOWN = 60;

  /** What JSON shows as it is, but would break a line of a log or turn it round. */
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private final JsonNode json;
  private final String prefix;
  private final Function<String, SmoteException> problem;

  private CheckedJson(JsonNode json, String prefix, Function<String, SmoteException> problem) {
    this.json = json;
    this.prefix = prefix;
    this.problem = problem;
  }

  /** The object that a text holds; {@code problem} makes an error of what is wrong with it. */
  public static CheckedJson of(String text, Function<String, SmoteException> problem) {
    try {
      JsonNode json = STRICT.readTree(text);
      if (json.isObject()) {
        return new CheckedJson(json, "", problem);
      }
    } catch (JsonProcessingException e) {
      // Its message would show the text, and where it ends says nothing.
    }

    throw problem.apply("the text is no JSON object");
  }

  /** A value for a message, on one line and not all of it if it is long. */
  public static String shown(@Nullable JsonNode value) {
    String text =
        HIDDEN
            .matcher(String.valueOf(value))
            .replaceAll(c -> String.format(Locale.ROOT, "\\\\u%04x", c.group().codePointAt(0)));
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
  }

  /** A text as JSON has it, cut if it is long, for errors. */
  public static String shown(@Nullable String text) {
    return shown(STRICT.getNodeFactory().textNode(text));
  }

  /** An error about a field. */
  public SmoteException wrong(String field, String reason) {
    return problem.apply(prefix + field + " " + reason);
  }

  /** An error about a field that is not what it should be. */
  public SmoteException isNot(String field, String wanted) {
    return wrong(field, "is " + shown(json.path(field)) + " and not " + wanted);
  }

  /** Whether there is such a field, null or not. */
  public boolean has(String field) {
    return json.has(field);
  }

  /** Whether a field is that very text. */
  public boolean has(String field, String text) {
    return text.equals(json.path(field).textValue());
  }

  /** Refuses fields that nobody would read. */
  public void requireOnly(Set<String> known) {
    for (String field : fields().keySet()) {
      if (!known.contains(field)) {
        throw problem.apply(prefix + shown(field) + " is not a field of it");
      }
    }
  }

  private JsonNode field(String name, boolean isRight, String wanted) {
    if (!has(name)) {
      throw wrong(name, "is missing");
    }

    if (!isRight) {
      throw isNot(name, wanted);
    }

    return json.path(name);
  }

  /** A text; anything else is refused. */
  public String text(String name) {
    return field(name, json.path(name).isTextual(), "a text").textValue();
  }

  /** A whole number from 0. */
  public long count(String name, long most) {
    JsonNode value = json.path(name);
    boolean isCount =
        value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= 0
            && value.longValue() <= most;
    return field(name, isCount, "a whole number of 0 or more").longValue();
  }

  /** A finite number from 0. */
  public double amount(String name) {
    JsonNode value = json.path(name);
    boolean isAmount =
        value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= Double.MAX_VALUE;
    return field(name, isAmount, "a number of 0 or more").doubleValue();
  }

  /** An object; its errors name the way to it. */
  public CheckedJson object(String name) {
    JsonNode value = field(name, json.path(name).isObject(), "an object");
    return new CheckedJson(value, prefix + name + ".", problem);
  }

  /** A list that holds nothing but objects. */
  public List<CheckedJson> objects(String name) {
    List<CheckedJson> objects = new ArrayList<>();
    CheckedJson list = list(name);
    for (String element : list.fields().keySet()) {
      objects.add(list.object(element));
    }

    return objects;
  }

  /** The elements of an array as fields whose names are their places, such as {@code [0]}. */
  public CheckedJson list(String name) {
    JsonNode value = field(name, json.path(name).isArray(), "a list");
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    for (JsonNode element : value) {
      elements.put("[" + elements.size() + "]", element);
    }

    return new CheckedJson(
        STRICT.getNodeFactory().objectNode().setAll(elements), prefix + name, problem);
  }

  /** All fields, in their order. */
  public Map<String, JsonNode> fields() {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    json.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }
}

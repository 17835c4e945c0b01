// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.params;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.param.Params;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/**
 * What a value of a param must be like: the check that Spark calls, which can also tell what it
 * takes. It asks whatever arrives: generic setters, through which Python calls, take any type, and
 * what is let in here would fail in the middle of a fit.
 *
 * @param <V> the type of the values
 */
public final class ParamCheck<V> implements Function1<Object, Object>, Serializable {

  private static final long serialVersionUID = 1L;

  /** What a value of the right type must be like. */
  public interface Rule<V> extends Serializable {
    boolean isKept(V value);
  }

  private final String param;
  private final Class<V> type;
  private final Rule<V> rule;
  private final List<String> allowed;
  private final @Nullable Number least;
  private final @Nullable Number most;

  private ParamCheck(
      String param,
      Class<V> type,
      Rule<V> rule,
      List<String> allowed,
      @Nullable Number least,
      @Nullable Number most) {
    this.param = param;
    this.type = type;
    this.rule = rule;
    this.allowed = allowed;
    this.least = least;
    this.most = most;
  }

  /** Any value of a type that keeps a rule. */
  public static <V> ParamCheck<V> of(String param, Class<V> type, Rule<V> rule) {
    return new ParamCheck<>(param, type, rule, List.of(), null, null);
  }

  /** One of some texts. */
  static ParamCheck<String> oneOf(String param, String... texts) {
    List<String> allowed = List.of(texts);
    return new ParamCheck<>(param, String.class, allowed::contains, allowed, null, null);
  }

  /** A whole number in [least, most]. An int where a long is asked for is one; 3.0 is not. */
  static ParamCheck<Number> whole(String param, long least, long most) {
    return new ParamCheck<>(
        param,
        Number.class,
        value -> isWhole(value) && value.longValue() >= least && value.longValue() <= most,
        List.of(),
        least == Long.MIN_VALUE ? null : least,
        most == Integer.MAX_VALUE || most == Long.MAX_VALUE ? null : most);
  }

  /** A number in [least, most]. */
  static ParamCheck<Number> number(String param, double least, double most) {
    return new ParamCheck<>(
        param,
        Number.class,
        value -> value.doubleValue() >= least && value.doubleValue() <= most,
        List.of(),
        least,
        most == Double.MAX_VALUE ? null : most);
  }

  private static boolean isWhole(Number value) {
    return value instanceof Integer || value instanceof Long || value instanceof Short;
  }

  @Override
  public Object apply(Object value) {
    if (Params.class.isAssignableFrom(type) && !type.isInstance(notNull(param, value))) {
      throw ParamProblems.otherStage(param, value.getClass().getSimpleName(), type.getSimpleName());
    }

    return type.isInstance(notNull(param, value)) && rule.isKept(type.cast(value));
  }

  /** This, where Spark asks for a function of the type that the param has by name. */
  @SuppressWarnings("unchecked")
  public <T> Function1<T, Object> forSpark() {
    return (Function1<T, Object>) (Function1<?, ?>) this;
  }

  /** The type that values must have. */
  public Class<V> type() {
    return type;
  }

  /** The texts that are taken; empty if they are not few. */
  public List<String> allowed() {
    return allowed;
  }

  /** The smallest number that is taken, or null if any is small enough. */
  public @Nullable Number least() {
    return least;
  }

  /** The largest number that is taken, or null if none is too large. */
  public @Nullable Number most() {
    return most;
  }

  /** The value of a param, which Spark would let pass as null, or fail to name as wrong. */
  public static <T> T notNull(String param, T value) {
    if (value == null || (value instanceof Object[] array && Arrays.asList(array).contains(null))) {
      throw ParamProblems.nullValue(param);
    }

    return value;
  }

  /** The texts of a list whose elements may be anything. */
  public static String[] texts(String param, List<?> values) {
    return notNull(param, values).stream()
        .map(value -> value instanceof String text ? text : refused(param, value))
        .toArray(String[]::new);
  }

  private static String refused(String param, @Nullable Object value) {
    throw value == null
        ? ParamProblems.nullValue(param)
        : ParamProblems.notAText(param, value.getClass().getSimpleName());
  }
}

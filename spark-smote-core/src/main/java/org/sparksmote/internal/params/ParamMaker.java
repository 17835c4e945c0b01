// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.params;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;

/**
 * Declares params whose check and whose documentation say the same.
 *
 * @param owner the stage, whose uid is set already
 */
public record ParamMaker(Params owner) {

  /** A text that may be anything. */
  public Param<String> text(String name, String doc) {
    return checked(name, doc, value -> true);
  }

  /** The name of a column that is added, which is not empty. */
  public Param<String> newColumn(String name, String doc) {
    return checked(name, doc, value -> !value.isEmpty());
  }

  /** One of some texts, which the documentation lists. */
  public Param<String> choice(String name, String doc, String... allowed) {
    String said = doc + ": " + String.join(", ", allowed);
    return PlainParam.of(
        String.class, owner.uid(), name, said, ParamCheck.oneOf(name, allowed).forSpark());
  }

  /** A text that keeps a rule. */
  public Param<String> checked(String name, String doc, ParamCheck.Rule<String> rule) {
    return PlainParam.of(
        String.class, owner.uid(), name, doc, ParamCheck.of(name, String.class, rule).forSpark());
  }

  /** A stage, which {@code T} is by its class. */
  public <T> Param<T> stage(String name, String doc, Class<?> type) {
    ParamCheck<?> check = ParamCheck.of(name, type, value -> true);
    return PlainParam.of(type, owner.uid(), name, doc, check.forSpark());
  }

  /** Names of columns or features. */
  public StringArrayParam names(String name, String doc) {
    ParamCheck<String[]> any = ParamCheck.of(name, String[].class, value -> true);
    return new StringArrayParam(owner, name, doc, any.forSpark());
  }

  /** A whole number of 1 or more. */
  public IntParam positive(String name, String doc) {
    return integer(name, doc, 1);
  }

  /** A whole number of {@code least} or more. */
  public IntParam integer(String name, String doc, int least) {
    ParamCheck<Number> check = ParamCheck.whole(name, least, Integer.MAX_VALUE);
    return new IntParam(owner.uid(), name, doc + " (" + least + " or more)", check.forSpark());
  }

  /** A whole number in [least, most]. */
  public IntParam integer(String name, String doc, int least, int most) {
    ParamCheck<Number> check = ParamCheck.whole(name, least, most);
    String said = doc + " (" + least + " to " + most + ")";
    return new IntParam(owner.uid(), name, said, check.forSpark());
  }

  /** The same for numbers beyond an int; any number from {@code Long.MIN_VALUE}. */
  public LongParam whole(String name, String doc, long least) {
    ParamCheck<Number> check = ParamCheck.whole(name, least, Long.MAX_VALUE);
    String said = least == Long.MIN_VALUE ? doc : doc + " (" + least + " or more)";
    return new LongParam(owner.uid(), name, said, check.forSpark());
  }

  /** A number in [least, most]; {@code Double.MIN_VALUE} stands for more than 0. */
  public DoubleParam number(String name, String doc, double least, double most) {
    ParamCheck<Number> check = ParamCheck.number(name, least, most);
    String from = least == Double.MIN_VALUE ? "more than 0" : least + " or more";
    String to = most == Double.MAX_VALUE ? "" : ", " + most + " at most";
    return new DoubleParam(owner.uid(), name, doc + " (" + from + to + ")", check.forSpark());
  }
}

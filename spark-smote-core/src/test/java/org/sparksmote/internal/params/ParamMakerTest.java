// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.params;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.ml.feature.Binarizer;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.junit.jupiter.api.Test;

/** Params of a stage, whichever: here one of Spark's own. */
class ParamMakerTest {

  private final ParamMaker maker = new ParamMaker(new Binarizer("owner_1"));

  private static <T> boolean takes(Param<T> param, T value) {
    return (boolean) param.isValid().apply(value);
  }

  @Test
  void params_belongToTheStage() {
    Param<String> text = maker.text("name", "what it is");
    assertThat(text.parent()).isEqualTo("owner_1");
    assertThat(text.name()).isEqualTo("name");
    assertThat(text.doc()).isEqualTo("what it is");
    assertThat(takes(text, "")).isTrue();
  }

  @Test
  void newColumn_hasAName() {
    assertThat(takes(maker.newColumn("outCol", "new"), "x")).isTrue();
    assertThat(takes(maker.newColumn("outCol", "new"), "")).isFalse();
  }

  @Test
  void choice_takesWhatItsDocumentationSays() {
    Param<String> mode = maker.choice("mode", "how", "fast", "exact");
    assertThat(mode.doc()).isEqualTo("how: fast, exact");
    assertThat(takes(mode, "fast")).isTrue();
    assertThat(takes(mode, "slow")).isFalse();
  }

  @Test
  void checked_takesWhatKeepsTheRule() {
    Param<String> shortOne = maker.checked("name", "short", name -> name.length() < 3);
    assertThat(takes(shortOne, "ab")).isTrue();
    assertThat(takes(shortOne, "abc")).isFalse();
  }

  @Test
  void integers_takeNumbersFromTheLeastOn() {
    IntParam positive = maker.positive("k", "neighbours");
    assertThat(positive.doc()).isEqualTo("neighbours (1 or more)");
    assertThat(positive.isValid().apply(1)).isEqualTo(true);
    assertThat(positive.isValid().apply(0)).isEqualTo(false);
    IntParam fromTwo = maker.integer("n", "some", 2);
    assertThat(fromTwo.doc()).isEqualTo("some (2 or more)");
    assertThat(fromTwo.isValid().apply(1)).isEqualTo(false);
  }

  @Test
  void wholeNumberWithoutLeast_saysNothingOfIt() {
    LongParam seed = maker.whole("seed", "any", Long.MIN_VALUE);
    assertThat(seed.doc()).isEqualTo("any");
    assertThat(seed.isValid().apply(-5L)).isEqualTo(true);
    assertThat(maker.whole("rows", "most", 0).doc()).isEqualTo("most (0 or more)");
  }

  @Test
  void number_saysItsEnds() {
    DoubleParam share = maker.number("share", "part", 0, 1);
    assertThat(share.doc()).isEqualTo("part (0.0 or more, 1.0 at most)");
    assertThat(share.isValid().apply(1.0)).isEqualTo(true);
    assertThat(share.isValid().apply(1.1)).isEqualTo(false);
    DoubleParam above = maker.number("width", "wide", Double.MIN_VALUE, Double.MAX_VALUE);
    assertThat(above.doc()).isEqualTo("wide (more than 0)");
    assertThat(above.isValid().apply(0.0)).isEqualTo(false);
  }

  @Test
  void names_areAnyTexts() {
    StringArrayParam names = maker.names("inputCols", "columns");
    assertThat(names.doc()).isEqualTo("columns");
    assertThat(names.isValid().apply(new String[] {"a", "b"})).isEqualTo(true);
  }
}

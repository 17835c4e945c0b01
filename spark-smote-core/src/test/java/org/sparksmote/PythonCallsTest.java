// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.param.Params;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.cleaning.EditedNearestNeighbours;
import org.sparksmote.cleaning.TomekLinks;
import org.sparksmote.testing.Refusal;
import org.sparksmote.undersampling.RandomUnderSampler;
import py4j.reflection.MethodInvoker;
import py4j.reflection.ReflectionEngine;

/** What Python calls through Py4J: methods are found, and values of Python's types are taken. */
class PythonCallsTest {

  private static final ReflectionEngine PY4J = new ReflectionEngine();

  private static Stream<Arguments> ownMethods() {
    return Stream.<Object>of(
            new Smote(),
            new SmoteModel(),
            new SmoteResampler(),
            new ResamplingPipeline(),
            new RandomUnderSampler(),
            new TomekLinks(),
            new EditedNearestNeighbours())
        .flatMap(
            stage ->
                Arrays.stream(stage.getClass().getMethods())
                    .filter(PythonCallsTest::isOwn)
                    .map(method -> Arguments.of(stage, method)));
  }

  private static boolean isOwn(Method method) {
    return method.getDeclaringClass().getName().startsWith("org.sparksmote.")
        && !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic()
        && !method.isVarArgs();
  }

  @ParameterizedTest
  @MethodSource("ownMethods")
  void method_isFoundByPy4j(Object stage, Method method) throws Exception {
    Class<?>[] types = method.getParameterTypes();
    MethodInvoker found = PY4J.getMethod(stage.getClass(), method.getName(), types);
    assertThat(found).isNotNull();
    assertThat(found.getMethod().getName()).isEqualTo(method.getName());
  }

  @Test
  void methods_areMany() {
    assertThat(ownMethods().count()).isGreaterThan(250);
  }

  private static Object call(Object target, String name, Object... arguments) {
    return PY4J.invoke(target, PY4J.getMethod(target, name, arguments), arguments);
  }

  @Test
  void lists_areTakenWhereJavaHasVarargs() {
    Smote smote = new Smote();
    call(smote, "setInputCols", List.of("a", "b"));
    call(smote, "setCategoricalCols", List.of("b"));
    call(smote, "setCategoricalFeatures", List.of("0"));
    assertThat(smote.getInputCols()).containsExactly("a", "b");
    assertThat(smote.getCategoricalCols()).containsExactly("b");
    assertThat(smote.getCategoricalFeatures()).containsExactly("0");
    assertThat(Refusal.inCausesOf(() -> call(smote, "setInputCols", List.of("a", 1))))
        .isEqualTo(
            "[SMOTE-064] Cannot use a value of type Integer in inputCols: it takes names. Use strings"
                + " in the list.");
  }

  @Test
  void totalsOfAMap_areNumbers_orRefusedByName() {
    Smote smote = new Smote();
    call(smote, "setSamplingStrategy", Map.of("1", 50));
    assertThat(smote.getSamplingStrategy()).isEqualTo("{\"1\":50}");
    assertThat(Refusal.inCausesOf(() -> call(smote, "setSamplingStrategy", Map.of("1", "50"))))
        .isEqualTo(
            "[SMOTE-039] Cannot read the total '50' of class '1' in samplingStrategy: it is not a"
                + " number. Use a whole number of rows.");
    assertThat(Refusal.inCausesOf(() -> call(smote, "setSamplingStrategy", Map.of("1", true))))
        .startsWith("[SMOTE-039] Cannot read the total 'true' of class '1'");
  }

  private static void set(Params stage, String name, Object value) {
    stage.set(stage.getParam(name), value);
  }

  @Test
  void numbersOfOtherTypes_areTakenWhereTheyFit() {
    Smote smote = new Smote();
    set(smote, "seed", 7);
    set(smote, "allowRowsAbove", 9);
    set(smote, "kNeighbors", 3L);
    set(smote, "shrinkage", 2);
    set(smote, "halo", 0);
    assertThat(smote.getSeed()).isEqualTo(7);
    assertThat(smote.getAllowRowsAbove()).isEqualTo(9);
    assertThat(smote.getKNeighbors()).isEqualTo(3);
    assertThat(smote.getShrinkage()).isEqualTo(2);
    assertThat(smote.getHalo()).isZero();
  }

  @Test
  void valuesThatDoNotFit_areRefusedByName_atOnce() {
    Map<String, List<Object>> wrong =
        Map.of(
            "seed", List.of("7", 7.5, true),
            "kNeighbors", List.of(3.7, "3", 1L << 40, 0L),
            "shrinkage", List.of("1", Double.NaN, true, -1),
            "featuresCol", List.of(7, List.of("a")),
            "variant", List.of(7, true),
            "inputCols", List.of("a", List.of("a")));
    wrong.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    assertThatThrownBy(() -> set(new Smote(), name, value))
                        .as(name + " = " + value)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(name)));
  }
}

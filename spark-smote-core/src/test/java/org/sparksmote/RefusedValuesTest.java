// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/** Values that no param takes are refused when they are set, by name and without a job (B13). */
class RefusedValuesTest extends SparkTest {

  private static Stream<Consumer<Smote>> badValues() {
    return Stream.of(
        s -> s.setKNeighbors(0),
        s -> s.setKNeighbors(-5),
        s -> s.setHandleInvalid("ignore"),
        s -> s.setSmallClass(""),
        s -> s.setPassengerColumns("keep"),
        s -> s.setStandardize("zscore"),
        s -> s.setNeighborSearch("hnsw"),
        s -> s.setNumTrees(0),
        s -> s.setLeafSize(15),
        s -> s.setExactBelow(-1),
        s -> s.setBucketRows(99),
        s -> s.setHalo(-0.1),
        s -> s.setHalo(0.51),
        s -> s.setHalo(Double.NaN),
        s -> s.setMaxClasses(1),
        s -> s.setAllowRowsAbove(0),
        s -> s.setSamplingStrategy("majority"),
        s -> s.setSamplingStrategy(0),
        s -> s.setSamplingStrategy(1.5),
        s -> s.setSamplingStrategy(Double.NaN),
        s -> s.setSamplingStrategy(Map.of()),
        s -> s.setSamplingStrategy(Map.of("a", -1)),
        s -> s.setSamplingStrategy(Map.of("a", 1.5)));
  }

  @ParameterizedTest
  @MethodSource("badValues")
  @DisplayName("B13 bad values")
  void badValue_isRefusedWhenItIsSet_withoutAJob(Consumer<Smote> setter) {
    Smote smote = new Smote();
    int jobs =
        Jobs.startedBy(
            () ->
                assertThatThrownBy(() -> setter.accept(smote))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .isNotBlank());
    assertThat(jobs).isZero();
    assertThat(smote.params()).noneMatch(smote::isSet);
  }

  private static Stream<Arguments> settersOfObjects() {
    return Stream.of(new Smote(), new SmoteModel(), new SmoteResampler(), new ResamplingPipeline())
        .flatMap(
            stage ->
                Arrays.stream(stage.getClass().getMethods())
                    .filter(method -> method.getName().matches("set[A-Z].*"))
                    .filter(method -> method.getDeclaringClass().getName().contains("sparksmote"))
                    .filter(method -> !method.getParameterTypes()[0].isPrimitive())
                    .map(setter -> Arguments.of(stage, setter)));
  }

  @Test
  void settersOfObjects_areAllFound() {
    assertThat(settersOfObjects().map(arguments -> ((Method) arguments.get()[1]).getName()))
        .hasSizeGreaterThan(3 * 12)
        .contains("setFeaturesCol", "setInputCols", "setSamplingStrategy", "setNeighborSearch")
        .contains("setStages", "setIntermediateStorageLevel");
  }

  @ParameterizedTest
  @MethodSource("settersOfObjects")
  @DisplayName("B13 null")
  void null_isRefusedByName(Params stage, Method setter) {
    String name = setter.getName().substring(3);
    String param = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    assertNullIsRefused(param, () -> call(stage, setter, null));
    if (setter.getParameterTypes()[0].isArray()) {
      Class<?> element = setter.getParameterTypes()[0].getComponentType();
      assertNullIsRefused(param, () -> call(stage, setter, Array.newInstance(element, 1)));
    }

    assertThat(stage.isSet(stage.getParam(param))).isFalse();
  }

  private static void assertNullIsRefused(String param, ThrowingCallable body) {
    assertThat(Refusal.withoutJob(body))
        .isEqualTo(
            "[SMOTE-013] Cannot use null in %s: null is neither a value nor the default. Set a value,"
                    .formatted(param)
                + " or call clear with this param to unset it.");
  }

  private static void call(Params stage, Method setter, @Nullable Object value) throws Throwable {
    try {
      setter.invoke(stage, value == null ? new @Nullable Object[1] : new Object[] {value});
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  @ParameterizedTest
  @MethodSource("org.sparksmote.ParamsTest#stages")
  @DisplayName("B13 null, without a setter")
  void nullText_isRefusedInAParamMap(SmoteParams stage) {
    for (Param<?> param : stage.params()) {
      boolean ofText = param.getClass().equals(Param.class) && !param.name().equals("summaryJson");
      if (ofText || param instanceof StringArrayParam) {
        assertNullIsRefused(param.name(), () -> putUnchecked(new ParamMap(), param, null));
      }
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // what a caller without a null checker can do
  private static <T> void putUnchecked(ParamMap map, Param<T> param, @Nullable Object value) {
    map.put(param, (T) value);
  }

  @Test
  void storageLevel_isCheckedWhenItIsSet() {
    ResamplingPipeline pipeline = new ResamplingPipeline();
    assertThat(pipeline.getIntermediateStorageLevel()).isEqualTo("MEMORY_AND_DISK");
    assertThatThrownBy(() -> pipeline.setIntermediateStorageLevel("RAM"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(pipeline.setIntermediateStorageLevel("NONE").getIntermediateStorageLevel())
        .isEqualTo("NONE");
  }
}

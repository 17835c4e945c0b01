// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.jspecify.annotations.Nullable;

/**
 * What tells a stage and its settings apart from others: two stages of the same key do the same.
 *
 * @param type its class
 * @param uid its uid, which copies keep
 * @param values its params as they are now, set or by default, arrays as lists
 */
public record StageKey(Class<?> type, String uid, Map<String, @Nullable Object> values) {

  /** The key of a stage, or null if one of its params holds a stage, whose settings are its own. */
  public static @Nullable StageKey of(PipelineStage stage) {
    boolean holds =
        Arrays.stream(stage.params())
            .filter(stage::isDefined)
            .anyMatch(param -> !ReadColumns.held(stage.getOrDefault(param)).isEmpty());
    return holds ? null : new StageKey(stage.getClass(), stage.uid(), values(stage));
  }

  /** The params of a stage as they are now, set or by default, arrays as lists. */
  public static Map<String, @Nullable Object> values(Params stage) {
    Map<String, @Nullable Object> values = new TreeMap<>();
    for (Param<?> param : stage.params()) {
      if (stage.isDefined(param)) {
        values.put(param.name(), byContent(stage.getOrDefault(param)));
      }
    }

    return values;
  }

  private static @Nullable Object byContent(@Nullable Object value) {
    if (value == null || !value.getClass().isArray()) {
      return value;
    }

    List<@Nullable Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      elements.add(byContent(Array.get(value, i)));
    }

    return elements;
  }
}

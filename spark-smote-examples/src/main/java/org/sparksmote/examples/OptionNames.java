// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Which option sets which param, for messages of the library that name params. */
final class OptionNames {

  private static final Map<String, String> OPTION_OF = new LinkedHashMap<>();

  static {
    OPTION_OF.put("labelCol", "--label-col");
    OPTION_OF.put("inputCols", "--features");
    OPTION_OF.put("variant", "--variant");
    OPTION_OF.put("onShortfall", "--set onShortfall=fallback");
    OPTION_OF.put("clusterBalanceThreshold", "--set clusterBalanceThreshold=SHARE");
    OPTION_OF.put("categoricalCols", "--categorical");
    OPTION_OF.put("samplingStrategy", "--strategy");
    OPTION_OF.put("kNeighbors", "--k");
    OPTION_OF.put("smallClass", "--small-class");
    OPTION_OF.put("handleInvalid", "--handle-invalid");
    OPTION_OF.put("syntheticCol", "--synthetic-col");
    OPTION_OF.put("maxClasses", "--max-classes");
    OPTION_OF.put("allowRowsAbove", "--allow-rows-above");
  }

  private OptionNames() {}

  /** The message, followed by the options behind the params it names. */
  static String explain(String message) {
    String names =
        OPTION_OF.entrySet().stream()
            .filter(entry -> message.contains(entry.getKey()))
            .map(entry -> entry.getKey() + " is " + entry.getValue())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? message : message + " (" + names + ")";
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.jspecify.annotations.Nullable;
import org.sparksmote.Smote;
import org.sparksmote.SmoteException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings of the sampler as options; defaults and checks are those of the library. */
final class SmoteOptions {

  @Mixin private VariantOption variant = new VariantOption();

  @Option(
      names = "--strategy",
      paramLabel = "TEXT",
      description =
          "auto (default: every class as large as the largest), minority, not minority, not"
              + " majority, all, none, a ratio such as 0.5, or totals such as '{\"fraud\": 50000}'.")
  private @Nullable String strategy;

  @Option(names = "--k", paramLabel = "N", description = "Nearest neighbours of a row; default 5.")
  private @Nullable Integer k;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same rows, settings and seed give the same synthetic rows.")
  private @Nullable Long seed;

  @Option(
      names = "--small-class",
      paramLabel = "RULE",
      description =
          "Classes of at most k rows: error (default), shrinkK, duplicate (copies), skip.")
  private @Nullable String smallClass;

  @Option(
      names = "--handle-invalid",
      paramLabel = "RULE",
      description =
          "Rows with a missing or infinite feature or label: error (default), keep (unused), skip.")
  private @Nullable String handleInvalid;

  @Option(
      names = "--standardize",
      paramLabel = "HOW",
      description = "Scaling of features for the distance only: none (default), minmax.")
  private @Nullable String standardize;

  @Option(
      names = "--synthetic-col",
      paramLabel = "NAME",
      description = "Add a boolean column that is true in synthetic rows.")
  private @Nullable String syntheticCol;

  @Option(
      names = "--carried",
      paramLabel = "RULE",
      description =
          "Columns that are neither feature nor label, in synthetic rows: null (default), copy.")
  private @Nullable String carried;

  @Option(
      names = "--max-classes",
      paramLabel = "N",
      description = "Distinct labels allowed; default 100.")
  private @Nullable Integer maxClasses;

  @Option(
      names = "--allow-rows-above",
      paramLabel = "N",
      description = "Synthetic rows a plan may ask for; default one billion.")
  private @Nullable Long allowRowsAbove;

  @Option(
      names = "--set",
      paramLabel = "PARAM=VALUE",
      description =
          "Any other setting of the library by its name, for example mNeighbors=20,"
              + " onShortfall=fallback or geometry=ball.")
  private Map<String, String> others = new LinkedHashMap<>();

  SmoteOptions() {}

  /**
   * A stage with these settings.
   *
   * @throws UsageException if the library refuses a value
   */
  Smote toSmote() {
    Smote smote = new Smote().setVariant(variant.variant().label());
    others.forEach((name, value) -> set(smote, name, value));
    set("--strategy", strategy, smote.samplingStrategy(), smote::setSamplingStrategy);
    set("--k", k, smote.kNeighbors(), smote::setKNeighbors);
    set("--seed", seed, smote.seed(), smote::setSeed);
    set("--small-class", smallClass, smote.smallClass(), smote::setSmallClass);
    set("--handle-invalid", handleInvalid, smote.handleInvalid(), smote::setHandleInvalid);
    set("--standardize", standardize, smote.standardize(), smote::setStandardize);
    set("--synthetic-col", syntheticCol, smote.syntheticCol(), smote::setSyntheticCol);
    set("--carried", carried, smote.passengerColumns(), smote::setPassengerColumns);
    set("--max-classes", maxClasses, smote.maxClasses(), smote::setMaxClasses);
    set("--allow-rows-above", allowRowsAbove, smote.allowRowsAbove(), smote::setAllowRowsAbove);
    return smote;
  }

  private static void set(Smote smote, String name, String value) {
    if (!smote.hasParam(name)) {
      throw new UsageException(
          "Cannot set " + name + ": no such setting. The settings are " + names(smote) + ".");
    }

    Param<Object> param = smote.getParam(name);
    set("--set " + name, value, param, text -> smote.set(param, parse(param, text)));
  }

  private static String names(Smote smote) {
    return Arrays.stream(smote.params()).map(Param::name).collect(Collectors.joining(", "));
  }

  /** The value in the type of the param; a number that does not parse is an illegal argument. */
  private static Object parse(Param<?> param, String text) {
    if (param instanceof IntParam) {
      return Integer.valueOf(text);
    } else if (param instanceof LongParam) {
      return Long.valueOf(text);
    } else if (param instanceof DoubleParam) {
      return Double.valueOf(text);
    }

    return param instanceof StringArrayParam ? text.split(",", -1) : text;
  }

  private static <T> void set(
      String option, @Nullable T value, Param<?> param, Consumer<T> setter) {
    if (value == null) {
      return;
    }

    try {
      setter.accept(value);
    } catch (SmoteException e) {
      throw e; // says itself what is wrong
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "Cannot use " + option + " " + value + ". It sets " + param.doc() + ".");
    }
  }

  /** The over-sampler in two lines for people: its name and what it is made of. */
  static String describeVariant(Smote smote) {
    return "  variant   "
        + smote.getVariant()
        + "\n  parts     baseWeight "
        + smote.getBaseWeight()
        + ", partner "
        + smote.getPartner()
        + ", geometry "
        + smote.getGeometry()
        + ", acceptance "
        + smote.getAcceptance()
        + "\n";
  }

  /** The settings in force, by their names in the library, for the report. */
  static Map<String, Object> describe(Smote smote) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Param<?> param : smote.params()) {
      if (smote.isDefined(param) && !param.name().equals("featuresCol")) {
        settings.put(param.name(), smote.getOrDefault(param));
      }
    }

    return settings;
  }
}

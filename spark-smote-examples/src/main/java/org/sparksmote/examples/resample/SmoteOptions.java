// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.sparksmote.Smote;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.examples.cli.OptionNames;
import org.sparksmote.examples.cli.ParamOptions;
import org.sparksmote.examples.cli.UsageException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The settings of the sampler as options; defaults and checks are those of the library. */
final class SmoteOptions {

  @Option(
      names = "--set",
      paramLabel = "PARAM=VALUE",
      description = "A setting by its name in the library, for example mNeighbors=20.")
  private Map<String, String> others = new LinkedHashMap<>();

  SmoteOptions() {}

  /**
   * A stage with these settings, and those of the options that {@link ParamOptions} added.
   *
   * @throws UsageException if the library refuses a value
   */
  Smote toSmote(ParseResult given) {
    Smote smote = new Smote();
    others.forEach((name, value) -> set(smote, "--set " + name, name, value));
    OptionNames names = new OptionNames(given.commandSpec(), given.originalArgs());
    for (Param<?> param : smote.params()) {
      OptionSpec option = given.matchedOption(ParamOptions.name(param.name()));
      if (option != null && option.getValue() instanceof String value) {
        set(smote, names.typed(option), param.name(), value);
      }
    }

    refuseContradictions(smote);
    return smote;
  }

  /** What the library says only when it sees the columns, which are not read yet. */
  private static void refuseContradictions(Smote smote) {
    boolean over = smote.isSet(smote.percOver());
    if (over && smote.isSet(smote.samplingStrategy())) {
      throw new UsageException(
          "Cannot use --over beside --strategy: each says how many rows are made. Give one of"
              + " them.");
    }

    if (!over && smote.isSet(smote.percUnder())) {
      throw new UsageException(
          "Cannot use --under alone: it is in percent of the rows that --over makes. Give --over"
              + " too, or --strategy balance.");
    }
  }

  private static void set(Smote smote, String option, String name, String value) {
    if (!smote.hasParam(name)) {
      throw new UsageException(
          "Cannot set " + name + ": no such setting. The settings are " + names(smote) + ".");
    }

    Param<Object> param = smote.getParam(name);
    try {
      smote.set(param, parse(param, value));
    } catch (SmoteException e) {
      throw e; // says itself what is wrong
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "Cannot use " + option + " " + value + ". It sets " + param.doc() + ".");
    }
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

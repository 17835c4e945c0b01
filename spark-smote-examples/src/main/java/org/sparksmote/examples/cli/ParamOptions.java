// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparksmote.ParamInfo;
import org.sparksmote.Smote;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Adds an option for every param of the sampler that the command has no option for: names, texts
 * and defaults are those of the params.
 */
public final class ParamOptions implements IModelTransformer {

  /** What options were called before they were made from params, and shorter. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "samplingStrategy", "--strategy",
          "kNeighbors", "--k",
          "passengerColumns", "--carried",
          "percOver", "--over",
          "percUnder", "--under");

  ParamOptions() {}

  @Override
  public CommandSpec transform(CommandSpec command) {
    for (ParamInfo param : ParamInfo.of(new Smote())) {
      if (command.findOption(name(param.name())) == null) {
        command.addOption(option(param));
      }
    }

    return command;
  }

  private static OptionSpec option(ParamInfo param) {
    return OptionSpec.builder(names(param.name()).toArray(String[]::new))
        .type(String.class) // the stage itself says what it does not take
        .paramLabel(param.type().toUpperCase(Locale.ROOT))
        .description(description(param).replace("%", "%%"))
        .build();
  }

  /** The option that sets a param: kNeighbors by --k-neighbors. */
  public static String name(String param) {
    return "--" + param.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** The same with the alias, if there is one. */
  public static List<String> names(String param) {
    List<String> names = new ArrayList<>(List.of(name(param)));
    if (ALIASES.containsKey(param)) {
      names.add(ALIASES.get(param));
    }

    return names;
  }

  private static String description(ParamInfo param) {
    String doc = param.doc().substring(0, 1).toUpperCase(Locale.ROOT) + param.doc().substring(1);
    return param.defaultValue() == null
        ? doc + "."
        : doc + "; default " + param.defaultValue() + ".";
  }
}

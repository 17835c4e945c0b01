// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sparksmote.ParamInfo;
import org.sparksmote.Smote;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of one call by the names that were typed, for messages.
 *
 * @param command the command that was called
 * @param args what was typed
 */
public record OptionNames(CommandSpec command, List<String> args) {

  /** One of several names of an option: the last that was typed, or else the first it has. */
  public String typed(OptionSpec option) {
    String typed = option.names()[0];
    for (String arg : args) {
      for (String name : option.names()) {
        typed = arg.equals(name) || arg.startsWith(name + "=") ? name : typed;
      }
    }

    return typed;
  }

  /** A message of picocli, which calls options by their longest names. */
  public String named(String message) {
    String named = message;
    for (OptionSpec option : command.options()) {
      named = named.replace("'" + option.longestName() + "'", "'" + typed(option) + "'");
    }

    return named;
  }

  /** A message of the library, followed by the options behind the params it names. */
  public String explain(String message) {
    if (!message.startsWith("[SMOTE-")) {
      return message;
    }

    String names =
        ParamInfo.of(new Smote()).stream()
            .map(ParamInfo::name)
            .filter(param -> Pattern.compile("\\b" + param + "\\b").matcher(message).find())
            .filter(param -> command.findOption(ParamOptions.name(param)) != null)
            .map(param -> param + " is " + typed(command.findOption(ParamOptions.name(param))))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? message : message + " (" + names + ")";
  }
}

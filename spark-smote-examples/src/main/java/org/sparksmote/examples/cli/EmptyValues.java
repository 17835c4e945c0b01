// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** No option means anything with an empty value, which a script makes of a variable it lacks. */
public final class EmptyValues {

  private EmptyValues() {}

  /**
   * Looks at a call and its subcommands.
   *
   * @throws ParameterException if an option has an empty value
   */
  public static void refuse(ParseResult call) {
    for (ParseResult part : parts(call)) {
      OptionNames names = new OptionNames(part.commandSpec(), call.originalArgs());
      for (OptionSpec option : part.matchedOptions()) {
        if (option.stringValues().contains("")) {
          throw new ParameterException(
              part.commandSpec().commandLine(),
              "Cannot use " + names.typed(option) + " '': the value is empty.",
              option,
              "");
        }
      }
    }
  }

  private static List<ParseResult> parts(ParseResult call) {
    return call.hasSubcommand() ? List.of(call, call.subcommand()) : List.of(call);
  }
}

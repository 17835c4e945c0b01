// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sparksmote.ParamInfo;
import org.sparksmote.Smote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code spark-smote params}: the settings of the sampler, for people and for programs. */
@Command(
    name = "params",
    description = {
      "List the settings of the sampler as a Markdown table. On the command line each is an",
      "option: kNeighbors is --k-neighbors."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    sortOptions = false)
public final class ParamsCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--json",
      description = "As JSON, with the values or the range that each takes and its variants.")
  private boolean json;

  ParamsCommand() {}

  @Override
  public Integer call() {
    if (spec == null) {
      return ExitCode.INTERNAL;
    }

    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? ParamInfo.json(new Smote()) : table(ParamInfo.of(new Smote())));
    out.flush();
    return ExitCode.OK;
  }

  /** The table in Markdown, which is the one of the README. */
  static String table(List<ParamInfo> params) {
    StringBuilder table =
        new StringBuilder("| Param | Type | Default | Meaning |\n|---|---|---|---|\n");
    for (ParamInfo param : params) {
      String initial = param.defaultValue() == null ? "–" : "`" + param.defaultValue() + "`";
      table
          .append("| `" + param.name() + "` | " + param.type() + " | " + initial + " | ")
          .append(param.doc() + variants(param) + " |\n");
    }

    return table.toString();
  }

  private static String variants(ParamInfo param) {
    List<String> names = param.variants();
    return names.isEmpty() ? "" : "; read by `" + String.join("`, `", names) + "`";
  }
}

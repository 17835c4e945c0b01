// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.resample;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.sparksmote.examples.files.InputFiles;
import org.sparksmote.examples.tables.TableColumns;

/**
 * What a run says of its input before it starts.
 *
 * @param input where the rows are from
 * @param columns what its columns are taken for
 */
record InputReport(InputFiles input, TableColumns columns) {

  private static final int NAMES_SHOWN = 8;

  private static final int COLUMNS_SHOWN = 200;

  /** A few lines for people: what is read, and which columns have which role. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int files = input.files().size();
    text.append("  input     ").append(String.join(" ", input.names()));
    text.append(" (").append(input.isTable() ? "table" : input.format().label());
    text.append(files == 1 ? ", 1 file)\n" : ", " + files + " files)\n");
    if (!input.skipped().isEmpty()) {
      text.append("  skipped   ").append(listed(names(input.skipped()))).append(" (hidden)\n");
    }

    if (!input.repeated().isEmpty()) {
      text.append("  once      ").append(listed(names(input.repeated())));
      text.append(" (named more than once)\n");
    }

    text.append("  label     ").append(columns.label()).append('\n');
    text.append("  features  ").append(listed(columns.features())).append('\n');
    if (!columns.weight().isEmpty()) {
      text.append("  weights   ").append(columns.weight()).append('\n');
    }

    if (!columns.carried().isEmpty()) {
      text.append("  carried   ").append(listed(columns.carried()));
      text.append(" (no features; see --carried)\n");
    }

    return text.toString();
  }

  /** A line for every column: its role and the reason for it. */
  String roles() {
    StringBuilder text = new StringBuilder("  columns\n");
    columns.roles().stream().limit(COLUMNS_SHOWN).forEach(role -> text.append(role).append('\n'));
    int more = columns.roles().size() - COLUMNS_SHOWN;
    return more <= 0 ? text.toString() : text + "    and " + more + " more; see --summary\n";
  }

  private static List<String> names(List<Path> paths) {
    return paths.stream().map(Path::getName).toList();
  }

  private static String listed(List<String> names) {
    int shown = Math.min(NAMES_SHOWN, names.size());
    String text = String.join(", ", names.subList(0, shown));
    return names.size()
        + ": "
        + (shown < names.size() ? text + ", … " + names.get(names.size() - 1) : text);
  }
}

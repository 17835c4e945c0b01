// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The input as a table with the roles of its columns.
 *
 * @param data all rows
 * @param columns label, features and the rest
 * @param input where it is from
 */
record SourceTable(Dataset<Row> data, TableColumns columns, InputFiles input) {

  private static final int NAMES_SHOWN = 8;

  /** Reads the schema, and the rows as far as it takes to infer types. */
  static SourceTable open(
      TableReader reader, TableColumns.Wishes wishes, InputFiles input, DataFormat outputFormat) {
    Dataset<Row> data = reader.read();
    TableColumns columns = TableColumns.choose(data.schema(), wishes);
    boolean textToText = input.format() == DataFormat.CSV && outputFormat == DataFormat.CSV;
    return new SourceTable(
        textToText ? reader.readCarryingText(data.schema(), columns.typed(data.schema())) : data,
        columns,
        input);
  }

  /** A few lines for people: what is read, and which columns have which role. */
  String describe() {
    StringBuilder text = new StringBuilder();
    text.append("  input     ").append(String.join(" ", input.names()));
    text.append(" (").append(input.format().sparkName()).append(")\n");
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

  private static String listed(List<String> names) {
    int shown = Math.min(NAMES_SHOWN, names.size());
    String text = String.join(", ", names.subList(0, shown));
    return names.size()
        + ": "
        + (shown < names.size() ? text + ", … " + names.get(names.size() - 1) : text);
  }
}

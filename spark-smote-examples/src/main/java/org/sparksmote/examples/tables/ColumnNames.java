// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.examples.cli.UsageException;
import org.sparksmote.examples.csv.CsvTable;

/** The names of columns that options give, and why one may not be found. */
final class ColumnNames {

  private ColumnNames() {}

  /** Lists in commas taken apart, but for names that have commas in them. */
  static List<String> apart(StructType schema, List<String> given) {
    List<String> known = List.of(schema.fieldNames());
    return given.stream()
        .flatMap(
            name -> contains(known, name) ? Stream.of(name) : Arrays.stream(name.split(",", -1)))
        .toList();
  }

  /**
   * Columns that an option names, as the schema spells them.
   *
   * @throws UsageException if there is none of a name
   */
  static List<String> found(StructType schema, String option, List<String> given) {
    List<String> names = apart(schema, given);
    refuseUnknown(schema, option, names);
    return Arrays.stream(schema.fieldNames())
        .filter(name -> contains(names, name))
        .sorted(Comparator.comparingInt(name -> CsvTable.position(names, name)))
        .toList();
  }

  /** Refuses names that no column has. */
  static void refuseUnknown(StructType schema, String option, List<String> names) {
    for (String name : names) {
      if (!contains(List.of(schema.fieldNames()), name)) {
        throw new UsageException(
            "Cannot find the column '"
                + name
                + "' of "
                + option
                + ". The columns are "
                + shown(schema)
                + "."
                + blanks(schema, name)
                + delimiter(schema));
      }
    }
  }

  /** The remedy where nothing but blanks at the ends of a header is in the way. */
  private static String blanks(StructType schema, String name) {
    boolean blanks =
        Arrays.stream(schema.fieldNames()).anyMatch(known -> known.strip().equals(name.strip()));
    return blanks
        ? " The header has blanks around its names: name them with these, or read with --input-option"
            + " ignoreLeadingWhiteSpace=true --input-option ignoreTrailingWhiteSpace=true."
        : "";
  }

  /** The remedy where the whole header is one name. */
  private static String delimiter(StructType schema) {
    String header = schema.fieldNames()[0];
    for (String sign : new String[] {";", "\t", "|", ","}) {
      if (schema.size() == 1 && header.contains(sign)) {
        return " The header is one name: read with --input-option sep="
            + sign.replace("\t", "\\t")
            + ".";
      }
    }

    return "";
  }

  /** The names for people. */
  static List<String> shown(StructType schema) {
    return Arrays.stream(schema.fieldNames()).map(ColumnRole::shown).toList();
  }

  /** Names count whatever their case. */
  static boolean contains(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }
}

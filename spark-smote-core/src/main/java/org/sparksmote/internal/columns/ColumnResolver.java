// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.spark.Sessions;

/**
 * Finds columns by name as the session would ({@code spark.sql.caseSensitive}) and says clearly why
 * one is not found. Positions, not names, are used from here on: no name is ever put into SQL.
 */
public final class ColumnResolver {

  /** A name as Spark reads it whatever is in it. */
  public static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static final int NEAR_NAMES = 3;

  private final String[] names;
  private final boolean caseSensitive;

  /** Of names that are alike as the session has it. */
  public ColumnResolver(StructType schema) {
    this(schema, Sessions.areCaseSensitive());
  }

  /** Refuses two columns of the same name, which Spark would not tell apart either. */
  public ColumnResolver(StructType schema, boolean caseSensitive) {
    this.names = schema.fieldNames();
    this.caseSensitive = caseSensitive;
    refuseDuplicates();
  }

  private void refuseDuplicates() {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw ColumnProblems.duplicateColumn(name);
      }
    }
  }

  /** The position of the column that a param names. */
  public int find(String param, String column) {
    List<String> found = new ArrayList<>();
    int position = -1;
    for (int i = 0; i < names.length; i++) {
      if (matches(names[i], column)) {
        found.add(names[i]);
        position = i;
      }
    }

    if (found.size() > 1) {
      throw ColumnProblems.ambiguousColumn(param, column, found);
    }

    if (found.isEmpty()) {
      throw notFound(param, column);
    }

    return position;
  }

  /** Whether an output column of this name would clash. */
  public boolean has(String column) {
    for (String name : names) {
      if (matches(name, column)) {
        return true;
      }
    }

    return false;
  }

  /** Whether the session takes two names for one. */
  public boolean matches(String name, String column) {
    return caseSensitive ? name.equals(column) : name.equalsIgnoreCase(column);
  }

  private SmoteException notFound(String param, String column) {
    int dot = column.indexOf('.');
    boolean nested = dot > 0 && has(column.substring(0, dot));
    return nested
        ? ColumnProblems.nestedColumn(param, column)
        : ColumnProblems.noSuchColumn(param, column, near(column));
  }

  private List<String> near(String column) {
    String wanted = column.toLowerCase(Locale.ROOT);
    return List.of(names).stream()
        .sorted(Comparator.comparingInt(name -> edits(wanted, name.toLowerCase(Locale.ROOT))))
        .limit(NEAR_NAMES)
        .toList();
  }

  /** Levenshtein distance. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }

    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }

    return row[b.length()];
  }
}

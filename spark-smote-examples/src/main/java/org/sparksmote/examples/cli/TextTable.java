// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table for people: the first column to the left, numbers to the right, nothing around it. */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  public TextTable(String... header) {
    rows.add(header);
  }

  public TextTable row(String... cells) {
    rows.add(cells);
    return this;
  }

  /** A whole number with thousands marked. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number with three places. */
  public static String decimal(double number) {
    return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.3f", number);
  }

  /** A number with one place. */
  public static String tenths(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  @Override
  public String toString() {
    int columns = rows.get(0).length;
    int[] width = new int[columns];
    for (String[] row : rows) {
      for (int c = 0; c < columns; c++) {
        width[c] = Math.max(width[c], row[c].length());
      }
    }

    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        line.append(GAP).append(pad(row[c], width[c], c == 0 || isText(c)));
      }

      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }

    return text.toString();
  }

  /** A column is text if none of its cells below the header starts like a number. */
  private boolean isText(int column) {
    return rows.stream()
        .skip(1)
        .map(row -> row[column])
        .noneMatch(cell -> !cell.isEmpty() && Character.isDigit(cell.charAt(0)));
  }

  private static String pad(String cell, int width, boolean left) {
    String space = " ".repeat(width - cell.length());
    return left ? cell + space : space + cell;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.jspecify.annotations.Nullable;

/** How the values of a column are written, so that new ones can be written alike. */
final class ColumnStyle implements Serializable {

  private static final long serialVersionUID = 1L;

  /** With more decimals than this, or an exponent, a number is written in full. */
  private static final int MOST_DECIMALS = 6;

  private static final int FULL = MOST_DECIMALS + 1;

  private int decimals;
  private String yes = "";
  private String no = "";
  private boolean plainWholes = true;
  private boolean plainDoubles = true;

  void add(String text) {
    decimals = Math.max(decimals, decimals(text));
    if (text.equalsIgnoreCase("true")) {
      yes = least(yes, text);
    } else if (text.equalsIgnoreCase("false")) {
      no = least(no, text);
    }
  }

  /** Digits behind the point; words such as NaN have none, and what is no plain number too many. */
  private static int decimals(String text) {
    int point = -1;
    int end = text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (Character.isLetter(c)) {
        return i <= 1 ? 0 : FULL;
      }
    }

    return point < 0 ? 0 : Math.min(FULL, end - point - 1);
  }

  private static String least(String word, String other) {
    return word.isEmpty() || (!other.isEmpty() && other.compareTo(word) < 0) ? other : word;
  }

  /** Whether labels would be told apart, and come out as they were, if they were numbers. */
  void addLabel(String text) {
    plainWholes = plainWholes && text.matches("0|-?[1-9][0-9]{0,17}");
    plainDoubles = plainDoubles && text.equals(asDouble(text));
  }

  private static String asDouble(String text) {
    try {
      return Double.toString(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return "";
    }
  }

  boolean isPlain(DataType type) {
    return type instanceof DoubleType ? plainDoubles : plainWholes;
  }

  ColumnStyle merge(ColumnStyle other) {
    ColumnStyle both = new ColumnStyle();
    both.decimals = Math.max(decimals, other.decimals);
    both.yes = least(yes, other.yes);
    both.no = least(no, other.no);
    both.plainWholes = plainWholes && other.plainWholes;
    both.plainDoubles = plainDoubles && other.plainDoubles;
    return both;
  }

  /** A new value of the column as text; null stays null. */
  @Nullable String print(@Nullable Object value, DataType type, boolean full) {
    if (value == null) {
      return null;
    } else if (value instanceof Double number && !(type instanceof DoubleType)) {
      return BigDecimal.valueOf(number).setScale(0, RoundingMode.HALF_UP).toPlainString();
    } else if (value instanceof Double number && !full && decimals < FULL && isFinite(number)) {
      return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    } else if (value instanceof BigDecimal number) {
      return number.toPlainString();
    } else if (type instanceof BooleanType) {
      String word = (Boolean) value ? yes : no;
      return word.isEmpty() ? value.toString() : word;
    }

    return value.toString();
  }

  private static boolean isFinite(double number) {
    return !Double.isNaN(number) && !Double.isInfinite(number);
  }

  /** As one word, to travel in a row. */
  @Override
  public String toString() {
    return String.join(",", "" + decimals, yes, no, "" + plainWholes, "" + plainDoubles);
  }

  static ColumnStyle parse(String text) {
    String[] parts = text.split(",", -1);
    ColumnStyle style = new ColumnStyle();
    style.decimals = Integer.parseInt(parts[0]);
    style.yes = parts[1];
    style.no = parts[2];
    style.plainWholes = Boolean.parseBoolean(parts[3]);
    style.plainDoubles = Boolean.parseBoolean(parts[4]);
    return style;
  }
}

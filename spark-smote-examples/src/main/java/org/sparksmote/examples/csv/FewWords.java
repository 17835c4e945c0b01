// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Tells a column of texts from one of numbers in which a few words stand for what is missing: NA,
 * ?, inf. Counts until the words are too many.
 */
public final class FewWords {

  /** More distinct words than this, and the column is one of texts. */
  private static final int MOST_WORDS = 20;

  private static final long LEAST_NUMBERS = 10;
  private static final double LEAST_SHARE = 0.8;
  private static final int LONGEST_WORD = 40;

  private long numbers;
  private long others;
  private final Set<String> words = new HashSet<>();

  /** How it travels in a row. */
  static final StructType SCHEMA =
      new StructType()
          .add("numbers", DataTypes.LongType)
          .add("others", DataTypes.LongType)
          .add("words", DataTypes.createArrayType(DataTypes.StringType));

  /**
   * Counts a value that is not missing.
   *
   * @param known whether it is known to be a number, so that it need not be parsed once more
   */
  void add(String text, boolean known) {
    if (isText()) {
      return;
    }

    if (known || isNumber(text)) {
      numbers++;
    } else {
      others++;
      words.add(text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) : text);
    }
  }

  private static boolean isNumber(String text) {
    String number = text.strip();
    boolean begins =
        !number.isEmpty()
            && (Character.isDigit(number.charAt(0)) || "+-.".indexOf(number.charAt(0)) >= 0);
    if (!begins || !Character.isDigit(number.charAt(number.length() - 1))) {
      return false; // in nearly all texts, and exceptions are dear
    }

    try {
      return Double.isFinite(Double.parseDouble(number));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private boolean isText() {
    return words.size() > MOST_WORDS;
  }

  /** Whether all but a few words are numbers. */
  public boolean isNumberColumn() {
    return !isText()
        && others > 0
        && numbers >= LEAST_NUMBERS
        && numbers >= LEAST_SHARE * (numbers + others);
  }

  Row toRow() {
    return RowFactory.create(numbers, others, words().toArray(new String[0]));
  }

  /** Adds what another task counted. */
  void merge(Row other) {
    numbers += other.getLong(0);
    others += other.getLong(1);
    words.addAll(other.getList(2));
  }

  long numbers() {
    return numbers;
  }

  long others() {
    return others;
  }

  /** The words in order, one more than a few at most. */
  List<String> words() {
    return words.stream().sorted().limit(MOST_WORDS + 1L).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.keeping;

import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.census.CensusProblems;
import org.sparksmote.internal.columns.Labels;

/** Which rows stay, how often: all that tasks must know. */
final class KeptRows implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The class of rows that are not told apart from their copies. */
  static final int NONE = -1;

  /** Classes whose labels generated code compares one after the other. */
  private static final int FEW_CLASSES = 4;

  /** One row of so many: below that share, hashing some rows twice is cheaper than asking all. */
  private static final long FEW_ROWS = 4;

  /** What stays of one class. */
  static final class OfClass implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Whether all rows stay. */
    final boolean whole;

    /** Content bins whose rows are told apart from their copies. */
    final BitSet crowded;

    /** Rows that stay of these. */
    final long fromCrowded;

    /** The ranks that are kept of all other rows. */
    final BitSet kept;

    /** The same of rows that are told apart, and the salt of these ranks. */
    BitSet keptCopies = new BitSet();

    int salt = Draws.BY_CONTENT;

    OfClass(boolean whole, BitSet crowded, long fromCrowded, BitSet kept) {
      this.whole = whole;
      this.crowded = crowded;
      this.fromCrowded = fromCrowded;
      this.kept = kept;
    }
  }

  private final HashMap<Object, Integer> classOf = new HashMap<>();
  private final List<OfClass> classes;
  private final RankBins bins;
  private final Draws draws;
  private final boolean dropInvalid;

  /**
   * @param labels in the order of the classes
   * @param dropInvalid whether rows without a label leave
   */
  KeptRows(
      List<Object> labels, List<OfClass> classes, RankBins bins, Draws draws, boolean dropInvalid) {
    labels.forEach(label -> classOf.put(label, classOf.size()));
    this.classes = List.copyOf(classes);
    this.bins = bins;
    this.draws = draws;
    this.dropInvalid = dropInvalid;
  }

  /** Whether rows of some class are told apart from their copies. */
  boolean tellsCopiesApart() {
    return classes.stream().anyMatch(of -> !of.crowded.isEmpty());
  }

  /** Whether every row stays. */
  boolean isAll() {
    return !dropInvalid && classes.stream().allMatch(of -> of.whole);
  }

  /** The class of a label; null if it is none, as it was at the count. */
  private @Nullable OfClass find(@Nullable Object cell) {
    Object label = Labels.key(cell);
    return label == null ? null : classes.get(number(label));
  }

  private int number(Object label) {
    Integer number = classOf.get(label);
    if (number == null) {
      throw CensusProblems.inputChanged(label.toString(), 0, 1);
    }

    return number;
  }

  /**
   * How often a row stays, by its label and key; not at all if it must be told from its copies.
   * Where classes are few, generated code compares the labels, which is faster than a function that
   * must be handed an object for each.
   */
  Column times(Column label, Column key) {
    UDF2<Object, Long, Integer> times = (cell, of) -> timesOf(find(cell), of);
    Column all = functions.udf(times, DataTypes.IntegerType).apply(label, key);
    if (classes.size() > FEW_CLASSES) {
      return all;
    }

    Column chosen = functions.when(label.isNull(), all);
    for (Map.Entry<Object, Integer> entry : classOf.entrySet()) {
      OfClass of = classes.get(entry.getValue());
      UDF1<Long, Integer> own = ofRow -> timesOf(of, ofRow);
      Column once = functions.lit(1);
      chosen =
          chosen.when(
              label.equalTo(functions.lit(entry.getKey())),
              of.whole ? once : lowest(of, key, functions.udf(own, DataTypes.IntegerType)));
    }

    return chosen.otherwise(all);
  }

  /**
   * Where few rows stay, their ranks are low: generated code sorts out most others, and only the
   * rest is asked one by one.
   */
  private Column lowest(OfClass of, Column key, UserDefinedFunction times) {
    Column asked = times.apply(key);
    if (!of.crowded.isEmpty() || draws.isWithReplacement() || of.kept.isEmpty()) {
      return asked;
    }

    long last = bins.last(of.kept.length() - 1) >>> 1;
    boolean few = last < Long.MAX_VALUE / FEW_ROWS;
    Column isLow = functions.shiftrightunsigned(key, 1).leq(last);
    return few ? functions.when(isLow, asked).otherwise(0) : asked;
  }

  private int timesOf(@Nullable OfClass of, long key) {
    if (of == null) {
      return dropInvalid ? 0 : 1;
    }

    if (of.whole) {
      return 1;
    }

    boolean single = of.crowded.isEmpty() || !of.crowded.get(bins.of(key));
    return single ? draws.times(key, 0, Draws.BY_CONTENT, of.kept) : 0;
  }

  /** Label and key to the number of the class, if a row must be told from its copies. */
  UserDefinedFunction crowdedClass() {
    UDF2<Object, Long, Integer> crowded =
        (label, key) -> {
          Object known = Labels.key(label);
          int number = known == null ? NONE : number(known);
          boolean apart = number != NONE && classes.get(number).crowded.get(bins.of(key));
          return apart ? number : NONE;
        };
    return functions.udf(crowded, DataTypes.IntegerType);
  }

  /** Number of the class, key, and number among the copies from 1, to how often a row stays. */
  UserDefinedFunction timesOfCopy() {
    UDF3<Integer, Long, Integer, Integer> times =
        (number, key, copy) -> {
          OfClass of = classes.get(number);
          return draws.times(key, copy - 1L, of.salt, of.keptCopies);
        };
    return functions.udf(times, DataTypes.IntegerType);
  }

  List<OfClass> classes() {
    return classes;
  }

  Draws draws() {
    return draws;
  }
}

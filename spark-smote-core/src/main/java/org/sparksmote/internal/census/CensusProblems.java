// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.List;
import java.util.stream.Collectors;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.strategy.ClassCount;

/** Errors about rows and classes, found by counting. */
public final class CensusProblems {

  /** Names rows that had no label, or another one, when the classes were counted. */
  static final String NO_COUNTED_CLASS = "(none, or one that was not there before)";

  private CensusProblems() {}

  public static SmoteException noRows() {
    return SmoteException.of(
        20, "resample a dataset of 0 rows. Check the input path or the filter before.");
  }

  public static SmoteException oneClass(String column, ClassCount only) {
    return SmoteException.of(
        21,
        "balance the column '%s': its only class is '%s' with %d rows, and resampling needs more"
            + " than 1 class. Check the label column or the filter before.",
        column,
        only.name(),
        only.rows());
  }

  public static SmoteException noClasses(String column, String values) {
    return SmoteException.of(
        22,
        "treat the column '%s' as classes: %s, which looks like a regression target. Check labelCol,"
            + " or raise maxClasses.",
        column,
        values);
  }

  static SmoteException invalidFeatures(String column, long rows, String where) {
    return SmoteException.of(
        23,
        "use the column '%s': %d rows hold null, NaN or infinite values, the first in %s. Fill them"
            + " with Imputer, or set handleInvalid to keep or skip.",
        column,
        rows,
        where);
  }

  public static SmoteException invalidLabels(String column, long rows) {
    return SmoteException.of(
        24,
        "use the column '%s': %d rows have a null or NaN label. Fill or filter them, or set"
            + " handleInvalid to keep or skip.",
        column,
        rows);
  }

  static SmoteException vectorSizes(String column, long rowsA, int a, long rowsB, int b) {
    return SmoteException.of(
        25,
        "use the column '%s': its vectors differ in size, %d rows of size %d and %d rows of size"
            + " %d. Make them one size, for example with VectorSizeHint before VectorAssembler.",
        column,
        rowsA,
        a,
        rowsB,
        b);
  }

  static SmoteException classesTooSmall(String column, List<ClassCount> found, int k) {
    return SmoteException.of(
        27,
        "find %d neighbours in each class of column '%s': %s, and at least %d are needed. Set"
            + " kNeighbors to at most %d, or smallClass to shrinkK, duplicate or skip.",
        k,
        column,
        found.stream()
            .map(count -> "class '" + count.name() + "' has " + count.usable() + " usable rows")
            .collect(Collectors.joining(", ")),
        k + 1L,
        found.stream().mapToLong(ClassCount::usable).min().orElse(0) - 1);
  }

  static SmoteException singleRow(String column, ClassCount found) {
    return SmoteException.of(
        28,
        "interpolate in class '%s' of column '%s': it has %d usable rows and at least 2 are needed."
            + " Set smallClass to duplicate or skip.",
        found.name(),
        column,
        found.usable());
  }

  static SmoteException noUsableRow(String column, ClassCount found) {
    return SmoteException.of(
        29,
        "make rows for class '%s' of column '%s': 0 of its %d rows are valid. Fill missing values"
            + " with Imputer, or set smallClass to skip.",
        found.name(),
        column,
        found.rows());
  }

  static SmoteException inexactFeatures(String column, long rows) {
    return SmoteException.of(
        37,
        "use the column '%s' as a feature without changing it: %d rows hold numbers of more digits"
            + " than a double has. Leave it out if it is an id, or cast it to double.",
        column,
        rows);
  }

  public static SmoteException invalidWeights(String column, long rows) {
    return SmoteException.of(
        38,
        "use the column '%s' as weightCol: in %d rows it is null, NaN, infinite or negative. Fill or"
            + " filter them, and use weights of 0 or more.",
        column,
        rows);
  }

  static SmoteException tooManyRows(long planned, long allowed) {
    return SmoteException.of(
        35,
        "make %d synthetic rows: more than the %d that allowRowsAbove permits. Check"
            + " samplingStrategy for a typing error, or raise allowRowsAbove.",
        planned,
        allowed);
  }

  static SmoteException overAndStrategy(String strategy) {
    return SmoteException.of(
        130,
        "follow percOver and samplingStrategy '%s' together: each says how many rows are made."
            + " Set one of them only.",
        strategy);
  }

  static SmoteException underWithoutOver() {
    return SmoteException.of(
        131,
        "follow percUnder alone: it is in percent of the rows that percOver makes. Set percOver too,"
            + " or samplingStrategy to balance.");
  }

  /** A class of which other rows were read than the plan was made for. */
  public static SmoteException inputChanged(String className, long planned, long found) {
    return SmoteException.of(
        40,
        "finish class '%s': the input changed between two passes (%d rows planned, %d found, or the"
            + " same number with other values). Write the input to a file or checkpoint() it first.",
        className,
        planned,
        found);
  }

  static SmoteException notOneHot(String column, String group, long rows) {
    return SmoteException.of(
        50,
        "use the one-hot features %s of the column '%s' as one nominal feature: in %d rows they"
            + " are not one 1 at most. Keep the columns of OneHotEncoder in the dataset, so that"
            + " groups can be told apart, or use StringIndexer without it.",
        group,
        column,
        rows);
  }

  static SmoteException tooManyValues(String feature, long values, long total, long allowed) {
    return SmoteException.of(
        53,
        "tell apart the values of nominal features by the classes of their rows: there are %d"
            + " values, %d of them in '%s', and at most %d are possible. Leave that column out, or"
            + " join its rare values.",
        total,
        values,
        feature,
        allowed);
  }

  static SmoteException tooManyColumns(String column, int size, int most, String remedy) {
    return SmoteException.of(
        59,
        "keep what is known of each column of '%s': of its %d columns more than %d have a value"
            + " (those of each class counted apart where deviations are needed). Select or hash to"
            + " fewer columns, or set %s.",
        column,
        size,
        most,
        remedy);
  }
}

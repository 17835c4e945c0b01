// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.util.List;
import org.sparksmote.errors.SmoteException;

/** Errors about columns, found before any job. */
public final class ColumnProblems {

  private ColumnProblems() {}

  static SmoteException noSuchColumn(String param, String column, List<String> near) {
    return SmoteException.of(
        1,
        "find the column '%s' of %s. The nearest names are %s; set %s to one of the columns.",
        column,
        param,
        near,
        param);
  }

  static SmoteException badFeaturesType(String column, String type, String remedy) {
    return SmoteException.of(
        2,
        "use the column '%s' of type %s as features: a vector, array<double> or array<float> is"
            + " needed. %s.",
        column,
        type,
        remedy);
  }

  static SmoteException badLabelType(String column, String type) {
    return SmoteException.of(
        3,
        "use the column '%s' of type %s as label: a class needs an atomic type such as string,"
            + " boolean, integer, double, decimal or date. Cast it to string first.",
        column,
        type);
  }

  static SmoteException ambiguousColumn(String param, String column, List<String> found) {
    return SmoteException.of(
        4,
        "tell which column '%s' of %s is: %s all match. Rename one, or set"
            + " spark.sql.caseSensitive=true.",
        column,
        param,
        found);
  }

  static SmoteException duplicateColumn(String column) {
    return SmoteException.of(
        5, "read a dataset that has the column '%s' twice. Rename or drop one of them.", column);
  }

  static SmoteException nestedColumn(String param, String column) {
    return SmoteException.of(
        6,
        "use the nested field '%s' for %s. Bring it to the top first: select(col(\"%s\").as(...)).",
        column,
        param,
        column);
  }

  public static SmoteException outputColumnExists(String param, String column) {
    return SmoteException.of(
        7,
        "add the column '%s' of %s: the dataset has it already. Choose another name.",
        column,
        param);
  }

  static SmoteException badInputType(String column, String type, String remedy) {
    return SmoteException.of(
        9,
        "use the column '%s' of type %s as a feature: inputCols takes numeric, boolean and string"
            + " columns. %s.",
        column,
        type,
        remedy);
  }

  static SmoteException nominalFeatures(List<String> names, String where, String variant) {
    return SmoteException.of(
        10,
        "interpolate the nominal features %s of %s with variant %s: a value between two categories"
            + " means nothing. Set variant to smotenc (or smoten if all features are nominal), or"
            + " leave them out.",
        names,
        where,
        variant);
  }

  static SmoteException nominalDistances(List<String> names, String where) {
    return SmoteException.of(
        113,
        "measure distances over the nominal features %s of %s: this sampler takes numbers only. Leave"
            + " them out, or use OneHotEncoder and VectorAssembler before.",
        names,
        where);
  }

  static SmoteException nominalCleaning(List<String> names, String where) {
    return SmoteException.of(
        115,
        "clean rows with the nominal features %s of %s: cleaning takes numbers only. Set cleaning to"
            + " none.",
        names,
        where);
  }

  static SmoteException columnUsedTwice(String column, String first, String second) {
    return SmoteException.of(
        11,
        "use the column '%s' %s. Take it out of one of them.",
        column,
        first.equals(second) ? "twice as " + first : "as " + first + " and as " + second);
  }

  static SmoteException featuresAndInputCols() {
    return SmoteException.of(
        12, "use both featuresCol and inputCols. Set one of them and clear the other.");
  }

  static SmoteException categoricalOfOtherFeatures(String param, String features) {
    return SmoteException.of(
        14,
        "use %s, which is about %s, with the features that are set. Clear it, or set %s.",
        param,
        features,
        features);
  }

  static SmoteException noSuchFeature(String name, String where) {
    return SmoteException.of(
        15,
        "find the nominal feature '%s' in %s. Name features by their ML attribute or position in"
            + " categoricalFeatures, and columns of inputCols in categoricalCols.",
        name,
        where);
  }

  static SmoteException noNominalFeature(String where) {
    return SmoteException.of(
        16,
        "use variant smotenc without a nominal feature: %s has none that ML attributes or column"
            + " types tell. Name them in categoricalFeatures or categoricalCols, or set variant to"
            + " smote.",
        where);
  }

  static SmoteException noNumericFeature(String where, int nominal) {
    return SmoteException.of(
        17,
        "use variant smotenc without a numeric feature: all %d features of %s are nominal. Set"
            + " variant to smoten.",
        nominal,
        where);
  }

  static SmoteException numericFeatures(String where, String count) {
    return SmoteException.of(
        18,
        "use variant smoten on numeric features: %s of %s are. Set variant to smotenc, or name"
            + " nominal ones in categoricalFeatures or categoricalCols.",
        count,
        where);
  }

  static SmoteException planeOfNominalFeatures(List<String> names, String where) {
    return SmoteException.of(
        19,
        "find support vectors by the nominal features %s of %s: a linear SVM needs numbers. Set"
            + " baseWeight to another rule, for example danger.",
        names,
        where);
  }

  /** A column of features without a single one. */
  /** Where features were looked for, and what is missing there. */
  public static SmoteException noFeatures(String where, String lack) {
    return SmoteException.of(26, "use %s: %s. Add at least one feature.", where, lack);
  }

  static SmoteException badWeightType(String column, String type) {
    return SmoteException.of(
        62,
        "use the column '%s' of type %s as weightCol: a weight is a number. Cast it to double.",
        column,
        type);
  }

  static SmoteException otherSizeThanMetadata(String column, int described) {
    return SmoteException.of(
        51,
        "read the nominal features of the column '%s': its ML attributes describe %d features, and"
            + " its vectors have another size. Build it anew with VectorAssembler.",
        column,
        described);
  }

  static SmoteException tooWideForNominal(String column, int found, int most) {
    return SmoteException.of(
        52,
        "measure distances over nominal and numeric features of the column '%s': it has %d"
            + " features and at most %d are possible. Select fewer features first.",
        column,
        found,
        most);
  }
}

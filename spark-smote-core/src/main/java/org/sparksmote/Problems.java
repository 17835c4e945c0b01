// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every error of the library in one place. A message says what cannot be done, names the column,
 * class or count, and ends with the remedy. It never shows feature values.
 */
final class Problems {

  private Problems() {}

  private static SmoteException problem(int number, String format, Object... args) {
    return new SmoteException(
        String.format(Locale.ROOT, "SMOTE-%03d", number), String.format(Locale.ROOT, format, args));
  }

  // Schema: found before any job.

  static SmoteException noSuchColumn(String param, String column, List<String> near) {
    return problem(
        1,
        "find the column '%s' of %s. The nearest names are %s; set %s to one of the columns.",
        column,
        param,
        near,
        param);
  }

  static SmoteException badFeaturesType(String column, String type, String remedy) {
    return problem(
        2,
        "use the column '%s' of type %s as features: a vector, array<double> or array<float> is"
            + " needed. %s.",
        column,
        type,
        remedy);
  }

  static SmoteException badLabelType(String column, String type) {
    return problem(
        3,
        "use the column '%s' of type %s as label: a class needs an atomic type such as string,"
            + " boolean, integer, double, decimal or date. Cast it to string first.",
        column,
        type);
  }

  static SmoteException ambiguousColumn(String param, String column, List<String> found) {
    return problem(
        4,
        "tell which column '%s' of %s is: %s all match. Rename one, or set"
            + " spark.sql.caseSensitive=true.",
        column,
        param,
        found);
  }

  static SmoteException duplicateColumn(String column) {
    return problem(
        5, "read a dataset that has the column '%s' twice. Rename or drop one of them.", column);
  }

  static SmoteException nestedColumn(String param, String column) {
    return problem(
        6,
        "use the nested field '%s' for %s. Bring it to the top first: select(col(\"%s\").as(...)).",
        column,
        param,
        column);
  }

  static SmoteException outputColumnExists(String param, String column) {
    return problem(
        7,
        "add the column '%s' of %s: the dataset has it already. Choose another name.",
        column,
        param);
  }

  static SmoteException streaming() {
    return problem(
        8,
        "resample a streaming dataset: classes can only be counted on a bounded dataset. Fit on a"
            + " batch, for example what a micro-batch of foreachBatch holds.");
  }

  static SmoteException badInputType(String column, String type, String remedy) {
    return problem(
        9,
        "use the column '%s' of type %s as a feature: inputCols takes numeric, boolean and string"
            + " columns. %s.",
        column,
        type,
        remedy);
  }

  static SmoteException nominalFeatures(List<String> names, String where, String variant) {
    return problem(
        10,
        "interpolate the nominal features %s of %s with variant %s: a value between two categories"
            + " means nothing. Set variant to smotenc (or smoten if all features are nominal), or"
            + " leave them out.",
        names,
        where,
        variant);
  }

  static SmoteException columnUsedTwice(String column, String first, String second) {
    return problem(
        11,
        "use the column '%s' as %s and as %s. Take it out of one of them.",
        column,
        first,
        second);
  }

  static SmoteException featuresAndInputCols() {
    return problem(12, "use both featuresCol and inputCols. Set one of them and clear the other.");
  }

  static SmoteException nullValue(String param) {
    return problem(
        13,
        "use null in %s: null is neither a value nor the default. Set a value, or call clear with"
            + " this param to unset it.",
        param);
  }

  static SmoteException categoricalOfOtherFeatures(String param, String features) {
    return problem(
        14,
        "use %s, which is about %s, with the features that are set. Clear it, or set %s.",
        param,
        features,
        features);
  }

  static SmoteException noSuchFeature(String name, String where) {
    return problem(
        15,
        "find the nominal feature '%s' in %s. Name features by their ML attribute or position in"
            + " categoricalFeatures, and columns of inputCols in categoricalCols.",
        name,
        where);
  }

  static SmoteException noNominalFeature(String where) {
    return problem(
        16,
        "use variant smotenc without a nominal feature: %s has none that ML attributes or column"
            + " types tell. Name them in categoricalFeatures or categoricalCols, or set variant to"
            + " smote.",
        where);
  }

  static SmoteException noNumericFeature(String where, int nominal) {
    return problem(
        17,
        "use variant smotenc without a numeric feature: all %d features of %s are nominal. Set"
            + " variant to smoten.",
        nominal,
        where);
  }

  static SmoteException numericFeatures(String where, String count) {
    return problem(
        18,
        "use variant smoten on numeric features: %s of %s are. Set variant to smotenc, or name"
            + " nominal ones in categoricalFeatures or categoricalCols.",
        count,
        where);
  }

  static SmoteException planeOfNominalFeatures(List<String> names, String where) {
    return problem(
        19,
        "find support vectors by the nominal features %s of %s: a linear SVM needs numbers. Set"
            + " baseWeight to another rule, for example danger.",
        names,
        where);
  }

  // Data: found by the counting pass.

  static SmoteException noRows() {
    return problem(20, "resample a dataset of 0 rows. Check the input path or the filter before.");
  }

  static SmoteException oneClass(String column, ClassCount only) {
    return problem(
        21,
        "balance the column '%s': its only class is '%s' with %d rows, and resampling needs more"
            + " than 1 class. Check the label column or the filter before.",
        column,
        only.name(),
        only.rows());
  }

  static SmoteException noClasses(String column, String values) {
    return problem(
        22,
        "treat the column '%s' as classes: %s, which looks like a regression target. Check labelCol,"
            + " or raise maxClasses.",
        column,
        values);
  }

  static SmoteException invalidFeatures(String column, long rows, String where) {
    return problem(
        23,
        "use the column '%s': %d rows hold null, NaN or infinite values, the first in %s. Fill them"
            + " with Imputer, or set handleInvalid to keep or skip.",
        column,
        rows,
        where);
  }

  static SmoteException invalidLabels(String column, long rows) {
    return problem(
        24,
        "use the column '%s': %d rows have a null or NaN label. Fill or filter them, or set"
            + " handleInvalid to keep or skip.",
        column,
        rows);
  }

  static SmoteException vectorSizes(String column, long rowsA, int a, long rowsB, int b) {
    return problem(
        25,
        "use the column '%s': its vectors differ in size, %d rows of size %d and %d rows of size"
            + " %d. Make them one size, for example with VectorSizeHint before VectorAssembler.",
        column,
        rowsA,
        a,
        rowsB,
        b);
  }

  static SmoteException noFeatures(String column) {
    return problem(
        26, "use the column '%s': its vectors have 0 features. Add at least one feature.", column);
  }

  static SmoteException classesTooSmall(String column, List<ClassCount> found, int k) {
    return problem(
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
    return problem(
        28,
        "interpolate in class '%s' of column '%s': it has %d usable rows and at least 2 are needed."
            + " Set smallClass to duplicate or skip.",
        found.name(),
        column,
        found.usable());
  }

  static SmoteException noUsableRow(String column, ClassCount found) {
    return problem(
        29,
        "make rows for class '%s' of column '%s': 0 of its %d rows are valid. Fill missing values"
            + " with Imputer, or set smallClass to skip.",
        found.name(),
        column,
        found.rows());
  }

  static SmoteException inexactFeatures(String column, long rows) {
    return problem(
        37,
        "use the column '%s' as a feature without changing it: %d rows hold numbers of more digits"
            + " than a double has. Leave it out if it is an id, or cast it to double.",
        column,
        rows);
  }

  static SmoteException invalidWeights(String column, long rows) {
    return problem(
        38,
        "use the column '%s' as weightCol: in %d rows it is null, NaN, infinite or negative. Fill or"
            + " filter them, and use weights of 0 or more.",
        column,
        rows);
  }

  // Strategy.

  static SmoteException badStrategy(String text) {
    return problem(
        30,
        "read samplingStrategy '%s'. Use auto, minority, not minority, not majority, all, none, a"
            + " ratio such as 0.5, or a JSON object from label to wanted total such as {\"fraud\":"
            + " 50000}.",
        text);
  }

  static SmoteException unknownClass(String name, List<ClassCount> present) {
    return problem(
        31,
        "resample class '%s' of samplingStrategy: it is not in the data (count 0). Name one of the"
            + " classes present: %s.",
        name,
        present.stream().map(ClassCount::name).collect(Collectors.joining(", ")));
  }

  static SmoteException fewerThanPresent(ClassCount had, long asked) {
    return problem(
        32,
        "reduce class '%s' from %d to %d rows: over-sampling only adds. Ask for at least %d in"
            + " samplingStrategy, or leave the class out.",
        had.name(),
        had.rows(),
        asked,
        had.rows());
  }

  static SmoteException ratioNeedsTwoClasses(int classes) {
    return problem(
        33,
        "apply a ratio to %d classes: a ratio is defined for 2. Use a map from label to wanted"
            + " total in samplingStrategy.",
        classes);
  }

  static SmoteException ratioOutOfRange(String text) {
    return problem(
        34, "use the ratio %s: it must be in (0, 1]. Set samplingStrategy to such a ratio.", text);
  }

  static SmoteException tooManyRows(long planned, long allowed) {
    return problem(
        35,
        "make %d synthetic rows: more than the %d that allowRowsAbove permits. Check"
            + " samplingStrategy for a typing error, or raise allowRowsAbove.",
        planned,
        allowed);
  }

  static SmoteException negativeTotal(String name, String total) {
    return problem(
        36,
        "give class '%s' a total of %s rows. Ask for a positive number in samplingStrategy.",
        name,
        total);
  }

  static SmoteException totalIsNoNumber(String name, String total) {
    return problem(
        39,
        "read the total '%s' of class '%s' in samplingStrategy: it is not a number. Use a whole"
            + " number of rows.",
        total,
        name);
  }

  // Use.

  /** Names rows that had no label, or another one, when the classes were counted. */
  static final String NO_COUNTED_CLASS = "(none, or one that was not there before)";

  static SmoteException inputChanged(String className, long planned, long found) {
    return problem(
        40,
        "finish class '%s': the input changed between two passes (%d rows planned, %d found, or the"
            + " same number with other values). Write the input to a file or checkpoint() it first.",
        className,
        planned,
        found);
  }

  static SmoteException nestedPipeline(String uid) {
    return problem(
        41,
        "resample in an inner pipeline that has no classifier or other predictor behind %s: what"
            + " stands behind the inner pipeline would silently learn from original rows. Flatten"
            + " the pipelines, or make the outer one a ResamplingPipeline.",
        uid);
  }

  static SmoteException resampledForNobody(String uid) {
    return problem(
        47,
        "fit with the sampler %s at the end: no stage behind it learns from its rows. Put it before"
            + " the stage that does, or call fitResample for the resampled rows.",
        uid);
  }

  static SmoteException columnLacksValues(
      String column, String stage, String param, String sampler) {
    return problem(
        48,
        "train %s on the column '%s' of its %s: the rows made by %s are null in it. Make the column"
            + " behind the sampler, let the sampler fill it (featuresCol, inputCols, weightCol), or"
            + " set its passengerColumns to copy.",
        stage,
        column,
        param,
        sampler);
  }

  static SmoteException nullsInMadeRows(
      String column, String stage, String param, long nulls, long made) {
    return problem(
        49,
        "train %s on the column '%s' of its %s: %d of %d synthetic rows are null in it. Fill it in"
            + " the stage that makes it, let the sampler fill what that stage reads (weightCol), or"
            + " set passengerColumns of the sampler to copy.",
        stage,
        column,
        param,
        nulls,
        made);
  }

  static SmoteException madeRowsAreGone(String stage, long made) {
    return problem(
        65,
        "train %s on resampled rows: a stage before it dropped all %d synthetic rows, as a filter or"
            + " a join on a column does that is null in them. Fill that column by the sampler"
            + " (weightCol), or set its passengerColumns to copy.",
        stage,
        made);
  }

  static SmoteException foldsOfResampledRows(String stage, String sampler) {
    return problem(
        66,
        "validate %s on resampled rows: behind the sampler %s its folds would hold synthetic rows."
            + " Make sampler and learner one pipeline, and that the estimator of CrossValidator or"
            + " TrainValidationSplit.",
        stage,
        sampler);
  }

  static SmoteException noSummary(String uid) {
    return problem(
        42,
        "show the summary of %s: it was not fitted. Call fit first, or load a fitted model.",
        uid);
  }

  static SmoteException foreignMetadata(String path, String expected) {
    return problem(
        43,
        "load %s: its metadata does not describe a %s. Check the path, or load it with the class"
            + " that saved it.",
        path,
        expected);
  }

  static SmoteException badSummary(String owner, String reason) {
    return problem(
        44, "read the summary of %s: %s. Fit again, or load an undamaged model.", owner, reason);
  }

  static SmoteException badMetadata(String path, String reason) {
    return problem(
        54, "load %s: %s. Check the path, or build the stage again and save it.", path, reason);
  }

  static SmoteException badSavedParam(String path, String param, String value, String takes) {
    return problem(
        55,
        "load %s: its param %s has the value %s, which it does not take (%s). Build the stage again"
            + " and save it, or bring back the file as it was.",
        path,
        param,
        value,
        takes);
  }

  static SmoteException savedByAnother(String path, String own, String reason) {
    return problem(
        56,
        "load %s with version %s of spark-smote: it %s. Use the version that saved it, or a later"
            + " one.",
        path,
        own,
        reason);
  }

  static SmoteException badStages(String path, String error, String message) {
    return problem(
        57,
        "load the stages of %s: one of them ends in %s (%s). Build the pipeline again and save it,"
            + " or add the library that has the stage.",
        path,
        error,
        message);
  }

  static SmoteException otherDataset(String uid) {
    return problem(
        45,
        "check the neighbours of %s on this dataset: it was not fitted on this Dataset object. Call"
            + " fit with it first.",
        uid);
  }

  static SmoteException noBase(String variant, ClassCount found, String rule, String remedy) {
    return problem(
        46,
        "make rows for class '%s' with variant %s: by baseWeight %s none of its %d usable rows is a"
            + " base. Use %s, or set onShortfall to fallback.",
        found.name(),
        variant,
        rule,
        found.usable(),
        remedy);
  }

  // The session: found before any job.

  static SmoteException notRegistered(String classes) {
    return problem(
        60,
        "send results by Kryo: spark.kryo.registrationRequired is set, and these classes are not"
            + " registered: %s. Set spark.kryo.registrator to org.sparksmote.SmoteRegistrator,"
            + " which registers them.",
        classes);
  }

  static SmoteException notAText(String param, String type) {
    return problem(
        64, "use a value of type %s in %s: it takes names. Use strings in the list.", type, param);
  }

  static SmoteException badWeightType(String column, String type) {
    return problem(
        62,
        "use the column '%s' of type %s as weightCol: a weight is a number. Cast it to double.",
        column,
        type);
  }

  static SmoteException settledByFit(String uid, String params) {
    return problem(
        63,
        "change %s of the fitted %s: its rows were planned with the settings that it was fitted"
            + " with. Set them on the Smote and fit it again.",
        params,
        uid);
  }

  static SmoteException badUid(String uid) {
    return problem(
        67,
        "use the uid %s: it names a directory when a pipeline is saved. Choose letters, digits, '_'"
            + " and '-', with '.' and blanks inside, 200 bytes at most, or leave it out.",
        uid);
  }

  static SmoteException sameUid(String pipeline, String uid) {
    return problem(
        68,
        "save the pipeline %s: two of its stages have the uid '%s', so that no param map could tell"
            + " them apart. Choose another uid for one of them.",
        pipeline,
        uid);
  }

  static SmoteException notOverConnect(String uid) {
    return problem(
        69,
        "resample with the Smote %s over Spark Connect: every call of a client makes a Dataset object"
            + " of its own, so that the fitted model would pass all data through. Use the Smote of"
            + " the sparksmote package for Python, or SmoteResampler.",
        uid);
  }

  static SmoteException planIsGone(String uid) {
    return problem(
        70,
        "resample with the fitted %s: the server of Spark Connect has put the model away, and with"
            + " it what was planned. Call fit again, or fitResample.",
        uid);
  }

  // Nominal features, found by the counting pass.

  static SmoteException otherSizeThanMetadata(String column, int described) {
    return problem(
        51,
        "read the nominal features of the column '%s': its ML attributes describe %d features, and"
            + " its vectors have another size. Build it anew with VectorAssembler.",
        column,
        described);
  }

  static SmoteException tooWideForNominal(String column, int found, int most) {
    return problem(
        52,
        "measure distances over nominal and numeric features of the column '%s': it has %d"
            + " features and at most %d are possible. Select fewer features first.",
        column,
        found,
        most);
  }

  static SmoteException notOneHot(String column, String group, long rows) {
    return problem(
        50,
        "use the one-hot features %s of the column '%s' as one nominal feature: in %d rows they"
            + " are not one 1 at most. Keep the columns of OneHotEncoder in the dataset, so that"
            + " groups can be told apart, or use StringIndexer without it.",
        group,
        column,
        rows);
  }

  static SmoteException tooMuchForOneTask(
      String className, String setting, String what, String remedy) {
    return problem(
        58,
        "search the class %s with %s in one task: %s. Set %s.",
        className,
        setting,
        what,
        remedy);
  }

  static SmoteException tooManyValues(String feature, long values, long total, long allowed) {
    return problem(
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
    return problem(
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

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.io.Serializable;
import java.util.Arrays;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.RowStore;

/**
 * Which features are nominal, settled from schema and params alone.
 *
 * @param rule where a new row gets their values from
 * @param features the nominal ones among the features of a row, ascending
 * @param names what they are called in messages, same order
 * @param texts features whose value is a code only, so that the cell itself must travel along
 * @param groups one-hot groups of a vector, each one of {@code features}
 * @param size features per row, or -1 where the schema does not tell
 * @param measured whether distances between rows are needed
 */
public record NominalFeatures(
    NominalRule rule,
    int[] features,
    String[] names,
    int[] texts,
    OneHotGroups groups,
    int size,
    boolean measured)
    implements Serializable {

  /** Coordinates of a nominal feature. */
  public static final int SIGNS = 8;

  /** Every feature is a number. */
  static final NominalFeatures NONE =
      new NominalFeatures(
          NominalRule.REFUSED, new int[0], new String[0], new int[0], OneHotGroups.NONE, -1, false);

  /** Whether all features are numbers. */
  public boolean isEmpty() {
    return features.length == 0;
  }

  /** Whether a feature is nominal. */
  public boolean contains(int feature) {
    return Arrays.binarySearch(features, feature) >= 0;
  }

  /** What a nominal feature is called. */
  public String name(int feature) {
    return names[Arrays.binarySearch(features, feature)];
  }

  /** A flag for each of {@code size} features, true for the nominal ones. */
  public boolean[] flags(int size) {
    boolean[] flags = new boolean[size];
    for (int feature : features) {
      flags[feature] = true;
    }

    return flags;
  }

  /** Whether new values come from a vote of neighbours, which need a distance for categories. */
  public boolean isVoted() {
    return !isEmpty() && (rule == NominalRule.VOTE || rule == NominalRule.VALUE_DIFFERENCE);
  }

  /** Whether the deviations of the numeric features say how far categories are apart. */
  public boolean needsDeviations() {
    return !isEmpty() && measured && rule != NominalRule.VALUE_DIFFERENCE;
  }

  /** How many numbers more a row takes in a search, because categories become several of them. */
  public int imageWidth() {
    return measured ? SIGNS * features.length : 0;
  }

  /** Takes nominal features out of the scaling of distances. */
  public ColumnValues unscaled(ColumnValues weights) {
    return isEmpty() ? weights : weights.without(features);
  }

  /** Refuses vectors that are not as metadata, params and the variant need them. */
  public void check(String column, int found) {
    if (isEmpty()) {
      return;
    }

    int slots = groups.slots(found);
    if (size >= 0 && found != size) {
      throw ColumnProblems.otherSizeThanMetadata(column, groups.slots(size));
    }

    int last = features[features.length - 1];
    if (last >= found) {
      throw ColumnProblems.noSuchFeature(name(last), "column '" + column + "' of size " + slots);
    }

    NominalColumns.checkKinds(rule, "the column '" + column + "'", features.length, found);
    if (measured && found > RowStore.MAX_DENSE_SIZE) {
      throw ColumnProblems.tooWideForNominal(column, found, RowStore.MAX_DENSE_SIZE);
    }
  }
}

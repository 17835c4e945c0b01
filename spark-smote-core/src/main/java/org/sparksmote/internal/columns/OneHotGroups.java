// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.io.Serializable;
import java.util.Arrays;
import org.sparksmote.internal.rows.FeatureRow;

/**
 * The one-hot groups of a vector column: neighbouring slots of which at most one is 1. Within the
 * library a group is one nominal feature: the number of the slot that is 1, counted from 1, or 0.
 */
public final class OneHotGroups implements Serializable {

  private static final long serialVersionUID = 1L;

  /** No groups: features are the slots of the vector. */
  public static final OneHotGroups NONE = new OneHotGroups(new int[0], new int[0]);

  private final int[] starts;
  private final int[] lengths;
  private final int[] features; // the feature that stands for each group
  private final int removed;

  /** Groups by first slot, ascending, and number of slots. */
  OneHotGroups(int[] starts, int[] lengths) {
    this.starts = starts;
    this.lengths = lengths;
    this.features = new int[starts.length];
    int fewer = 0;
    for (int g = 0; g < starts.length; g++) {
      features[g] = starts[g] - fewer;
      fewer += lengths[g] - 1;
    }

    this.removed = fewer;
  }

  boolean isEmpty() {
    return starts.length == 0;
  }

  /** How many features a vector has. */
  int features(int slots) {
    return slots - removed;
  }

  /** How many slots so many features take. */
  public int slots(int size) {
    return size + removed;
  }

  /** The feature that a slot belongs to. */
  int featureOf(int slot) {
    int g = groupBefore(starts, slot);
    return g < 0 ? slot : featureOf(slot, g);
  }

  private int featureOf(int slot, int g) {
    boolean inside = slot < starts[g] + lengths[g];
    return inside ? features[g] : features[g] + 1 + slot - starts[g] - lengths[g];
  }

  /** The last group that starts at {@code position} or before, or -1. */
  private static int groupBefore(int[] starts, int position) {
    int found = Arrays.binarySearch(starts, position);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * Turns the slots of a row into features. A group that is not one-hot makes the row's {@link
   * FeatureRow#broken} its feature; a vector too short for the groups is left for the size check.
   */
  void collapse(FeatureRow row) {
    if (isEmpty()) {
      return;
    }

    int last = starts.length - 1;
    boolean tooShort = row.size < starts[last] + lengths[last];
    int size = Math.max(0, features(row.size));
    if (tooShort) {
      row.setDense(new double[size]);
    } else if (row.sparse) {
      collapseSparse(row, size);
    } else {
      collapseDense(row, size);
    }
  }

  private void collapseDense(FeatureRow row, int size) {
    double[] slots = row.values;
    double[] values = new double[size];
    int broken = FeatureRow.VALID;
    int slot = 0;
    for (int feature = 0, g = 0; feature < size; feature++) {
      if (g == features.length || features[g] != feature) {
        values[feature] = slots[slot++];
        continue;
      }

      for (int i = 0; i < lengths[g]; i++, slot++) {
        if (slots[slot] != 0) {
          broken = isOneHot(slots[slot], values[feature]) ? broken : feature;
          values[feature] = i + 1;
        }
      }

      g++;
    }

    row.setDense(values);
    row.broken = broken;
  }

  private static boolean isOneHot(double slot, double codeSoFar) {
    return slot == 1 && codeSoFar == 0;
  }

  private void collapseSparse(FeatureRow row, int size) {
    int[] indices = new int[row.indices.length];
    double[] values = new double[indices.length];
    int broken = FeatureRow.VALID;
    int count = 0;
    for (int i = 0; i < indices.length; i++) {
      if (row.values[i] == 0) {
        continue;
      }

      int slot = row.indices[i];
      int g = groupBefore(starts, slot);
      boolean inside = g >= 0 && slot < starts[g] + lengths[g];
      int feature = g < 0 ? slot : featureOf(slot, g);
      boolean again = inside && count > 0 && indices[count - 1] == feature;
      if (again || (inside && row.values[i] != 1)) {
        broken = feature;
      }

      count -= again ? 1 : 0;
      indices[count] = feature;
      values[count++] = inside ? slot - starts[g] + 1 : row.values[i];
    }

    row.setSparse(size, Arrays.copyOf(indices, count), Arrays.copyOf(values, count));
    row.broken = broken;
  }

  /** Turns the features of a row into slots; undoes {@link #collapse}. */
  void expand(FeatureRow row) {
    if (isEmpty()) {
      return;
    }

    int slots = slots(row.size);
    if (row.sparse) {
      int[] indices = new int[row.indices.length];
      double[] values = row.values.clone();
      for (int i = 0; i < indices.length; i++) {
        indices[i] = slot(row.indices[i], values[i]);
        values[i] = isGroup(row.indices[i]) ? 1 : values[i];
      }

      row.setSparse(slots, indices, values);
      return;
    }

    double[] values = new double[slots];
    for (int feature = 0; feature < row.size; feature++) {
      double value = row.values[feature];
      if (!isGroup(feature)) {
        values[slot(feature, value)] = value;
      } else if (value != 0) {
        values[slot(feature, value)] = 1;
      }
    }

    row.setDense(values);
  }

  private boolean isGroup(int feature) {
    return Arrays.binarySearch(features, feature) >= 0;
  }

  private int slot(int feature, double value) {
    int g = groupBefore(features, feature);
    if (g < 0) {
      return feature;
    }

    return features[g] == feature
        ? starts[g] + (int) value - 1
        : starts[g] + lengths[g] + feature - features[g] - 1;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.NominalFeatures;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.RowBlend;
import org.sparksmote.internal.synth.Vote;

/** Gives the new rows of a cell their values of nominal features. */
final class NominalValues {

  private final InputSchema input;
  private final NominalFeatures nominal;
  private final CellRows rows;

  NominalValues(InputSchema input, CellRows rows) {
    this.input = input;
    this.nominal = input.nominal();
    this.rows = rows;
  }

  boolean isEmpty() {
    return nominal.isEmpty();
  }

  /** How many of so many features are numbers. */
  int numeric(int features) {
    return features - nominal.features().length;
  }

  /** Whether a base's neighbours decide. */
  boolean needsVoters() {
    return nominal.isVoted();
  }

  /** Sets nominal features to 0, where they must not count as numbers. */
  void clear(int[] columns, double[] values) {
    for (int feature : nominal.features()) {
      int place = Arrays.binarySearch(columns, feature);
      if (place >= 0) {
        values[place] = 0;
      }
    }
  }

  /** Deviations, but none of nominal features. */
  ColumnValues without(ColumnValues deviations) {
    return deviations.size() == 0 ? deviations : deviations.without(nominal.features());
  }

  /**
   * The new row with the values of nominal features that it is given: those of its base, or those
   * that most of the base's neighbours have.
   *
   * @param neighbors the base's neighbours, nearest first
   * @param random of the new row: it draws among equally frequent values
   */
  Draft given(Draft made, long[] neighbors, KeyedRandom random) {
    long[] donors = donors(made.base(), neighbors, random);
    FeatureRow features = made.features();
    if (!rows.store.isCompressed()) {
      double[] values = new double[features.size];
      features.copyTo(values, 0);
      put(donors, values);
      FeatureRow dense = new FeatureRow();
      dense.setDense(values);
      features = RowBlend.inForm(dense, made.features().sparse);
    }

    return new Draft(made.base(), made.partner(), made.gap(), features, donors);
  }

  /** For each nominal feature the row that gives its value: the nearest that has it. */
  private long[] donors(long base, long[] neighbors, KeyedRandom random) {
    long[] donors = new long[nominal.features().length];
    if (!nominal.isVoted() || neighbors.length == 0) {
      Arrays.fill(donors, base);
      return donors;
    }

    long[] voters = nominal.rule() == NominalRule.VOTE ? neighbors : withBase(base, neighbors);
    double[] values = new double[voters.length];
    for (int i = 0; i < donors.length; i++) {
      int feature = nominal.features()[i];
      Arrays.setAll(values, v -> rows.store.value(rows.pointOf(voters[v]), feature));
      donors[i] = voters[Vote.winner(values, random)];
    }

    return donors;
  }

  private static long[] withBase(long base, long[] neighbors) {
    long[] voters = new long[neighbors.length + 1];
    voters[0] = base;
    System.arraycopy(neighbors, 0, voters, 1, neighbors.length);
    return voters;
  }

  private void put(long[] donors, double[] features) {
    for (int i = 0; i < donors.length; i++) {
      int feature = nominal.features()[i];
      features[feature] = rows.store.value(rows.pointOf(donors[i]), feature);
    }
  }

  /** Puts the donors' texts into the cells of a new row. */
  void putTexts(long[] donors, @Nullable Object[] cells) {
    int at = input.textsInPayload();
    for (int feature : nominal.texts()) {
      long donor = donors[Arrays.binarySearch(nominal.features(), feature)];
      cells[input.features().get(feature)] = rows.payload(donor).get(at++);
    }
  }
}

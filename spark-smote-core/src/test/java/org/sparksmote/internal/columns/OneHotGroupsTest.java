// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.internal.rows.FeatureRow;

/** A vector of 9 slots: number, group of 3, number, number, group of 2, flag. */
class OneHotGroupsTest {

  private static final OneHotGroups GROUPS =
      new OneHotGroups(new int[] {1, 6, 8}, new int[] {3, 2, 1});

  private static FeatureRow row(boolean sparse, double... slots) {
    FeatureRow row = new FeatureRow();
    if (sparse) {
      SparseVector vector = Vectors.dense(slots).toSparse();
      row.setSparse(vector.size(), vector.indices(), vector.values());
    } else {
      row.setDense(slots);
    }

    return row;
  }

  private static double[] dense(FeatureRow row) {
    double[] values = new double[row.size];
    row.copyTo(values, 0);
    return values;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void groups_becomeTheNumberOfTheirOne_andComeBack(boolean sparse) {
    double[] slots = {1.5, 0, 0, 1, -2, 0, 1, 0, 1};
    FeatureRow row = row(sparse, slots);
    GROUPS.collapse(row);
    assertThat(row.sparse).isEqualTo(sparse);
    assertThat(row.broken).isEqualTo(FeatureRow.VALID);
    assertThat(dense(row)).containsExactly(1.5, 3, -2, 0, 1, 1);
    GROUPS.expand(row);
    assertThat(row.sparse).isEqualTo(sparse);
    assertThat(dense(row)).containsExactly(slots);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void groupsWithoutAOne_areTheCategoryNone(boolean sparse) {
    FeatureRow row = row(sparse, new double[9]);
    GROUPS.collapse(row);
    assertThat(dense(row)).containsExactly(new double[6]);
    assertThat(row.broken).isEqualTo(FeatureRow.VALID);
    GROUPS.expand(row);
    assertThat(dense(row)).containsExactly(new double[9]);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void groupThatIsNotOneHot_isNoticed(boolean sparse) {
    FeatureRow two = row(sparse, 0, 1, 0, 1, 0, 0, 0, 0, 0);
    GROUPS.collapse(two);
    assertThat(two.broken).isEqualTo(1);
    FeatureRow half = row(sparse, 0, 0, 0, 1, 0, 0, 0, 0.5, 0);
    GROUPS.collapse(half);
    assertThat(half.broken).isEqualTo(4);
    FeatureRow fine = row(sparse, 2, 0, 0, 1, 3, 4, 0, 1, 0);
    GROUPS.collapse(fine);
    assertThat(fine.broken).isEqualTo(FeatureRow.VALID);
  }

  @Test
  void slotsAndFeatures_areCounted() {
    assertThat(GROUPS.features(9)).isEqualTo(6);
    assertThat(GROUPS.slots(6)).isEqualTo(9);
    int[] features = new int[9];
    java.util.Arrays.setAll(features, GROUPS::featureOf);
    assertThat(features).containsExactly(0, 1, 1, 1, 2, 3, 4, 4, 5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void vectorTooShortForTheGroups_isLeftToTheSizeCheck(boolean sparse) {
    FeatureRow row = row(sparse, 1, 1, 1);
    GROUPS.collapse(row);
    assertThat(row.size).isZero();
  }

  @Test
  void noGroups_changeNothing() {
    FeatureRow row = row(false, 1, 2);
    OneHotGroups.NONE.collapse(row);
    OneHotGroups.NONE.expand(row);
    assertThat(dense(row)).containsExactly(1, 2);
    assertThat(OneHotGroups.NONE.featureOf(7)).isEqualTo(7);
  }
}

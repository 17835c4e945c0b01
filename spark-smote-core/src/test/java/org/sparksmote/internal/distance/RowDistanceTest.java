// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sparksmote.testing.FeatureRows.weights;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.columns.NominalFeatures;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.columns.OneHotGroups;
import org.sparksmote.internal.rows.FeatureRow;

/** Distances over categories, computed by hand. */
class RowDistanceTest {

  private static NominalFeatures nominal(NominalRule rule, int... features) {
    String[] names = Arrays.stream(features).mapToObj(String::valueOf).toArray(String[]::new);
    return new NominalFeatures(rule, features, names, new int[0], OneHotGroups.NONE, -1, true);
  }

  private static FeatureRow row(double... values) {
    FeatureRow row = new FeatureRow();
    row.setDense(values);
    return row;
  }

  @Test
  void medianDeviation_isOfTheScaledNumericFeatures() {
    double[] deviations = {4, 1e9, 2, 10};
    NominalFeatures second = nominal(NominalRule.VOTE, 1);
    assertThat(RowDistance.medianDeviation(deviations, weights(1, 1, 1, 1), second)).isEqualTo(4);
    assertThat(RowDistance.medianDeviation(deviations, weights(0.25, 1, 1, 0.3), second))
        .isEqualTo(2);
    NominalFeatures two = nominal(NominalRule.VOTE, 0, 1);
    assertThat(RowDistance.medianDeviation(deviations, weights(1, 1, 1, 1), two))
        .as("even number: the mean of the two in the middle")
        .isEqualTo(6);
    NominalFeatures all = nominal(NominalRule.BASE, 0, 1, 2, 3);
    assertThat(RowDistance.medianDeviation(deviations, weights(1, 1, 1, 1), all)).isZero();
  }

  /** The example of the SMOTE paper, section 6.1: (1 2 3 A B C), (4 6 5 A D E), (3 5 6 A B K). */
  @Test
  void mixedDistance_isThatOfThePaper() {
    FeatureRow f1 = row(1, 2, 3, 'A', 'B', 'C');
    FeatureRow f2 = row(4, 6, 5, 'A', 'D', 'E');
    FeatureRow f3 = row(3, 5, 6, 'A', 'B', 'K');
    double median = 1.5;
    RowDistance distance =
        RowDistance.mixed(weights(1, 1, 1, 1, 1, 1), nominal(NominalRule.VOTE, 3, 4, 5), median);
    assertThat(distance.between(f1, f2))
        .isCloseTo(Math.sqrt(9 + 16 + 4 + 2 * 1.5 * 1.5), within(1e-12));
    assertThat(distance.between(f1, f3)).isCloseTo(Math.sqrt(4 + 9 + 9 + 1.5 * 1.5), within(1e-12));
    assertThat(distance.between(f1, f1)).isZero();
  }

  @Test
  void sparseRows_haveTheDistanceOfDenseOnes() {
    RowDistance distance = RowDistance.mixed(weights(1, 1, 2), nominal(NominalRule.VOTE, 0, 1), 3);
    FeatureRow sparse = new FeatureRow();
    sparse.setSparse(3, new int[] {1}, new double[] {5});
    assertThat(distance.between(sparse, row(0, 5, 2))).isEqualTo(4);
    assertThat(distance.between(sparse, row(1, 0, 0))).isEqualTo(Math.sqrt(18));
  }

  /**
   * Two classes; red in 3 of 4 rows of class 0, blue in 1 of 2, green in 0 of 1; and a second
   * feature whose values say nothing.
   */
  private static ValueTables tables() {
    TreeMap<Double, long[]> colour = new TreeMap<>();
    colour.put(1.0, new long[] {3, 1});
    colour.put(2.0, new long[] {1, 1});
    colour.put(3.0, new long[] {0, 1});
    TreeMap<Double, long[]> noise = new TreeMap<>();
    noise.put(0.0, new long[] {2, 2});
    noise.put(7.0, new long[] {2, 2});
    return ValueTables.of(2, List.of(colour, noise));
  }

  @Test
  void valueDifference_comparesTheClassesOfTheRows() {
    ValueTables tables = tables();
    assertThat(tables.share(0, 1, 0)).isEqualTo(0.75);
    assertThat(tables.difference(0, 1, 2)).isEqualTo(0.5); // |3/4 - 1/2| + |1/4 - 1/2|
    assertThat(tables.difference(0, 1, 3)).isEqualTo(1.5);
    assertThat(tables.difference(0, 2, 2)).isZero();
    assertThat(tables.difference(1, -0.0, 7)).isZero();
    assertThat(tables.difference(0, 1, 99)).as("a value nobody counted").isEqualTo(1);
    RowDistance distance = RowDistance.ofValues(weights(1, 1), tables);
    assertThat(distance.between(row(1, 0), row(2, 7))).isEqualTo(0.5);
    assertThat(distance.between(row(1, 0), row(3, 7))).isEqualTo(1.5);
  }

  @Test
  void tablesOfTheSearch_areTheSame() {
    assertThat(tables().tables().get(0).codes()).containsExactly(1, 2, 3);
    assertThat(tables().tables().get(0).probabilities()[2]).containsExactly(0, 1);
  }

  private static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }

    return sum;
  }

  @Test
  void imageOfNumbersAndCategories_keepsDistancesOnAverage() {
    RowDistance distance = RowDistance.mixed(weights(1, 1, 2), nominal(NominalRule.VOTE, 0, 1), 3);
    ImageReader images = new ImageReader(distance);
    double sum = 0;
    int pairs = 4000;
    for (int i = 0; i < pairs; i++) {
      FeatureRow a = row(i, 0, 5);
      FeatureRow b = row(i + 1, -i, 6);
      double truth = distance.between(a, b);
      sum += squared(images.read(a).clone(), images.read(b)) / (truth * truth);
    }

    assertThat(sum / pairs).isCloseTo(1, within(0.02));
    assertThat(images.read(row(4, 2, 1)).clone()).isEqualTo(images.read(row(4, 2, 1)));
    assertThat(images.read(row(0.0, 2, 1)).clone()).isEqualTo(images.read(row(-0.0, 2, 1)));
  }

  @Test
  void imageOfTwoClasses_keepsValueDifferencesExactly() {
    RowDistance distance = RowDistance.ofValues(weights(1, 1), tables());
    ImageReader images = new ImageReader(distance);
    for (double value : new double[] {1, 2, 3}) {
      FeatureRow a = row(1, 0);
      FeatureRow b = row(value, 7);
      assertThat(Math.sqrt(squared(images.read(a).clone(), images.read(b))))
          .isEqualTo(distance.between(a, b));
    }
  }
}

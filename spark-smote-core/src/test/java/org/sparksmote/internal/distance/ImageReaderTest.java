// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sparksmote.testing.FeatureRows.dense;
import static org.sparksmote.testing.FeatureRows.sparse;
import static org.sparksmote.testing.FeatureRows.weights;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.columns.NominalFeatures;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.columns.OneHotGroups;
import org.sparksmote.internal.knn.Sketch;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureWeights;

class ImageReaderTest {

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }

    return sum;
  }

  @Test
  void numbers_areScaledByTheirWeights_inAnyForm() {
    ImageReader images = new ImageReader(RowDistance.ofNumbers(weights(2, 0.5, 1)));
    assertThat(images.read(dense(3, 8, -1))).containsExactly(6, 4, -1);
    assertThat(images.read(sparse(3, new int[] {1}, 8))).containsExactly(0, 4, 0);
  }

  /** They are one row by its key; which of them a sample keeps must not matter. */
  @Test
  void rowsThatDifferInTheSignOfAZero_haveOneImage() {
    ImageReader images = new ImageReader(RowDistance.ofNumbers(weights(2, 0.5)));
    assertThat(images.read(dense(-0.0, -0.0)).clone()).isEqualTo(images.read(dense(0, 0)));
    assertThat(mixed(3).read(dense(-0.0, 1))).isEqualTo(mixed(3).read(dense(0, 1)));
  }

  @Test
  void wideRow_isSketched_toASumOfItsScaledValues() {
    int wide = 2000;
    FeatureWeights halves = new FeatureWeights(ColumnValues.same(wide, 0.5));
    ImageReader images = new ImageReader(RowDistance.ofNumbers(halves));
    double[] one = images.read(sparse(wide, new int[] {17}, 2)).clone();
    double[] other = images.read(sparse(wide, new int[] {1500}, 6)).clone();
    double[] both = images.read(sparse(wide, new int[] {17, 1500}, 2, 6));
    assertThat(both).hasSize(Sketch.DIMS);
    for (int i = 0; i < both.length; i++) {
      assertThat(both[i]).isEqualTo(one[i] + other[i]);
    }

    assertThat(DoubleStream.of(one).map(Math::abs).sum())
        .as("the value, halved, in four cells, where none meet")
        .isIn(0.0, 2.0, 4.0);
  }

  @Test
  void category_becomesSignsOfOneSize() {
    double mismatch = 3;
    ImageReader images = mixed(mismatch);
    double[] image = images.read(dense(5, 7));
    assertThat(image).hasSize(1 + NominalFeatures.SIGNS);
    assertThat(image[0]).as("the number, scaled").isEqualTo(10);
    double step = mismatch / 4; // of 16 = 2 * SIGNS the root
    for (int i = 1; i < image.length; i++) {
      assertThat(Math.abs(image[i])).isEqualTo(step);
    }
  }

  /** Over many pairs the mean square is the mismatch's; a pair differs in 4 of 8 signs or so. */
  @Test
  void unlikeCategories_areAsFarApartAsTheyShould_onAverage() {
    ImageReader images = mixed(3);
    double sum = 0;
    for (int category = 0; category < 1000; category++) {
      double[] one = images.read(dense(0, category)).clone();
      sum += squaredDistance(one, images.read(dense(0, category + 5000)));
    }

    assertThat(sum / 1000).isEqualTo(9, within(0.5));
  }

  private static ImageReader mixed(double mismatch) {
    NominalFeatures second =
        new NominalFeatures(
            NominalRule.VOTE,
            new int[] {1},
            new String[] {"b"},
            new int[0],
            OneHotGroups.NONE,
            2,
            true);
    return new ImageReader(RowDistance.mixed(weights(2, 1), second, mismatch));
  }

  @Test
  void valueOfTwoClasses_becomesTwiceTheShareOfTheFirst() {
    assertThat(ofValues(new long[] {3, 1}, new long[] {0, 5}).read(dense(1))).containsExactly(1.5);
    assertThat(ofValues(new long[] {3, 1}, new long[] {0, 5}).read(dense(9)))
        .as("a value that was not counted")
        .containsExactly(0);
  }

  @Test
  void valueOfMoreClasses_becomesItsShares() {
    assertThat(ofValues(new long[] {2, 1, 1}, new long[] {0, 0, 4}).read(dense(1)))
        .containsExactly(0.5, 0.25, 0.25);
  }

  private static ImageReader ofValues(long[] rowsOfOne, long[] rowsOfTwo) {
    TreeMap<Double, long[]> counts = new TreeMap<>();
    counts.put(1.0, rowsOfOne);
    counts.put(2.0, rowsOfTwo);
    ValueTables tables = ValueTables.of(rowsOfOne.length, List.of(counts));
    return new ImageReader(RowDistance.ofValues(weights(1), tables));
  }
}

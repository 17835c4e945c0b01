// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.internal.keyed.Mix;
import org.sparksmote.internal.knn.CategoryPoints.Table;

class CategoryPointsTest {
  private static final Table COLORS =
      new Table(new double[] {-1, 0, 5}, new double[][] {{0.25, 0.75}, {0.5, 0.5}, {1, 0}});
  private static final Table SIZES =
      new Table(new double[] {1, 2}, new double[][] {{0.125, 0.875}, {0.625, 0.375}});

  @Test
  void squaredDistance_handComputed_isTheSquaredValueDifference() {
    Points points = CategoryPoints.of(new double[] {-1, 1, 0, 1, 5, 2}, 3, List.of(COLORS, SIZES));
    assertThat(points.squaredDistance(0, 1)).isEqualTo(0.5 * 0.5);
    assertThat(points.squaredDistance(0, 2)).isEqualTo(1.5 * 1.5 + 1);
    assertThat(points.squaredDistance(1, 2)).isEqualTo(1 + 1);
  }

  @Test
  void read_twoClasses_isAnExactImage() {
    Points points = CategoryPoints.of(new double[] {-1, 1, -0.0, 2}, 2, List.of(COLORS, SIZES));
    assertThat(points.exactImage()).isTrue();
    assertThat(points.dims()).isEqualTo(2);
    double[] row = new double[2];
    points.read(1, row);
    assertThat(row).containsExactly(1, 1.25);
  }

  @Test
  void squaredDistance_unknownCode_hasProbabilitiesOfZero() {
    Points points = CategoryPoints.of(new double[] {-1, 3, 4}, 3, List.of(COLORS));
    assertThat(points.exactImage()).isFalse();
    assertThat(points.squaredDistance(0, 1)).isEqualTo(1);
    assertThat(points.squaredDistance(1, 2)).isZero();
    double[] row = new double[2];
    points.read(0, row);
    assertThat(row).containsExactly(0.25, 0.75);
  }

  @Test
  void squaredDistance_threeClasses_addsThemBeforeSquaring() {
    Table table = new Table(new double[] {0, 1}, new double[][] {{0.5, 0.5, 0}, {0.25, 0.25, 0.5}});
    Points points = CategoryPoints.of(new double[] {0, 1}, 2, List.of(table));
    assertThat(points.squaredDistance(0, 1)).isEqualTo(1);
    assertThat(points.exactImage()).isFalse();
    assertThat(points.dims()).isEqualTo(3);
  }

  @Test
  void read_veryManyProbabilities_isASketchOfThem() {
    Points points = random(50, 40, 30, 60);
    assertThat(points.dims()).isEqualTo(Sketch.DIMS);
    assertThat(points.exactImage()).isFalse();
    assertSearchIsExact(points);
  }

  @ParameterizedTest
  @CsvSource({"2,10,5", "2,3,4", "3,6,5", "2,10,200"})
  void search_categories_equalsBruteForce(int classes, int columns, int categories) {
    Points points = random(400, columns, classes, categories);
    assertThat(points.exactImage()).isEqualTo(classes == 2);
    assertSearchIsExact(points);
  }

  @Test
  void of_probabilitiesThatAreNone_isRefused() {
    assertThatThrownBy(() -> new Table(new double[] {1}, new double[][] {{0.5, 0.4}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read categories: code 1.0 must be above those before it, with 2 probabilities"
                + " that add up to 1, but has [0.5, 0.4]");
    double[][] same = {{1}, {1}};
    assertThatThrownBy(() -> new Table(new double[] {2, 2}, same))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot read categories: code 2.0 must be above");
    assertThatThrownBy(() -> new Table(new double[] {2}, same))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read categories: 1 codes and 2 rows of probabilities");
  }

  @Test
  void of_tooFewCodesOrUnlikeTables_isRefused() {
    assertThatThrownBy(() -> CategoryPoints.of(new double[3], 2, List.of(COLORS, SIZES)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read points: 3 codes for 2 x 2");
    Table one = new Table(new double[] {1}, new double[][] {{1}});
    assertThatThrownBy(() -> CategoryPoints.of(new double[4], 2, List.of(COLORS, one)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read points: the tables of categories are for 2 and for 1 classes");
  }

  private static void assertSearchIsExact(Points points) {
    int size = points.size();
    boolean[] all = Workloads.firstAreQueries(size, size);
    Neighbors found = NeighborSearch.search(points, all, new SearchSettings(5, 8, 320, 20_000, 1));
    for (int i = 0; i < size; i++) {
      int[] expected = BruteForce.nearest(points, i, 5);
      BruteForce.assertNearest(points, i, 5, BruteForce.found(found, i));
      double last = Math.sqrt(points.squaredDistance(i, expected[4]));
      assertThat(found.distance(i, 4)).isCloseTo(last, within(0.0));
    }
  }

  private static Points random(int rows, int columns, int classes, int categories) {
    Table[] tables = new Table[columns];
    for (int j = 0; j < columns; j++) {
      double[][] probabilities = new double[categories][classes];
      double[] codes = new double[categories];
      for (int i = 0; i < categories; i++) {
        codes[i] = 3 * i;
        double sum = 0;
        for (int c = 0; c < classes; c++) {
          probabilities[i][c] = Workloads.uniform(Mix.child(j, i * 100L + c));
          sum += probabilities[i][c];
        }

        for (int c = 0; c < classes; c++) {
          probabilities[i][c] /= sum;
        }
      }

      tables[j] = new Table(codes, probabilities);
    }

    double[] values = new double[rows * columns];
    for (int at = 0; at < values.length; at++) {
      values[at] = 3 * Mix.below(1, at, categories);
    }

    return CategoryPoints.of(values, rows, List.of(tables));
  }
}

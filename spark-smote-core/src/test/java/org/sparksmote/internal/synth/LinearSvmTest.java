// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.internal.synth.LinearSvm.Example;
import org.sparksmote.internal.synth.LinearSvm.Plane;

class LinearSvmTest {

  private static final int[] DENSE = {};

  private static Example row(boolean own, double... values) {
    return new Example(own, DENSE, values, 1);
  }

  /** Two clouds in three columns, the first of which tells them apart. */
  private static List<Example> clouds(double distance, long seed, int own, int others) {
    Random random = new Random(seed);
    return IntStream.range(0, own + others)
        .mapToObj(
            i ->
                row(
                    i < own,
                    random.nextGaussian() + (i < own ? distance : 0),
                    random.nextGaussian(),
                    random.nextGaussian()))
        .toList();
  }

  @Test
  void twoRows_haveThePlaneHalfway() {
    // Scaled, the rows are at 1 and -1; a plane of length 1 has both on its margins.
    Plane plane = LinearSvm.fit(List.of(row(true, 6), row(false, 2)), 1, 1e-6);
    assertThat(plane.coefficients()[0]).isCloseTo(0.5, within(1e-3));
    assertThat(plane.intercept()).isCloseTo(-2, within(4e-3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2, 4, 8, 12, 20, 50, 100})
  void thereAreSupportVectors_howeverFarTheClassesAreApart(double distance) {
    for (long seed = 1; seed <= 3; seed++) {
      List<Example> rows = clouds(distance, seed, 400, 600);
      Plane plane = LinearSvm.fit(rows, 3, 0.01);
      long within = rows.stream().filter(Example::own).filter(row -> plane.value(row) <= 1).count();
      assertThat(within).as("seed " + seed).isBetween(3L, distance >= 8 ? 40L : 400L);
    }
  }

  @Test
  void objective_isAtItsLeast() {
    List<Example> rows = clouds(1.5, 4, 150, 250);
    Plane plane = LinearSvm.fit(rows, 3, 0.01);
    double least = objective(rows, plane.coefficients(), plane.intercept());
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      double size = StrictMath.pow(10, -1 - 2 * random.nextDouble());
      double[] other =
          Arrays.stream(plane.coefficients()).map(x -> x + size * random.nextGaussian()).toArray();
      double intercept = plane.intercept() + size * random.nextGaussian();
      assertThat(objective(rows, other, intercept)).isGreaterThan(least - 2e-4);
    }
  }

  /** Spark's objective; the columns of the clouds have deviations near 1. */
  private static double objective(List<Example> rows, double[] coefficients, double intercept) {
    double loss = 0;
    for (Example row : rows) {
      double value = new Plane(coefficients, intercept).value(row);
      loss += Math.max(0, 1 - (row.own() ? value : -value)) / rows.size();
    }

    double length = 0;
    for (int j = 0; j < coefficients.length; j++) {
      double deviation = deviation(rows, j);
      length += coefficients[j] * coefficients[j] * deviation * deviation;
    }

    return loss + 0.005 * length;
  }

  private static double deviation(List<Example> rows, int column) {
    double mean = rows.stream().mapToDouble(row -> row.values()[column]).average().orElseThrow();
    return Math.sqrt(
        rows.stream()
            .mapToDouble(row -> (row.values()[column] - mean) * (row.values()[column] - mean))
            .average()
            .orElseThrow());
  }

  @Test
  void aRowOfWeightThree_countsAsThreeRows() {
    List<Example> once = clouds(1, 6, 30, 50);
    List<Example> weighed = new ArrayList<>();
    List<Example> repeated = new ArrayList<>();
    for (int i = 0; i < once.size(); i++) {
      Example row = once.get(i);
      // The deviations are those of the examples, so each side is repeated as a whole.
      weighed.add(new Example(row.own(), row.indices(), row.values(), 3));
      repeated.addAll(List.of(row, row, row));
    }

    Plane a = LinearSvm.fit(weighed, 3, 0.01);
    Plane b = LinearSvm.fit(repeated, 3, 0.01);
    assertThat(a.coefficients()).containsExactly(b.coefficients(), within(0.02));
    assertThat(a.intercept()).isCloseTo(b.intercept(), within(0.02));
  }

  @Test
  void aConstantColumn_hasNoCoefficient() {
    Plane plane =
        LinearSvm.fit(List.of(row(true, 6, 7), row(false, 2, 7), row(true, 5, 7)), 2, 0.01);
    assertThat(plane.coefficients()[1]).isZero();
  }

  @Test
  void sparseRows_areSeparatedByTheirColumns() {
    List<Example> rows =
        IntStream.range(0, 60)
            .mapToObj(
                i -> new Example(i % 3 == 0, new int[] {i % 3, 5 + i % 7}, new double[] {1, 2}, 1))
            .toList();
    Plane plane = LinearSvm.fit(rows, 12, 0.001);
    assertThat(rows).allMatch(row -> row.own() == plane.value(row) > 0);
  }

  @Test
  void theSameRows_giveTheSameBits() {
    List<Example> rows = clouds(1, 7, 200, 300);
    assertThat(LinearSvm.fit(rows, 3, 0.01).coefficients())
        .isEqualTo(LinearSvm.fit(rows, 3, 0.01).coefficients());
  }
}

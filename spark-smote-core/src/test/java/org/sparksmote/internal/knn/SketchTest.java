// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SketchTest {

  private static double[] of(int column, double value) {
    double[] out = new double[Sketch.DIMS];
    Sketch.add(column, value, out);
    return out;
  }

  private static double squaredLength(double[] sketch) {
    return DoubleStream.of(sketch).map(x -> x * x).sum();
  }

  @Test
  void column_hasTheSameFewCells_whateverItsValue() {
    double[] two = of(17, 2);
    double[] six = of(17, 6);
    for (int i = 0; i < Sketch.DIMS; i++) {
      assertThat(six[i]).isEqualTo(3 * two[i]);
    }

    assertThat(DoubleStream.of(two).filter(x -> x != 0).count()).isBetween(1L, 4L);
  }

  @Test
  void columns_addUp() {
    double[] both = of(17, 2);
    Sketch.add(90_000, -3, both);
    double[] one = of(17, 2);
    double[] other = of(90_000, -3);
    for (int i = 0; i < Sketch.DIMS; i++) {
      assertThat(both[i]).isEqualTo(one[i] + other[i]);
    }
  }

  @Test
  void valueAddedAndTakenAway_leavesNothing() {
    double[] out = of(5, 7);
    Sketch.add(5, -7, out);
    assertThat(out).containsOnly(0);
  }

  /** A value is in four cells, so that squares grow fourfold, all alike. */
  @Test
  void squaredLengths_areKeptUpToOneFactor_onAverage() {
    double sum = 0;
    for (int i = 0; i < 500; i++) {
      double[] row = of(3 * i, 3);
      Sketch.add(3 * i + 1, 4, row);
      sum += squaredLength(row);
    }

    assertThat(sum / 500).as("four times 3² + 4²").isEqualTo(100, within(5.0));
  }
}

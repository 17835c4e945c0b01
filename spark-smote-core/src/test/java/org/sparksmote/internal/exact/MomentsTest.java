// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withPrecision;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private static Moments of(double[]... rows) {
    Moments moments = new Moments();
    for (double[] row : rows) {
      moments.addDense(row);
    }

    return moments;
  }

  @Test
  void meansAndDeviations_areTheHandComputedOnes() {
    Moments moments = of(new double[] {2, 1, 0}, new double[] {4, 1, 0}, new double[] {9, 1, 0});
    assertThat(moments.columns()).containsExactly(0, 1);
    assertThat(moments.means()).containsExactly(5, 1);
    // Population: (9 + 1 + 16) / 3.
    assertThat(moments.deviations())
        .containsExactly(new double[] {Math.sqrt(26 / 3.0), 0}, withPrecision(1e-15));
  }

  @Test
  void sparseRows_countTheirZeros() {
    Moments sparse = new Moments();
    sparse.addSparse(new int[] {0, 2}, new double[] {5, -2});
    sparse.addSparse(new int[] {2}, new double[] {-0.0});
    sparse.addSparse(new int[] {}, new double[] {});
    Moments dense = of(new double[] {5, 0, -2}, new double[] {0, 0, 0}, new double[] {0, 0, 0});
    assertThat(sparse.columns()).isEqualTo(dense.columns()).containsExactly(0, 2);
    assertThat(sparse.means()).isEqualTo(dense.means());
    assertThat(sparse.deviations()).isEqualTo(dense.deviations());
    assertThat(sparse.means()[0]).isEqualTo(5.0 / 3);
  }

  /** The last column of the widest vector there is, and columns met in no order. */
  @Test
  void columns_ascend_howeverWideTheRowsAre() {
    int last = Integer.MAX_VALUE - 1;
    Moments moments = new Moments();
    moments.addSparse(new int[] {77, last}, new double[] {3, -4});
    moments.addSparse(new int[] {5, last}, new double[] {2, -8});
    assertThat(moments.columns()).containsExactly(5, 77, last);
    assertThat(moments.size()).isEqualTo(3);
    assertThat(moments.means()).containsExactly(1, 1.5, -6);
    assertThat(moments.deviations()).containsExactly(1, 1.5, 2);
    assertThat(Moments.of(moments.toBytes()).means()).containsExactly(1, 1.5, -6);
  }

  @Test
  void rowsThatAreAlike_countAsOften() {
    Moments times = new Moments();
    times.addDense(new double[] {3, 0.1}, 3);
    times.addSparse(new int[] {1}, new double[] {-2}, 2);
    double[] a = {3, 0.1};
    double[] b = {0, -2};
    Moments each = of(a, a, a, b, b);
    assertThat(times.means()).isEqualTo(each.means());
    assertThat(times.deviations()).isEqualTo(each.deviations());
  }

  @Test
  void timestamps_keepTheirSpread() {
    Moments moments = new Moments();
    for (int i = 0; i < 1000; i++) {
      moments.addDense(new double[] {1.7e9 + i % 2 * 2 - 1});
    }

    assertThat(moments.means()).containsExactly(1.7e9);
    assertThat(moments.deviations()).containsExactly(1);
  }

  @Test
  void constantColumns_haveTheirValueAndNoDeviation() {
    double[] row = {0.1, -1e300, 1.0 / 3, Double.MIN_VALUE, Double.MAX_VALUE};
    Moments moments = of(row, row, row, row, row, row, row);
    assertThat(moments.means()).isEqualTo(row);
    assertThat(moments.deviations()).containsOnly(0);
  }

  @Test
  void extremeColumns_neitherOverflowNorVanish() {
    double max = Double.MAX_VALUE;
    double min = Double.MIN_VALUE;
    Moments moments = of(new double[] {max, min, 1e200}, new double[] {-max, -min, -1e200});
    assertThat(moments.means()).containsOnly(0);
    assertThat(moments.deviations()).containsExactly(max, min, 1e200);
  }

  @Test
  void noRows_haveNoMeans() {
    assertThatThrownBy(() -> new Moments().means()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Moments().deviations())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no rows");
  }

  @Test
  void anyColumns_agreeWithBigDecimal() {
    Random random = new Random(12);
    MathContext digits = new MathContext(60);
    for (int i = 0; i < 500; i++) {
      double shift = Math.pow(10, random.nextInt(15)) * random.nextInt(2);
      double scale = Math.pow(10, random.nextInt(20) - 10);
      BigDecimal n = BigDecimal.valueOf(1 + random.nextInt(50));
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal squares = BigDecimal.ZERO;
      Moments moments = new Moments();
      for (int j = 0; j < n.intValue(); j++) {
        double value = shift + scale * random.nextGaussian();
        moments.addDense(new double[] {value});
        sum = sum.add(new BigDecimal(value));
        squares = squares.add(new BigDecimal(value).pow(2));
      }

      BigDecimal variance = squares.multiply(n).subtract(sum.pow(2)).divide(n.pow(2), digits);
      double deviation = variance.sqrt(digits).doubleValue();
      assertThat(moments.means()[0]).isEqualTo(sum.divide(n, digits).doubleValue());
      assertThat(moments.deviations()[0])
          .isCloseTo(deviation, offset(2 * Math.ulp(deviation)))
          .isNotNegative();
    }
  }

  @Test
  void ordersAndPartitions_giveTheSameBits() {
    Random random = new Random(13);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double big = random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
      rows.add(new double[] {random.nextGaussian(), big, random.nextInt(3) / 10.0, 0});
    }

    Moments whole = of(rows.toArray(new double[0][]));
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(rows, random);
      Moments[] parts = new Moments[5];
      Arrays.setAll(parts, p -> new Moments());
      rows.forEach(row -> parts[random.nextInt(5)].addDense(row));
      Collections.shuffle(Arrays.asList(parts), random);
      parts[0].merge(parts[1]);
      parts[2].merge(parts[3]);
      parts[4].merge(parts[0]);
      parts[2].merge(parts[4]);
      assertThat(parts[2].means()).isEqualTo(whole.means());
      assertThat(parts[2].deviations()).isEqualTo(whole.deviations());
    }
  }

  @Test
  void bytes_holdAllThatWasAdded_andTheSameForAnyOrder() {
    double[][] rows = {{1, 0}, {4, 0}, {-1e300, 0}, {4.9e-324, 0}};
    Moments moments = of(rows[0], rows[1]);
    Moments copy = Moments.of(moments.toBytes());
    copy.merge(moments);
    assertThat(copy.means()).containsExactly(2.5);
    assertThat(copy.deviations()).containsExactly(1.5);
    Moments there = of(rows);
    Moments back = of(rows[3], rows[2], rows[1], rows[0]);
    assertThat(Moments.of(back.toBytes()).means()).isEqualTo(there.means());
    assertThat(back.toBytes()).isEqualTo(there.toBytes());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.internal.keyed.Mix;

class ColumnsTest {

  private static final int[] AWKWARD_COUNTS = {
    1, 2, 13, 15, 16, 17, 31, 32, 33, 64, 207, 512, 1000
  };
  private static final int[] DIMS = {4, 8, 12, 32, 128, 784};

  /** Both kernels, whichever of them this JVM would choose. */
  static Stream<Arguments> kernelsAndShapes() {
    return Stream.<KernelChoice.Kernel>of(PortableColumns::new, vector())
        .flatMap(
            kernel ->
                Arrays.stream(DIMS)
                    .boxed()
                    .flatMap(
                        dims ->
                            Arrays.stream(AWKWARD_COUNTS)
                                .mapToObj(count -> Arguments.of(kernel, dims, count))));
  }

  private static KernelChoice.Kernel vector() {
    assertThat(KernelChoice.BEST.getClass().getSimpleName()).isEqualTo("VectorKernel");
    return KernelChoice.BEST;
  }

  /** The fused sum in ascending order is the contract that every kernel meets bit for bit. */
  @ParameterizedTest
  @MethodSource("kernelsAndShapes")
  void measure_awkwardShapes_equalsTheSequentialFusedSum(
      KernelChoice.Kernel kernel, int dims, int count) {
    float[] points = gaussians(count * dims, 1);
    float[] rows = gaussians(4 * dims, 2);
    Columns columns = filled(kernel, points, dims, count);
    RowBlock block = new RowBlock(count);
    block.rows(0, 4, dims);
    int from = count / 2 / columns.width() * columns.width();
    columns.measure(from, count, rows, block);
    for (int i = from; i < count; i++) {
      float smallest = Float.POSITIVE_INFINITY;
      for (int r = 0; r < 4; r++) {
        float expected = fusedSum(rows, r * dims, points, i * dims, dims);
        assertThat(block.distances(r)[i]).isEqualTo(expected);
        smallest = Math.min(smallest, expected);
      }

      assertThat(block.smallest()[i]).isEqualTo(smallest);
    }
  }

  @ParameterizedTest
  @MethodSource("kernelsAndShapes")
  void near_listsJustTheSlotsBelowTheirLimitOrTheWidest(
      KernelChoice.Kernel kernel, int dims, int count) {
    float[] points = gaussians(count * dims, 1);
    float[] rows = gaussians(4 * dims, 2);
    Columns columns = filled(kernel, points, dims, count);
    float[] limits = new float[count + 3];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = i % 3 == 0 ? -1 : 2 * dims;
    }

    RowBlock block = new RowBlock(count);
    block.rows(0, 4, dims);
    float widest = 1.5f * dims;
    columns.near(0, count, rows, limits, 3, widest, block);
    int[] expected =
        Ids.where(count, i -> block.smallest()[i] < widest || block.smallest()[i] < limits[3 + i]);
    assertThat(Arrays.copyOf(block.hits, block.hitCount)).isEqualTo(expected);
  }

  @Test
  void measure_ofFewerThanFourRows_repeatsTheLast() {
    float[] points = {1, 2, 3, 4};
    Columns columns = filled(PortableColumns::new, points, 4, 1);
    RowBlock block = new RowBlock(1);
    block.rows(0, 1, 4);
    columns.measure(0, 1, new float[] {0, 0, 0, 0}, block);
    assertThat(block.distances(0)[0]).isEqualTo(30f);
    assertThat(block.distances(3)[0]).isEqualTo(30f);
  }

  private static Columns filled(KernelChoice.Kernel kernel, float[] points, int dims, int count) {
    Columns columns = kernel.columns(count, dims);
    for (int i = 0; i < count; i++) {
      columns.put(i, points, i * dims);
    }

    return columns;
  }

  private static float fusedSum(float[] a, int atA, float[] b, int atB, int dims) {
    float sum = 0;
    for (int j = 0; j < dims; j++) {
      float t = a[atA + j] - b[atB + j];
      sum = Math.fma(t, t, sum);
    }

    return sum;
  }

  private static float[] gaussians(int count, long seed) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) Workloads.gaussian(Mix.child(seed, i));
    }

    return values;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.RowBlend;
import org.sparksmote.testing.ShortRun;

/** Makes a row of 30 features between a base row and a partner drawn at random, per row. */
public class InterpolationBenchmark extends ShortRun {
  private static final int ROWS = 1024;
  private static final int DIMS = 30;

  private final FeatureRow[] rows = new FeatureRow[ROWS];
  private final long[] keys = new long[ROWS];
  private final SplittableRandom unkeyed = new SplittableRandom(1);

  public InterpolationBenchmark() {
    SplittableRandom random = new SplittableRandom(2);
    Arrays.setAll(rows, i -> dense(random.doubles(DIMS).toArray()));
    Arrays.setAll(keys, i -> rows[i].key());
  }

  private static FeatureRow dense(double[] values) {
    FeatureRow row = new FeatureRow();
    row.setDense(values);
    return row;
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void between(Blackhole made) {
    for (int i = 0; i < ROWS; i++) {
      KeyedRandom random = KeyedRandom.of(1, keys[i], 0, 0);
      FeatureRow partner = rows[random.nextInt(ROWS)];
      made.consume(RowBlend.between(rows[i], partner, random.nextDouble(), false));
    }
  }

  /** One stream for all rows, and the formula of the paper. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void baselinePlainLoop(Blackhole made) {
    for (int i = 0; i < ROWS; i++) {
      double[] base = rows[i].values;
      double[] partner = rows[unkeyed.nextInt(ROWS)].values;
      double gap = unkeyed.nextDouble();
      double[] values = new double[DIMS];
      for (int j = 0; j < DIMS; j++) {
        values[j] = base[j] + gap * (partner[j] - base[j]);
      }

      made.consume(values);
    }
  }
}

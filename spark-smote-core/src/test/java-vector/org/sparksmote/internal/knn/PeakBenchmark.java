// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.sparksmote.ShortRun;

/**
 * What one core can do at most: per pair and dimension a subtraction and a fused multiply-add, all
 * in registers. Eight chains that do not wait for each other keep its units busy.
 */
public class PeakBenchmark extends ShortRun {
  private static final int PAIR_DIMS = 1 << 20;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int CHAINS = 8;
  private static final int STEPS = PAIR_DIMS / (CHAINS * LANES);

  private final float[] starts = new float[CHAINS * LANES];
  private final float[] sums = new float[CHAINS * LANES];

  public PeakBenchmark() {
    for (int i = 0; i < starts.length; i++) {
      starts[i] = (i + 1f) / starts.length;
    }
  }

  @Benchmark
  @OperationsPerInvocation(PAIR_DIMS)
  public float[] registersOnly() {
    run(starts, sums);
    return sums;
  }

  /** Each difference is taken from the one before, so that none can be moved out of the loop. */
  private static void run(float[] starts, float[] sums) {
    FloatVector one = FloatVector.broadcast(FLOATS, 1f);
    FloatVector t0 = FloatVector.fromArray(FLOATS, starts, 0);
    FloatVector t1 = FloatVector.fromArray(FLOATS, starts, 1 * LANES);
    FloatVector t2 = FloatVector.fromArray(FLOATS, starts, 2 * LANES);
    FloatVector t3 = FloatVector.fromArray(FLOATS, starts, 3 * LANES);
    FloatVector t4 = FloatVector.fromArray(FLOATS, starts, 4 * LANES);
    FloatVector t5 = FloatVector.fromArray(FLOATS, starts, 5 * LANES);
    FloatVector t6 = FloatVector.fromArray(FLOATS, starts, 6 * LANES);
    FloatVector t7 = FloatVector.fromArray(FLOATS, starts, 7 * LANES);
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    for (int step = 0; step < STEPS; step++) {
      s0 = (t0 = one.sub(t0)).fma(t0, s0);
      s1 = (t1 = one.sub(t1)).fma(t1, s1);
      s2 = (t2 = one.sub(t2)).fma(t2, s2);
      s3 = (t3 = one.sub(t3)).fma(t3, s3);
      s4 = (t4 = one.sub(t4)).fma(t4, s4);
      s5 = (t5 = one.sub(t5)).fma(t5, s5);
      s6 = (t6 = one.sub(t6)).fma(t6, s6);
      s7 = (t7 = one.sub(t7)).fma(t7, s7);
    }

    s0.intoArray(sums, 0);
    s1.intoArray(sums, 1 * LANES);
    s2.intoArray(sums, 2 * LANES);
    s3.intoArray(sums, 3 * LANES);
    s4.intoArray(sums, 4 * LANES);
    s5.intoArray(sums, 5 * LANES);
    s6.intoArray(sums, 6 * LANES);
    s7.intoArray(sums, 7 * LANES);
  }
}

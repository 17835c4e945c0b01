// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import java.util.function.Function;
import org.sparksmote.internal.exact.ExactSum;

/**
 * Logistic recalibration (Cox 1958): the intercept and the slope with which the log odds of the
 * predictions would fit best. Newton's method, with half steps where a whole one makes it worse.
 *
 * @param intercept 0 is right
 * @param slope 1 is right; below 1, predictions are too extreme. Both are NaN if nothing fits best:
 *     if all predictions are equal, or if they separate the classes
 */
public record Recalibration(double intercept, double slope) {

  /** Probabilities nearer to 0 and 1 count as this far from them: their log odds are infinite. */
  public static final double CLIP = 1e-6;

  private static final int MOST_STEPS = 60;

  private static final int MOST_HALVES = 40;

  /** A slope beyond this grows without end. */
  private static final double BEYOND = 1e6;

  private static final double PRECISION = 1e-13;

  /** No answer. */
  private static final Recalibration NONE = new Recalibration(Double.NaN, Double.NaN);

  /** The sums that a step needs, of a part of the scores: as it travels, and as it adds up. */
  public static final class Sums {

    private static final int SUMS = 6;

    private final ExactSum[] sums = new ExactSum[SUMS];

    /** Nothing yet. */
    public Sums() {
      for (int i = 0; i < SUMS; i++) {
        sums[i] = new ExactSum();
      }
    }

    /** What travelled. */
    public static Sums of(byte[][] bytes) {
      Sums read = new Sums();
      for (int i = 0; i < SUMS; i++) {
        read.sums[i] = ExactSum.of(bytes[i]);
      }

      return read;
    }

    /** As it travels. */
    public byte[][] toBytes() {
      byte[][] bytes = new byte[SUMS][];
      for (int i = 0; i < SUMS; i++) {
        bytes[i] = sums[i].toBytes();
      }

      return bytes;
    }

    /** Adds what another part has. */
    public Sums merge(Sums other) {
      for (int i = 0; i < SUMS; i++) {
        sums[i].merge(other.sums[i]);
      }

      return this;
    }

    /** Adds scores, as they are with an intercept and a slope. */
    public void add(ScoreGroups groups, Recalibration at) {
      for (int i = 0; i < groups.size(); i++) {
        double p = Math.min(Math.max(groups.score(i), CLIP), 1 - CLIP);
        double odds = StrictMath.log(p / (1 - p));
        double fitted = at.intercept + at.slope * odds;
        double small = StrictMath.exp(-Math.abs(fitted));
        double mean = fitted >= 0 ? 1 / (1 + small) : small / (1 + small);
        double weight = groups.ofPositives(i) + groups.ofNegatives(i);
        double wrong = groups.ofPositives(i) * (1 - mean) - groups.ofNegatives(i) * mean;
        double bend = weight * small / ((1 + small) * (1 + small));
        // log mean and log (1 - mean), without differences of almost equal numbers
        double logMean = Math.min(fitted, 0) - StrictMath.log1p(small);
        double logRest = Math.min(-fitted, 0) - StrictMath.log1p(small);
        sums[0].add(wrong);
        sums[1].add(wrong * odds);
        sums[2].add(bend);
        sums[3].add(bend * odds);
        sums[4].add(bend * odds * odds);
        sums[5].add(groups.ofPositives(i) * logMean + groups.ofNegatives(i) * logRest);
      }
    }

    private double value(int i) {
      return sums[i].value();
    }

    private double likelihood() {
      return value(5);
    }

    /** Newton's step, or NaN if there is none. */
    private Recalibration step() {
      double determinant = value(2) * value(4) - value(3) * value(3);
      if (!(determinant > 1e-12 * value(2) * value(4))) {
        return NONE;
      }

      return new Recalibration(
          (value(4) * value(0) - value(3) * value(1)) / determinant,
          (value(2) * value(1) - value(3) * value(0)) / determinant);
    }
  }

  /** Finds it, by a pass over all scores per step. */
  public static Recalibration find(Function<Recalibration, Sums> pass) {
    Recalibration at = new Recalibration(0, 1);
    Sums sums = pass.apply(at);
    for (int i = 0; i < MOST_STEPS; i++) {
      Recalibration step = sums.step();
      if (Double.isNaN(step.slope) || Math.abs(at.slope) > BEYOND) {
        return NONE;
      }

      double size = Math.abs(step.intercept) + Math.abs(step.slope);
      if (size <= PRECISION * (1 + Math.abs(at.intercept) + Math.abs(at.slope))) {
        return at;
      }

      Recalibration next = at.plus(step, 1);
      Sums there = pass.apply(next);
      double part = 1;
      for (int h = 0; h < MOST_HALVES && there.likelihood() < sums.likelihood(); h++) {
        part /= 2;
        next = at.plus(step, part);
        there = pass.apply(next);
      }

      if (there.likelihood() <= sums.likelihood() && part < 1) {
        return at; // as good as doubles can tell
      }

      at = next;
      sums = there;
    }

    return NONE;
  }

  private Recalibration plus(Recalibration step, double part) {
    return new Recalibration(intercept + part * step.intercept, slope + part * step.slope);
  }
}

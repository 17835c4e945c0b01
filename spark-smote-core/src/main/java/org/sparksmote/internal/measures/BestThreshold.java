// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import org.jspecify.annotations.Nullable;

/**
 * The threshold of a score curve at which a measure is best: offer all of them, in any order, and
 * from any number of parts. Of equally good thresholds the lowest is best, as in scikit-learn's
 * TunedThresholdClassifierCV: it finds more of the rare class.
 */
public final class BestThreshold {

  private final CountMeasure measure;
  private final MeasureSettings settings;
  private @Nullable Found best;

  /**
   * A decision that was offered.
   *
   * @param threshold scores from here on are called the class
   * @param counts what that leads to
   * @param value of the measure
   */
  public record Found(double threshold, BinaryCounts counts, double value) {}

  /** No threshold yet. */
  public BestThreshold(CountMeasure measure, MeasureSettings settings) {
    this.measure = measure;
    this.settings = settings;
  }

  /** Looks at one more threshold, which must not be NaN. */
  public void offer(double threshold, BinaryCounts counts) {
    double value = measure.of(counts, settings);
    Found known = best;
    if (known == null
        || measure.isBetter(value, known.value())
        || (value == known.value() && threshold < known.threshold())) {
      best = new Found(threshold, counts, value);
    }
  }

  /** The best one so far, or null if none was offered. */
  public @Nullable Found best() {
    return best;
  }
}

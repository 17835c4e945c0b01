// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import java.util.Arrays;

/** Different scores in descending order, each with the weights of the rows that have it. */
public final class ScoreGroups {

  private double[] scores;
  private double[] positives;
  private double[] negatives;
  private int size;

  /** No scores yet. */
  public ScoreGroups() {
    this(new double[16], new double[16], new double[16]);
    size = 0;
  }

  /** Scores as they travelled, in the order of the fields. */
  public ScoreGroups(double[] scores, double[] positives, double[] negatives) {
    this.scores = scores;
    this.positives = positives;
    this.negatives = negatives;
    size = scores.length;
  }

  /** Adds a score below all others. */
  public void add(double score, double ofPositives, double ofNegatives) {
    if (size == scores.length) {
      scores = Arrays.copyOf(scores, 2 * size);
      positives = Arrays.copyOf(positives, 2 * size);
      negatives = Arrays.copyOf(negatives, 2 * size);
    }

    scores[size] = score;
    positives[size] = ofPositives;
    negatives[size++] = ofNegatives;
  }

  /** How many scores there are. */
  public int size() {
    return size;
  }

  /** The scores. */
  public double[] scores() {
    return Arrays.copyOf(scores, size);
  }

  /** The weights of the rows of the class. */
  public double[] positives() {
    return Arrays.copyOf(positives, size);
  }

  /** The weights of all other rows. */
  public double[] negatives() {
    return Arrays.copyOf(negatives, size);
  }

  double score(int group) {
    return scores[group];
  }

  double ofPositives(int group) {
    return positives[group];
  }

  double ofNegatives(int group) {
    return negatives[group];
  }
}

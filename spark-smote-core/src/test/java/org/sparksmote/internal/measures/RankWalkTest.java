// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.exact.ExactSum;

class RankWalkTest {

  private static final RankSettings SETTINGS = new RankSettings(0.5, 0.34, MeasureSettings.DEFAULT);

  /** Scores, positives and negatives. */
  private static Ranking walk(double[] scores, double[] ones, double[] zeros, int... cuts) {
    ExactSum positives = new ExactSum();
    ExactSum negatives = new ExactSum();
    for (int i = 0; i < scores.length; i++) {
      positives.add(ones[i]);
      negatives.add(zeros[i]);
    }

    RankTotals totals = new RankTotals(positives.value(), negatives.value(), scores.length);
    List<RankSums> parts = new ArrayList<>();
    ExactSum above = new ExactSum();
    ExactSum others = new ExactSum();
    double threshold = Double.POSITIVE_INFINITY;
    int from = 0;
    for (int c = 0; c <= cuts.length; c++) {
      int to = c < cuts.length ? cuts[c] : scores.length;
      RankWalk walk = new RankWalk(totals, SETTINGS, threshold, above, others);
      ScoreGroups groups = new ScoreGroups();
      for (int i = from; i < to; i++) {
        groups.add(scores[i], ones[i], zeros[i]);
        above.add(ones[i]);
        others.add(zeros[i]);
        threshold = scores[i];
      }

      walk.add(groups);
      parts.add(walk.sums());
      from = to;
    }

    return RankSums.ranking(parts, totals, SETTINGS);
  }

  /** Scores .9 +, .7 -, .6 + and -, .3 -, .2 +. */
  @Test
  void measures_areThoseWorkedOutByHand() {
    Ranking ranking =
        walk(
            new double[] {0.9, 0.7, 0.6, 0.3, 0.2},
            new double[] {1, 0, 1, 0, 1},
            new double[] {0, 1, 1, 1, 0});
    // .9 beats three; .6 beats .3 and ties one; .2 beats none: 4.5 of 9 pairs
    assertThat(ranking.areaUnderRoc()).isEqualTo(0.5);
    assertThat(ranking.averagePrecision()).isCloseTo((1 + 0.5 + 0.5) / 3, within(1e-15));
    assertThat(ranking.recallAtRate()).isEqualTo(1 / 3.0); // one of three others at most
    assertThat(ranking.precisionAtTop()).isEqualTo(1.5 / 3); // half of the tie is among the top 3
    assertThat(ranking.points()).hasSize(6);
    assertThat(ranking.points().get(0).threshold()).isInfinite();
    assertThat(ranking.points().get(5).counts()).isEqualTo(new BinaryCounts(3, 3, 0, 0));
    assertThat(ranking.best().get(0).threshold()).isEqualTo(0.9); // of gMean
  }

  @Test
  void equalScores_areHalfRight() {
    Ranking ranking = walk(new double[] {0.1}, new double[] {5}, new double[] {45});
    assertThat(ranking.areaUnderRoc()).isEqualTo(0.5);
    assertThat(ranking.averagePrecision()).isEqualTo(0.1);
    assertThat(ranking.precisionAtTop()).isCloseTo(0.1, within(1e-15));
    assertThat(ranking.recallAtRate()).isZero();
  }

  @Test
  void parts_addUpToTheWhole_toTheLastBit_andPointsAreFew() {
    int size = 5000;
    Random random = new Random(3);
    double[] scores = new double[size];
    double[] ones = new double[size];
    double[] zeros = new double[size];
    for (int i = 0; i < size; i++) {
      scores[i] = (size - i) / (double) size;
      double weight = random.nextDouble();
      boolean positive = random.nextDouble() < 0.1 + 0.3 * scores[i];
      ones[i] = positive ? weight : 0;
      zeros[i] = positive ? 0 : weight;
    }

    Ranking whole = walk(scores, ones, zeros);
    assertThat(walk(scores, ones, zeros, 1, 1, 700, 4999)).isEqualTo(whole);
    assertThat(walk(scores, ones, zeros, 2500)).isEqualTo(whole);
    assertThat(whole.points().size()).isBetween(480, 1010);
    assertThat(whole.points().get(0).counts().tp()).isZero();
    assertThat(whole.points().get(whole.points().size() - 1).counts().tn()).isZero();
    assertThat(whole.areaUnderRoc()).isCloseTo(bruteArea(ones, zeros), within(1e-12));
    double area = 0;
    for (int i = 1; i < whole.points().size(); i++) {
      BinaryCounts a = whole.points().get(i - 1).counts();
      BinaryCounts b = whole.points().get(i).counts();
      area += (b.fp() - a.fp()) * (a.sensitivity() + b.sensitivity()) / 2;
    }

    double others = whole.points().get(0).counts().tn();
    assertThat(area / others).isCloseTo(whole.areaUnderRoc(), within(1e-3));
  }

  private static double bruteArea(double[] ones, double[] zeros) {
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < ones.length; i++) {
      for (int j = 0; j < ones.length; j++) {
        pairs += ones[i] * zeros[j];
        right += i < j ? ones[i] * zeros[j] : 0;
      }
    }

    return right / pairs;
  }
}

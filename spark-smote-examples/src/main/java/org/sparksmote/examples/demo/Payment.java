// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparksmote.examples.workloads.Draws;

/**
 * One simulated card payment. Genuine payments follow the habits of a card holder; frauds come in
 * four kinds, each of which differs in a few features only and overlaps with genuine payments.
 */
final class Payment {

  /** Anonymous scores, as in data sets that were published after a principal component analysis. */
  private static final int SCORES = 18;

  /** Names of the features in the order of {@link #values}. */
  static final List<String> FEATURES = featureNames();

  private static final double[] HOURS = {
    3, 2, 1, 1, 1, 2, 4, 8, 12, 14, 15, 17, 20, 19, 17, 16, 17, 20, 22, 21, 17, 12, 8, 5
  };

  private final double[] values = new double[FEATURES.size()];

  private Payment() {}

  private static List<String> featureNames() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "amount",
                "hour",
                "weekday",
                "payments_last_hour",
                "payments_last_day",
                "minutes_since_last",
                "amount_to_usual",
                "distance_km",
                "card_age_days",
                "merchant_risk",
                "online",
                "abroad"));
    for (int i = 1; i <= SCORES; i++) {
      names.add("score_" + i);
    }

    return List.copyOf(names);
  }

  /**
   * A kind of fraud: how it differs from a genuine payment.
   *
   * @param amount factor of the usual amount
   * @param pace factor of the usual number of payments per time
   * @param online share of payments online
   * @param distance factor of the usual distance
   * @param atNight whether it happens between 0 and 7
   * @param firstScore the first score that is moved
   * @param shifts how far scores are moved
   */
  private record Kind(
      double amount,
      double pace,
      double online,
      double distance,
      boolean atNight,
      int firstScore,
      double... shifts) {}

  /** Many small payments online, to see whether a stolen number works. */
  private static final Kind CARD_TEST = new Kind(0.15, 4, 0.9, 0.4, false, 0, 2.8, -1.9, 0, 1.6);

  /** A lost card used in shops at once. */
  private static final Kind SPREE = new Kind(1.8, 3, 0.1, 1, false, 3, 0, 2.6, -2.3, 0, 1.4);

  /** One large payment from abroad, at night. */
  private static final Kind TAKEOVER = new Kind(6, 0.8, 0.8, 6, true, 6, -2.1, 0, 2.6, 2.1);

  /** Hardly to be told from genuine payments. */
  private static final Kind QUIET = new Kind(1.3, 1.2, 0.5, 1.3, false, 9, 0.9, 0.9, 0, -1.2, 1.2);

  private static final List<Kind> KINDS = List.of(CARD_TEST, SPREE, TAKEOVER, QUIET);

  /** A genuine payment. */
  static double[] genuine(Draws draws) {
    Payment payment = new Payment();
    double pace = draws.logNormal(1, 0.5);
    payment.fill(draws, draws.logNormal(1, 0.7), pace, 0.35, 1, hour(draws));
    return payment.values;
  }

  /** A fraudulent payment. */
  static double[] fraud(Draws draws) {
    Kind kind = KINDS.get(draws.below(KINDS.size()));
    Payment payment = new Payment();
    int hour = kind.atNight ? draws.below(7) : hour(draws);
    payment.fill(
        draws,
        kind.amount * draws.logNormal(1, 0.8),
        kind.pace * draws.logNormal(1, 0.6),
        kind.online,
        kind.distance,
        hour);
    for (int i = 0; i < kind.shifts.length; i++) {
      payment.values[FEATURES.size() - SCORES + kind.firstScore + i] += kind.shifts[i];
    }

    return payment.values;
  }

  private void fill(
      Draws draws, double usual, double pace, double online, double distance, int hour) {
    double habit = draws.logNormal(38, 0.6);
    boolean abroad = draws.chance(Math.min(0.6, 0.02 * distance * distance));
    values[0] = Math.round(100 * habit * usual) / 100.0;
    values[1] = hour;
    values[2] = draws.below(7);
    values[3] = draws.poisson(0.2 * pace);
    values[4] = values[3] + draws.poisson(2.5 * pace);
    values[5] = Math.rint(draws.exponential(400 / pace));
    values[6] = usual;
    values[7] = draws.logNormal(abroad ? 900 : 6, 1.1) * distance;
    values[8] = Math.rint(draws.exponential(700));
    values[9] = 1 / (1 + Math.exp(2.5 - draws.gaussian() - 0.5 * Math.log(pace)));
    values[10] = draws.chance(online) ? 1 : 0;
    values[11] = abroad ? 1 : 0;
    for (int i = FEATURES.size() - SCORES; i < values.length; i++) {
      values[i] = draws.gaussian();
    }
  }

  private static int hour(Draws draws) {
    double at = draws.uniform() * Arrays.stream(HOURS).sum();
    int hour = 0;
    for (double sum = HOURS[0]; sum < at; sum += HOURS[hour]) {
      hour++;
    }

    return hour;
  }
}

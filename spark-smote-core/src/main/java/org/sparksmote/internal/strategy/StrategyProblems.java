// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.sparksmote.errors.SmoteException;

/** Errors about strategies. */
final class StrategyProblems {

  private StrategyProblems() {}

  static SmoteException badStrategy(String text) {
    return SmoteException.of(
        30,
        "read samplingStrategy '%s'. Use auto, minority, not minority, not majority, all, none,"
            + " balance, extreme, a ratio such as 0.5, or a JSON object from label to wanted total"
            + " such as {\"fraud\": 50000}.",
        text);
  }

  static SmoteException unknownClass(String name, List<ClassCount> present) {
    return SmoteException.of(
        31,
        "resample class '%s' of samplingStrategy: it is not in the data (count 0). Name one of the"
            + " classes present: %s.",
        name,
        present.stream().map(ClassCount::name).collect(Collectors.joining(", ")));
  }

  static SmoteException fewerThanPresent(ClassCount had, long asked) {
    return SmoteException.of(
        32,
        "reduce class '%s' from %d to %d rows: over-sampling only adds. Ask for at least %d in"
            + " samplingStrategy, or leave the class out.",
        had.name(),
        had.rows(),
        asked,
        had.rows());
  }

  static SmoteException ratioNeedsTwoClasses(int classes) {
    return SmoteException.of(
        33,
        "apply a ratio to %d classes: a ratio is defined for 2. Use a map from label to wanted"
            + " total in samplingStrategy.",
        classes);
  }

  static SmoteException ratioOutOfRange(String text) {
    return SmoteException.of(
        34, "use the ratio %s: it must be in (0, 1]. Set samplingStrategy to such a ratio.", text);
  }

  static SmoteException negativeTotal(String name, String total) {
    return SmoteException.of(
        36,
        "give class '%s' a total of %s rows. Ask for 0 or more in samplingStrategy, or leave the class"
            + " out.",
        name,
        total);
  }

  /** A total in a map from Python or untyped Java that is no number. */
  static SmoteException totalIsNoNumber(String name, String total) {
    return SmoteException.shared(39, total, name);
  }

  static SmoteException badKeepStrategy(String text) {
    return SmoteException.of(
        100,
        "read samplingStrategy '%s' of an under-sampler. Use auto, majority, not minority, not"
            + " majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted"
            + " total such as {\"ok\": 50000}.",
        text);
  }

  static SmoteException minorityCannotShrink() {
    return SmoteException.of(
        101,
        "under-sample the minority to its own size. Set samplingStrategy to majority or auto, or to"
            + " a JSON object that gives the class a smaller total.");
  }

  static SmoteException ratioWouldAdd(String ratio, ClassCount majority) {
    return SmoteException.of(
        102,
        "reach the ratio %s by taking rows away: class '%s' has only %d. Set samplingStrategy to a"
            + " larger ratio, or over-sample the other class.",
        ratio,
        majority.name(),
        majority.rows());
  }

  static SmoteException moreThanPresent(ClassCount had, long asked) {
    return SmoteException.of(
        103,
        "keep %d rows of class '%s', which has %d: under-sampling only takes away. Ask for at most"
            + " %d in samplingStrategy, or leave the class out.",
        asked,
        had.name(),
        had.rows(),
        had.rows());
  }

  static SmoteException nothingMade(ClassCount minority) {
    return SmoteException.of(
        139,
        "make rows of class '%s', which has %d: percOver is less than one of them. Set percOver to at"
            + " least %d.",
        minority.name(),
        minority.rows(),
        ceiling(100, minority.rows()));
  }

  static SmoteException emptied(ClassCount emptied, long others, long made) {
    return SmoteException.of(
        140,
        "keep a row of class '%s', which has %d: percUnder is in percent of the %d new rows, and that"
            + " leaves it none. Set percUnder to at least %d, or leave it out to keep all rows.",
        emptied.name(),
        emptied.rows(),
        made,
        ceiling(100, made) * ceiling(others, emptied.rows()));
  }

  private static long ceiling(long number, long by) {
    return (number - 1) / Math.max(1, by) + 1;
  }

  static SmoteException moreThanOthers(ClassCount minority, long made, long asked, long others) {
    return SmoteException.of(
        132,
        "keep %d rows of all classes but '%s', which have %d: percUnder is in percent of the %d new"
            + " rows. Set percUnder to at most %d, or leave it out to keep all of them.",
        asked,
        minority.name(),
        others,
        made,
        BigDecimal.valueOf(others)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(made), 0, RoundingMode.DOWN)
            .longValueExact());
  }

  static SmoteException badCleanStrategy(String text) {
    return SmoteException.of(
        110,
        "read samplingStrategy '%s' of a cleaning sampler, which finds itself how many rows go. Use"
            + " auto, majority, not minority, not majority, all, none, or a JSON array of the labels"
            + " whose rows may go, such as [\"ok\"].",
        text);
  }

  static SmoteException minorityCannotBeCleaned() {
    return SmoteException.of(
        111,
        "clean the minority alone. Set samplingStrategy to auto, majority or all, or to a JSON array"
            + " that names the class.");
  }
}

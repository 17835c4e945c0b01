// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.errors.SmoteException;

/** The over-sampling column of imbalanced-learn's {@code check_sampling_strategy}, row by row. */
class SamplingStrategyTest {

  /** Classes 0, 1, 2 … of the given sizes. */
  private static List<ClassCount> counts(long... rows) {
    List<ClassCount> counts = new ArrayList<>();
    for (int label = 0; label < rows.length; label++) {
      counts.add(
          new ClassCount(label, String.valueOf(label), rows[label], rows[label], rows[label], 0));
    }

    return counts;
  }

  private static long[] make(String strategy, long... rows) {
    return SamplingStrategy.parse(strategy).rowsToMake(counts(rows));
  }

  @Test
  void auto_isNotMajority() {
    assertThat(make("auto", 50, 10, 30)).containsExactly(0, 40, 20);
  }

  @Test
  void notMajority_raisesAllOtherClassesToTheMajority() {
    assertThat(make("not majority", 50, 10, 30)).containsExactly(0, 40, 20);
  }

  @Test
  void minority_raisesTheSmallestClassOnly() {
    assertThat(make("minority", 50, 10, 30)).containsExactly(0, 40, 0);
  }

  @Test
  void notMinority_leavesTheSmallestClassAlone() {
    assertThat(make("not minority", 50, 10, 30)).containsExactly(0, 0, 20);
  }

  @Test
  void all_raisesEveryClass() {
    assertThat(make("all", 50, 10, 30)).containsExactly(0, 40, 20);
  }

  @Test
  void equallySmallClasses_theSmallestLabelIsTheMinority() {
    assertThat(make("minority", 50, 10, 10)).containsExactly(0, 40, 0);
    assertThat(make("not minority", 50, 10, 10)).containsExactly(0, 0, 40);
    assertThat(make("minority", 10, 10, 50)).containsExactly(40, 0, 0);
  }

  @Test
  void balancedClasses_getNothing() {
    for (String strategy : List.of("auto", "minority", "not minority", "not majority", "all")) {
      assertThat(make(strategy, 7, 7)).as(strategy).containsExactly(0, 0);
    }
  }

  @Test
  void ratio_raisesTheMinorityToAShareOfTheMajority() {
    assertThat(make("0.5", 1000, 100)).containsExactly(0, 400);
    assertThat(make("0.5", 100, 1000)).containsExactly(400, 0);
    assertThat(make("1.0", 1000, 100)).containsExactly(0, 900);
    assertThat(make("1", 1000, 100)).containsExactly(0, 900);
  }

  @Test
  void ratio_isTruncated_inExactDecimals() {
    assertThat(make("0.999", 1000, 1)).containsExactly(0, 998);
    assertThat(make("0.3333", 10, 1)).containsExactly(0, 2);
    // 0.7 * 10 is 6.999... in binary; 0.29 * 100 is 28.999...
    assertThat(make("0.29", 100, 1)).containsExactly(0, 28);
    assertThat(make("0.7", 10, 1)).containsExactly(0, 6);
  }

  @Test
  void ratio_thatIsThereAlready_makesNothing() {
    assertThat(make("0.5", 1000, 500)).containsExactly(0, 0);
    assertThat(make("1", 5, 5)).containsExactly(0, 0);
  }

  @Test
  void ratio_belowThePresentOne_isRefused() {
    assertThatThrownBy(() -> make("0.05", 1000, 100))
        .isInstanceOf(SmoteException.class)
        .hasMessage(
            "[SMOTE-032] Cannot reduce class '1' from 100 to 50 rows: over-sampling only adds. Ask"
                + " for at least 100 in samplingStrategy, or leave the class out.");
  }

  @Test
  void ratio_withThreeClasses_isRefused() {
    assertThatThrownBy(() -> make("0.5", 10, 20, 30))
        .hasMessage(
            "[SMOTE-033] Cannot apply a ratio to 3 classes: a ratio is defined for 2. Use a map"
                + " from label to wanted total in samplingStrategy.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "-0.5", "1.0000001", "2", "1e300"})
  void ratio_outsideZeroToOne_isRefused(String ratio) {
    assertThatThrownBy(() -> SamplingStrategy.parse(ratio))
        .hasMessageStartingWith("[SMOTE-034] Cannot use the ratio " + ratio)
        .hasMessageContaining("(0, 1]");
  }

  @Test
  void ratio_withAnAbsurdExponent_isAnsweredAtOnce() {
    assertThat(make("1e-999999999", 1000, 0)).containsExactly(0, 0);
  }

  @Test
  void totals_raiseNamedClassesOnly_alsoAboveTheMajority() {
    assertThat(make("{\"1\": 15}", 50, 10, 30)).containsExactly(0, 5, 0);
    assertThat(make("{\"1\": 15, \"0\": 80}", 50, 10, 30)).containsExactly(30, 5, 0);
    assertThat(make("{\"2\": 30}", 50, 10, 30)).containsExactly(0, 0, 0);
  }

  @Test
  void totals_nameNumbersByValue() {
    assertThat(make("{\"1.0\": 15}", 50, 10)).containsExactly(0, 5);
    assertThat(make("{\"1e0\": 15.0}", 50, 10)).containsExactly(0, 5);
  }

  @Test
  void totals_nameTextsAsTheyAre() {
    List<ClassCount> texts =
        List.of(
            new ClassCount("1.0", "1.0", 10, 10, 10, 0), new ClassCount("a b", "a b", 9, 9, 9, 0));
    assertThat(SamplingStrategy.parse("{\"a b\": 12}").rowsToMake(texts)).containsExactly(0, 3);
    assertThatThrownBy(() -> SamplingStrategy.parse("{\"1\": 12}").rowsToMake(texts))
        .hasMessageStartingWith("[SMOTE-031]");
  }

  @Test
  void totals_unknownClass_isRefused() {
    assertThatThrownBy(() -> make("{\"7\": 10}", 50, 10))
        .hasMessage(
            "[SMOTE-031] Cannot resample class '7' of samplingStrategy: it is not in the data"
                + " (count 0). Name one of the classes present: 0, 1.");
  }

  @Test
  void totals_belowThePresentRows_areRefused() {
    assertThatThrownBy(() -> make("{\"1\": 9}", 50, 10))
        .hasMessageStartingWith("[SMOTE-032] Cannot reduce class '1' from 10 to 9 rows");
  }

  @Test
  void totals_negative_areRefused() {
    assertThatThrownBy(() -> SamplingStrategy.parse("{\"fraud\": -5}"))
        .hasMessage(
            "[SMOTE-036] Cannot give class 'fraud' a total of -5 rows. Ask for 0 or more in"
                + " samplingStrategy, or leave the class out.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "majority",
        "AUTO",
        "half",
        "NaN",
        "Infinity",
        "0,5",
        "{",
        "{}",
        "{\"a\": 1.5}",
        "{\"a\": \"10\"}",
        "{\"a\": null}",
        "{\"a\": [1]}",
        "{\"a\": 1e999}",
        "{\"a\": 1e19}",
        "{\"a\": 9223372036854775808}",
        "{\"a\": 5} and more",
        "{\"a\": 5, \"a\": 6}",
        "[\"a\"]"
      })
  void textThatIsNoStrategy_isRefusedWithAllForms(String text) {
    assertThatThrownBy(() -> SamplingStrategy.parse(text))
        .isInstanceOf(SmoteException.class)
        .hasMessageStartingWith("[SMOTE-030] Cannot read samplingStrategy '" + text + "'")
        .hasMessageContaining(
            "Use auto, minority, not minority, not majority, all, none, balance, extreme");
  }

  @Test
  void totals_twoNamesForOneClass_areRefused() {
    assertThatThrownBy(() -> make("{\"1\": 15, \"1.0\": 20}", 50, 10))
        .isInstanceOf(SmoteException.class)
        .hasMessageStartingWith("[SMOTE-030]");
  }

  private static long[] keep(SamplingStrategy strategy, long... rows) {
    return strategy.rowsToKeep(counts(rows));
  }

  @Test
  void balance_bringsEveryClassToTheMeanSize_halvesToTheEven() {
    SamplingStrategy balance = SamplingStrategy.parse("balance");
    assertThat(make("balance", 100, 20, 60)).containsExactly(0, 40, 0);
    assertThat(keep(balance, 100, 20, 60)).containsExactly(60, 20, 60);
    assertThat(make("balance", 4, 1)).as("2.5, as R rounds it").containsExactly(0, 1);
    assertThat(keep(balance, 4, 1)).containsExactly(2, 1);
    assertThat(make("balance", 6, 1)).as("3.5").containsExactly(0, 3);
    assertThat(keep(balance, 6, 1)).containsExactly(4, 1);
  }

  @Test
  void extreme_turnsSizesRound_andKeepsTheTotal() {
    SamplingStrategy extreme = SamplingStrategy.parse("extreme");
    // 1/90 and 1/10 are as 1 to 9.
    assertThat(make("extreme", 90, 10)).containsExactly(0, 80);
    assertThat(keep(extreme, 90, 10)).containsExactly(10, 10);
    // 1/60, 1/30, 1/10 are as 1, 2 and 6: 100/9, 200/9, 600/9 are 11.1, 22.2 and 66.7.
    assertThat(make("extreme", 60, 30, 10)).containsExactly(0, 0, 57);
    assertThat(keep(extreme, 60, 30, 10)).containsExactly(11, 22, 10);
    assertThat(make("extreme", 7, 7)).containsExactly(0, 0);
    assertThat(keep(extreme, 7, 7)).containsExactly(7, 7);
  }

  @Test
  void percentages_areThoseOfDmwr() {
    SamplingStrategy both = SamplingStrategy.percent(200, 150.0);
    // 20 new rows; 30 stay of the 90 others, two thirds of them of the first class.
    assertThat(both.rowsToMake(counts(60, 10, 30))).containsExactly(0, 20, 0);
    assertThat(keep(both, 60, 10, 30)).containsExactly(20, 10, 10);
    SamplingStrategy over = SamplingStrategy.percent(33.4, null);
    assertThat(over.rowsToMake(counts(60, 10, 10))).containsExactly(0, 3, 0);
    assertThat(keep(over, 60, 10, 10)).containsExactly(60, 10, 10);
    // 7 of 8 rows: 2.9, 2.6 and 1.75 without the minority's own.
    SamplingStrategy seven = SamplingStrategy.percent(350, 100.0);
    assertThat(keep(seven, 3, 2, 3, 2)).containsExactly(3, 2, 2, 2);
  }

  @Test
  void moreThanTheOtherClassesHave_isRefused() {
    assertThatThrownBy(() -> keep(SamplingStrategy.percent(200, 200.0), 60, 20))
        .isInstanceOf(SmoteException.class)
        .hasMessage(
            "[SMOTE-132] Cannot keep 80 rows of all classes but '1', which have 60: percUnder is in"
                + " percent of the 40 new rows. Set percUnder to at most 150, or leave it out to keep"
                + " all of them.");
    assertThat(keep(SamplingStrategy.percent(200, 150.0), 60, 20)).containsExactly(60, 20);
  }

  @Test
  void percentagesOfLessThanARow_areRefused_withThoseThatWork() {
    assertThatThrownBy(() -> keep(SamplingStrategy.percent(20, null), 40, 4))
        .hasMessage(
            "[SMOTE-139] Cannot make rows of class '1', which has 4: percOver is less than one of"
                + " them. Set percOver to at least 25.");
    assertThatThrownBy(() -> keep(SamplingStrategy.percent(100, 1.0), 40, 4))
        .hasMessage(
            "[SMOTE-140] Cannot keep a row of class '0', which has 40: percUnder is in percent of the"
                + " 4 new rows, and that leaves it none. Set percUnder to at least 25, or leave it out"
                + " to keep all rows.");
    assertThat(keep(SamplingStrategy.percent(25, null), 40, 4)).containsExactly(40, 4);
    assertThat(keep(SamplingStrategy.percent(100, 25.0), 40, 4)).containsExactly(1, 4);
  }

  @Test
  void otherStrategies_keepAllRows() {
    for (String strategy : List.of("auto", "0.5", "none", "{\"0\": 60}")) {
      assertThat(keep(SamplingStrategy.parse(strategy), 50, 10)).containsExactly(50, 10);
    }
  }
}

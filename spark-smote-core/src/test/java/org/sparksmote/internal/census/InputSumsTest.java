// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.testing.Refusal;

/** Two rows of class a, one of class b, and one without a label. */
class InputSumsTest {

  /** Fingerprints; those of a add up to more than a long holds. */
  private static final long A1 = Long.MAX_VALUE - 1;

  private static final long A2 = 5;
  private static final long B = -3;

  private static final List<ClassCount> COUNTS = List.of(count("a", 2), count("b", 1));

  private static final Map<String, Long> FINGERPRINTS = Map.of("a", Long.MIN_VALUE + 3, "b", -3L);

  private static ClassCount count(String name, long rows) {
    return new ClassCount(name, name, rows, rows, rows, 7);
  }

  private static InputSums planned() {
    return InputSums.of(COUNTS, count -> FINGERPRINTS.get(count.name()), 4);
  }

  private static InputSums ofClassA(long... rows) {
    InputSums sums = new InputSums(2);
    for (long row : rows) {
      sums.add(0, row);
    }

    return sums;
  }

  private static InputSums found(long... rowsOfA) {
    InputSums sums = ofClassA(rowsOfA);
    sums.add(1, B);
    sums.addOther();
    return sums;
  }

  private static void requireSame(InputSums found) {
    List<ClassPlan> plans = COUNTS.stream().map(count -> new ClassPlan(count, 0, 0, "")).toList();
    planned().requireSame(found, plans);
  }

  @Test
  void sameRowsInAnyOrder_areTheSame() {
    assertThatCode(() -> requireSame(found(A1, A2))).doesNotThrowAnyException();
    assertThatCode(() -> requireSame(found(A2, A1))).doesNotThrowAnyException();
  }

  @Test
  void parts_addUpToTheWhole() {
    InputSums whole = ofClassA(A2);
    InputSums rest = new InputSums(2);
    rest.addOther();
    rest.add(1, B);
    rest.add(0, A1);
    whole.add(rest.toBytes());
    assertThat(whole.toBytes()).isEqualTo(planned().toBytes());
  }

  @Test
  void bytes_areRowsThenFingerprints_ofClassesAndOfNone() {
    assertThat(new InputSums(2).toBytes()).hasSize(6 * Long.BYTES).containsOnly(0);
    InputSums other = new InputSums(2);
    other.addOther();
    assertThat(other.toBytes()[3 * Long.BYTES - 1]).isEqualTo((byte) 1);
  }

  @Test
  void missingRow_isNoticed_withItsClass() {
    assertThat(Refusal.of(() -> requireSame(found(A1))))
        .startsWith("[SMOTE-040]")
        .contains("class 'a'", "2 rows planned, 1 found");
  }

  @Test
  void otherValuesInTheSameNumberOfRows_areNoticed() {
    assertThat(Refusal.of(() -> requireSame(found(A1, A2 + 1))))
        .contains("class 'a'", "2 rows planned, 2 found");
    assertThat(Refusal.of(() -> requireSame(found(A1, A1)))).contains("class 'a'");
  }

  @Test
  void rowsOfNoClass_areCountedToo() {
    InputSums more = found(A1, A2);
    more.addOther();
    assertThat(Refusal.of(() -> requireSame(more)))
        .contains(CensusProblems.NO_COUNTED_CLASS, "1 rows planned, 2 found");
  }
}

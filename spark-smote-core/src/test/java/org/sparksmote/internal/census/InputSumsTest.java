// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.testing.Refusal;

/** Two rows of class a, one of class b, and one without a label. */
class InputSumsTest {

  private static final FeatureRow A1 = row(1, 2);
  private static final FeatureRow A2 = row(3, 4);
  private static final FeatureRow B = row(5, 6);

  /**
   * Worked out by another program: the finaliser of SplitMix64 over the size, positions and bits of
   * the values, then over that key and the golden ratio; of class a the sum of two.
   */
  private static final long FINGERPRINT_OF_A = 8921176717344678738L;

  private static final long FINGERPRINT_OF_B = -6615983312221974816L;

  private static final List<ClassCount> COUNTS =
      List.of(count("a", 2, FINGERPRINT_OF_A), count("b", 1, FINGERPRINT_OF_B));

  private static FeatureRow row(double... values) {
    FeatureRow row = new FeatureRow();
    row.setDense(values);
    return row;
  }

  private static ClassCount count(String name, long rows, long digest) {
    return new ClassCount(name, name, rows, rows, rows, digest);
  }

  private static InputSums planned() {
    return InputSums.of(COUNTS, 4);
  }

  private static InputSums ofClassA(FeatureRow... rows) {
    InputSums sums = new InputSums(2);
    for (FeatureRow row : rows) {
      sums.add(0, row);
    }

    return sums;
  }

  private static InputSums found(FeatureRow... rowsOfA) {
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
    whole.add(ByteBuffer.wrap(rest.toBytes()));
    assertThat(whole.toBytes()).isEqualTo(planned().toBytes());
  }

  @Test
  void bytes_areRowsThenDigests_ofClassesAndOfNone() {
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
    assertThat(Refusal.of(() -> requireSame(found(A1, row(3, 4.5)))))
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

  @Test
  void rowWithInvalidFeatures_isCounted_butLeavesNoFingerprint() {
    FeatureRow invalid = row(1, Double.NaN);
    invalid.check();
    ClassCount counted = new ClassCount("a", "a", 1, 1, 0, 0);
    assertThat(ofClassA(invalid).toBytes())
        .isEqualTo(InputSums.of(List.of(counted, count("b", 0, 0)), 1).toBytes());
  }
}

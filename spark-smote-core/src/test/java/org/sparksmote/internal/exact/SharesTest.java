// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SharesTest {

  private static long[] even(long total, long... ranks) {
    return each(Shares.even(total, RankedRows.of(ranks)), ranks.length);
  }

  /** How many each row gets, where rows are all different. */
  static long[] each(Shares shares, int rows) {
    return IntStream.range(0, rows).mapToLong(row -> shares.of(row, 0)).toArray();
  }

  @Test
  void basesWithTheLowestRanks_getOneMore() {
    assertThat(even(8, 30, -10, 20)).containsExactly(2, 3, 3);
    assertThat(even(7, 30, -10, 20)).containsExactly(2, 3, 2);
    assertThat(even(6, 30, -10, 20)).containsExactly(2, 2, 2);
  }

  @Test
  void fewerRowsThanBases_useTheLowestRanksOnce() {
    assertThat(even(2, 5, 1, 4, 2)).containsExactly(0, 1, 0, 1);
    assertThat(even(0, 5, 1)).containsExactly(0, 0);
  }

  @Test
  void equalRanks_goToTheLowerIndex() {
    assertThat(even(2, 7, 7, 7)).containsExactly(1, 1, 0);
    assertThat(even(2, 7, 7, 1)).containsExactly(1, 0, 1);
  }

  @Test
  void hugeTotal_isExact() {
    long[] counts = even(Long.MAX_VALUE, 2, 1, 3);
    long third = Long.MAX_VALUE / 3;
    assertThat(counts).containsExactly(third, third + 1, third);
  }

  @Test
  void randomPlans_addUpAndDifferByOneAtMost() {
    Random random = new Random(2);
    for (int i = 0; i < 2000; i++) {
      long[] ranks = random.longs(1 + random.nextInt(50), 0, 40).toArray();
      long total = random.nextInt(500);
      long[] counts = even(total, ranks);
      assertThat(Arrays.stream(counts).sum()).isEqualTo(total);
      long floor = total / ranks.length;
      assertThat(Arrays.stream(counts)).allMatch(count -> count == floor || count == floor + 1);
    }
  }

  /** Rows in entries, so that the first of an entry has the rank at its place. */
  private static RankedRows inEntries(long[] ranks, int... sizes) {
    int[] first = new int[sizes.length];
    for (int i = 1; i < sizes.length; i++) {
      first[i] = first[i - 1] + sizes[i - 1];
    }

    return new RankedRows() {
      @Override
      public int entries() {
        return sizes.length;
      }

      @Override
      public long rows(int entry) {
        return sizes[entry];
      }

      @Override
      public long rank(int entry, long row) {
        return ranks[first[entry] + (int) row];
      }
    };
  }

  private static long[] ofRows(Shares shares, int... sizes) {
    return IntStream.range(0, sizes.length)
        .boxed()
        .flatMapToLong(entry -> LongStream.range(0, sizes[entry]).map(row -> shares.of(entry, row)))
        .toArray();
  }

  @Test
  void rowsInEntries_getWhatTheyWouldGetAlone() {
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      int[] sizes = random.ints(1 + random.nextInt(6), 1, 9).toArray();
      long[] ranks = random.longs(Arrays.stream(sizes).sum(), -20, 20).toArray();
      double[] ofEntry = random.doubles(sizes.length, 0.5, 3).map(Math::rint).toArray();
      double[] ofRow =
          IntStream.range(0, sizes.length)
              .boxed()
              .flatMapToDouble(
                  entry -> DoubleStream.generate(() -> ofEntry[entry]).limit(sizes[entry]))
              .toArray();
      long total = random.nextInt(100);
      RankedRows rows = inEntries(ranks, sizes);
      assertThat(ofRows(Shares.even(total, rows), sizes)).isEqualTo(even(total, ranks));
      assertThat(ofRows(Apportionment.largestRemainder(total, ofEntry, rows), sizes))
          .isEqualTo(
              each(
                  Apportionment.largestRemainder(total, ofRow, RankedRows.of(ranks)),
                  ranks.length));
    }
  }

  /** Rows are counted, not kept. */
  @Test
  void veryManyRows_takeNoRoom() {
    RankedRows rows =
        new RankedRows() {
          @Override
          public int entries() {
            return 1;
          }

          @Override
          public long rows(int entry) {
            return 40_000_000;
          }

          @Override
          public long rank(int entry, long row) {
            return -row;
          }
        };
    Shares shares = Shares.even(80_000_007, rows);
    assertThat(shares.of(0, 39_999_992)).isEqualTo(2);
    assertThat(shares.of(0, 39_999_993)).isEqualTo(3);
  }
}

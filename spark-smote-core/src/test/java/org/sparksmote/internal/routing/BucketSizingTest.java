// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Buckets of at most 1,000 rows, in which at most 2,000 may arrive. */
class BucketSizingTest {

  private static final BucketSizing ONE_TASK = new BucketSizing(1_000, 2_000, 1);

  @Test
  void load_isSplitIntoAsFewBucketsAsHoldIt() {
    assertThat(ONE_TASK.buckets(1_000, 0)).isEqualTo(1);
    assertThat(ONE_TASK.buckets(1_001, 0)).isEqualTo(2);
    assertThat(ONE_TASK.buckets(3_500, 0)).isEqualTo(4);
  }

  @Test
  void travellingRows_mayAskForMoreBuckets() {
    assertThat(ONE_TASK.buckets(1_000, 2_000)).isEqualTo(1);
    assertThat(ONE_TASK.buckets(1_000, 9_000)).isEqualTo(5);
    assertThat(ONE_TASK.buckets(9_000, 9_000)).isEqualTo(9);
  }

  @Test
  void classWithoutRows_hasOneBucket() {
    assertThat(ONE_TASK.buckets(0, 0)).isEqualTo(1);
  }

  @Test
  void tasks_getABucketEach_ifItHasTenThousandRows() {
    BucketSizing parallel = new BucketSizing(1_000_000, 1_000_000, 8);
    assertThat(parallel.buckets(9_999, 9_999)).isEqualTo(1);
    assertThat(parallel.buckets(35_000, 35_000)).isEqualTo(3);
    assertThat(parallel.buckets(900_000, 900_000)).isEqualTo(8);
  }

  @Test
  void moreBucketsThanAnIntCounts_areNoWrongNumber() {
    BucketSizing tiny = new BucketSizing(1, 1, 1);
    assertThatThrownBy(() -> tiny.buckets(1L << 32, 0)).isInstanceOf(ArithmeticException.class);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.SparkTest;

class PersistedTest extends SparkTest {

  private static final StorageLevel NONE = StorageLevel.NONE();
  private static final StorageLevel DISK = StorageLevel.DISK_ONLY();

  private final Persisted persisted = new Persisted();

  /** A dataset with a plan that no other test has. */
  private static Dataset<?> numbers(int start) {
    return spark.range(7_000 + start, 7_010 + start).toDF();
  }

  @Test
  void dataset_isPersistedAtTheLevel_untilReleased() {
    Dataset<?> data = numbers(1);
    assertThat(persisted.persist(data, DISK)).isSameAs(data);
    assertThat(data.storageLevel()).isEqualTo(DISK);
    persisted.release();
    assertThat(data.storageLevel()).isEqualTo(NONE);
  }

  @Test
  void levelNone_persistsNothing() {
    Dataset<?> data = numbers(2);
    persisted.persist(data, NONE);
    assertThat(data.storageLevel()).isEqualTo(NONE);
  }

  @Test
  void whatItsOwnerPersisted_isLeftAsItIs() {
    Dataset<?> data = numbers(3).persist(StorageLevel.MEMORY_ONLY());
    try {
      persisted.persist(data, DISK);
      assertThat(data.storageLevel()).isEqualTo(StorageLevel.MEMORY_ONLY());
      persisted.release();
      assertThat(data.storageLevel()).isEqualTo(StorageLevel.MEMORY_ONLY());
    } finally {
      data.unpersist(true);
    }
  }

  @Test
  void release_isOfAllAtOnce_andOnlyOnce() {
    Dataset<?> one = numbers(4);
    Dataset<?> two = numbers(5);
    persisted.persist(one, DISK);
    persisted.persist(two, DISK);
    persisted.release();
    assertThat(one.storageLevel()).isEqualTo(NONE);
    assertThat(two.storageLevel()).isEqualTo(NONE);
    one.persist(DISK);
    persisted.release();
    assertThat(one.storageLevel()).as("persisted by another").isEqualTo(DISK);
    one.unpersist(true);
  }
}

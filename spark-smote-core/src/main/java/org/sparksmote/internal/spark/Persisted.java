// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;

/** Datasets that are persisted for a while, all at one storage level, and released together. */
public final class Persisted {

  private final List<Dataset<?>> datasets = new ArrayList<>();

  /** Persists a dataset, unless its owner did already or the level says not to. */
  public synchronized Dataset<?> persist(Dataset<?> data, StorageLevel level) {
    boolean cached = !data.storageLevel().equals(StorageLevel.NONE());
    if (!cached && !level.equals(StorageLevel.NONE())) {
      datasets.add(data.persist(level));
    }

    return data;
  }

  /** Lets go of all of them, without waiting. */
  public synchronized void release() {
    datasets.forEach(data -> data.unpersist(false));
    datasets.clear();
  }
}

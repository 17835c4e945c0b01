// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.distance.ImageReader;
import org.sparksmote.internal.knn.HashTree;
import org.sparksmote.internal.rows.FeatureRow;

/**
 * How the rows of a class are told apart into buckets: by a hash tree that keeps neighbours
 * together; or by their key, where no neighbour is needed, or every row goes everywhere. A pure
 * function of the row's values, because it decides a shuffle key: a retried task must send every
 * row where the first attempt sent it.
 */
public final class BucketRule implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int buckets;
  private final byte[] tree; // empty: by key
  private final boolean everywhere;
  private final @Nullable EnemyCover cover; // null: every row may be needed
  private transient @Nullable HashTree decoded;

  private BucketRule(int buckets, byte[] tree, boolean everywhere, @Nullable EnemyCover cover) {
    this.buckets = buckets;
    this.tree = tree;
    this.everywhere = everywhere;
    this.cover = cover;
  }

  /**
   * Near rows share a bucket; a row near a border is also a candidate beyond it, and rows of other
   * classes are needed only inside of {@code cover}, if there is one.
   */
  static BucketRule nearby(int buckets, byte[] tree, @Nullable EnemyCover cover) {
    return new BucketRule(buckets, tree, false, cover);
  }

  /** Any rows share a bucket, identical ones always. */
  static BucketRule anywhere(int buckets) {
    return new BucketRule(buckets, new byte[0], false, null);
  }

  /** Any rows are at home in a bucket, and every other row is a candidate there. */
  static BucketRule everywhere(int buckets) {
    return new BucketRule(buckets, new byte[0], true, null);
  }

  /** The rule as it travels from the executor that learned it. */
  Row toRow() {
    return RowFactory.create(buckets, tree, everywhere, cover == null ? null : cover.toRow());
  }

  /** The rule that travelled as a Row. */
  static BucketRule of(Row row) {
    EnemyCover cover = row.isNullAt(3) ? null : EnemyCover.of(row.getStruct(3));
    return new BucketRule(row.getInt(0), row.getAs(1), row.getBoolean(2), cover);
  }

  int buckets() {
    return buckets;
  }

  /** Where rows of other classes are needed; null: everywhere. */
  @Nullable EnemyCover cover() {
    return cover;
  }

  /** About which share of a row's neighbours is in its bucket. */
  public double reachable() {
    return tree.length == 0 ? 1 : tree().reachable();
  }

  /** The bucket that a row is at home in. */
  int home(FeatureRow row, ImageReader images) {
    return tree.length == 0 ? byKey(row) : tree().home(images.read(row));
  }

  /**
   * Fills {@code out} with the row's buckets, home first, and returns how many there are: none for
   * a row of another class that cannot be among the nearest of a row of the class.
   */
  int route(FeatureRow row, boolean enemy, ImageReader images, int[] out) {
    if (tree.length == 0) {
      int home = byKey(row);
      for (int i = 0; everywhere && i < buckets; i++) {
        out[i] = (home + i) % buckets;
      }

      out[0] = home;
      return everywhere ? buckets : 1;
    }

    double[] image = images.read(row);
    EnemyCover known = cover;
    boolean isFar = enemy && known != null && !known.contains(image);
    return isFar ? 0 : tree().route(image, out);
  }

  private int byKey(FeatureRow row) {
    return buckets == 1 ? 0 : (int) Long.remainderUnsigned(row.key(), buckets);
  }

  private HashTree tree() {
    HashTree known = decoded;
    if (known == null) {
      known = HashTree.fromBytes(tree);
      decoded = known;
    }

    return known;
  }
}

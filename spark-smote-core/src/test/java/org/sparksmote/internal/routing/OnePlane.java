// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.distance.ImageReader;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.FeatureWeights;

/**
 * A tree written by hand: rows on a line, one plane at 10. Rows below live in bucket 0, others in
 * bucket 1, and those less than 2 from the plane are candidates on its other side.
 */
final class OnePlane {

  private OnePlane() {}

  static byte[] tree() {
    ByteBuffer bytes = ByteBuffer.allocate(17 + 8 * 8);
    bytes.put((byte) 3).putInt(2).putInt(1).putDouble(0.75);
    bytes.putDouble(1).putDouble(1).putDouble(0); // factors and origin
    bytes.putDouble(1).putDouble(10).putDouble(2); // direction, threshold, reach
    bytes.putDouble(1).putDouble(1); // limits of the buckets
    return bytes.array();
  }

  static BucketRule rule(@Nullable EnemyCover cover) {
    return BucketRule.nearby(2, tree(), cover);
  }

  static ImageReader images() {
    FeatureWeights weights = new FeatureWeights(ColumnValues.full(new double[] {1}));
    return new ImageReader(RowDistance.ofNumbers(weights));
  }

  static FeatureRow row(double x) {
    FeatureRow row = new FeatureRow();
    row.setDense(new double[] {x});
    return row;
  }
}

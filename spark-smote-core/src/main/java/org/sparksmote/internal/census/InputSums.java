// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import org.sparksmote.internal.keyed.ContentKey;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.strategy.ClassCount;

/**
 * How many rows of each class an input has and what is in them, as order-free fingerprints: two
 * passes over the same input come to the same sums, and whatever rows change, go or come between
 * them changes one. Only sums of integers, so that they can be added in any order.
 */
public final class InputSums implements Serializable {

  private static final long serialVersionUID = 1L;

  private final long[] rows; // by class, and one more for rows of none
  private final long[] digests;

  /** Sums of nothing yet, for classes by ascending label. */
  public InputSums(int classes) {
    rows = new long[classes + 1];
    digests = new long[classes + 1];
  }

  /**
   * The sums of the counting pass.
   *
   * @param rows all rows, those without a label too
   */
  static InputSums of(List<ClassCount> classes, long rows) {
    InputSums sums = new InputSums(classes.size());
    sums.rows[classes.size()] = rows;
    for (int c = 0; c < classes.size(); c++) {
      sums.rows[c] = classes.get(c).found();
      sums.rows[classes.size()] -= classes.get(c).found();
      sums.digests[c] = classes.get(c).digest();
    }

    return sums;
  }

  /** Adds a row without a label, or with one that was not there. */
  public void addOther() {
    rows[rows.length - 1]++;
  }

  /** Adds a row of a class, whose fingerprint it returns; with invalid features it has none. */
  public long add(int c, FeatureRow features) {
    boolean valid = features.invalid == FeatureRow.VALID;
    long digest = valid ? ContentKey.digest(features.key()) : 0;
    rows[c]++;
    digests[c] += digest;
    return digest;
  }

  /** The sums as they travel; {@link #add(ByteBuffer)} takes them. */
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(16 * rows.length);
    bytes.asLongBuffer().put(rows).put(digests);
    return bytes.array();
  }

  /** Adds the sums of another part of the input, which are what comes next. */
  public void add(ByteBuffer other) {
    for (long[] own : new long[][] {rows, digests}) {
      for (int c = 0; c < own.length; c++) {
        own[c] += other.getLong();
      }
    }
  }

  /** Says so if another pass found something else than these. */
  public void requireSame(InputSums found, List<ClassPlan> classes) {
    for (int c = 0; c < rows.length; c++) {
      if (rows[c] != found.rows[c] || digests[c] != found.digests[c]) {
        boolean isClass = c < classes.size();
        String name = isClass ? classes.get(c).count().name() : CensusProblems.NO_COUNTED_CLASS;
        throw CensusProblems.inputChanged(name, rows[c], found.rows[c]);
      }
    }
  }
}

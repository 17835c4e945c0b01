// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.saving;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.json.CheckedJson;

/**
 * The uid of a stage. Spark saves the stages of a pipeline in directories that are called by it, so
 * it must be a plain name on every file system, and no path out of the pipeline or pattern.
 */
public final class StageUid {

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{M}\\p{N}_. -]*[\\p{L}\\p{M}\\p{N}_-])?");

  /** File systems take 255, and Spark puts the number of the stage before. */
  private static final int MOST_BYTES = 200;

  private StageUid() {}

  static boolean isPlain(String uid) {
    return uid.length() <= MOST_BYTES
        && uid.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
        && PLAIN.matcher(uid).matches();
  }

  /** The uid, if it is a plain name. */
  public static String checked(@Nullable String uid) {
    if (uid == null || !isPlain(uid)) {
      throw SavingProblems.badUid(CheckedJson.shown(uid));
    }

    return uid;
  }
}

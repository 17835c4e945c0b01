// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.BadDataException;

/**
 * Whether the files of an input still are as they were found: the output is made in several passes
 * over them, and holds rows of one state only if none was written meanwhile. Files that are added
 * later are not read, and do no harm.
 */
public final class InputState {

  private InputState() {}

  /**
   * Makes sure that all files are as they were.
   *
   * @throws BadDataException if one was written or removed
   */
  public static void requireUnchanged(InputFiles input, Configuration conf) throws IOException {
    for (InputFile file : input.files()) {
      InputFile now = now(file, conf);
      if (now == null || now.length() != file.length() || now.modified() != file.modified()) {
        throw new BadDataException(
            "Cannot finish the output: the input file "
                + file.path()
                + " was written or removed while it was read. Run again when nothing changes it.");
      }
    }
  }

  private static @Nullable InputFile now(InputFile file, Configuration conf) throws IOException {
    try {
      return InputFile.of(file.path().getFileSystem(conf).getFileStatus(file.path()));
    } catch (FileNotFoundException e) {
      return null;
    }
  }
}

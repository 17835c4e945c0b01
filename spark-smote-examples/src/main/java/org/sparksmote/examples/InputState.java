// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.jspecify.annotations.Nullable;

/**
 * The files of an input as they were before they were read: the output is made in several passes
 * over them, and holds rows of one state only if none was written meanwhile. Files that are added
 * later are not read, and do no harm.
 */
final class InputState {

  /** What changes when a file is written. */
  private record Stamp(long length, long modified) {

    static Stamp of(FileStatus file) {
      return new Stamp(file.getLen(), file.getModificationTime());
    }
  }

  private final Configuration conf;
  private final Map<Path, Stamp> stamps = new TreeMap<>();

  private InputState(Configuration conf) {
    this.conf = conf;
  }

  static InputState of(InputFiles input, Configuration conf) throws IOException {
    InputState state = new InputState(conf);
    for (Path path : input.paths()) {
      RemoteIterator<LocatedFileStatus> files = path.getFileSystem(conf).listFiles(path, true);
      while (files.hasNext()) {
        LocatedFileStatus file = files.next();
        state.stamps.put(file.getPath(), Stamp.of(file));
      }
    }

    return state;
  }

  /**
   * Makes sure that all files are as they were.
   *
   * @throws BadDataException if one was written or removed
   */
  void requireUnchanged() throws IOException {
    for (Map.Entry<Path, Stamp> file : stamps.entrySet()) {
      if (!file.getValue().equals(now(file.getKey()))) {
        throw new BadDataException(
            "Cannot finish the output: the input file "
                + file.getKey()
                + " was written or removed while it was read. Run again when nothing changes it.");
      }
    }
  }

  private @Nullable Stamp now(Path file) throws IOException {
    FileSystem files = file.getFileSystem(conf);
    try {
      return Stamp.of(files.getFileStatus(file));
    } catch (FileNotFoundException e) {
      return null;
    }
  }
}

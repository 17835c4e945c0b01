// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparksmote.examples.cli.RunPlace;

/**
 * The hidden directories beside one output: new data on its way in, old data on its way out. Their
 * names tell whose they are, so that the next run knows which were left by a killed one. A run on
 * another machine shows that it lives by the time of its staging directory, see {@code Heartbeat}.
 */
final class Leftovers {

  /** Many times longer than a heartbeat: a machine may sleep, and clocks may differ. */
  private static final long ABANDONED_MILLIS = TimeUnit.DAYS.toMillis(7);

  private final FileSystem files;
  private final Path target;
  private final RunPlace run = RunPlace.ofThisRun();

  Leftovers(FileSystem files, Path target) {
    this.files = files;
    this.target = target;
  }

  Path ownStaging() {
    return new Path(target.getParent(), staging() + run);
  }

  Path ownAside() {
    return new Path(target.getParent(), aside() + run);
  }

  private String staging() {
    return "." + target.getName() + ".staging-";
  }

  private String aside() {
    return "." + target.getName() + ".replaced-";
  }

  /**
   * Puts old data back that a run killed between two renames had moved aside, and deletes the rest.
   *
   * @return what was done, in a sentence; empty if there was nothing to do
   */
  String sweep() throws IOException {
    List<String> done = new ArrayList<>();
    Map<String, FileStatus> stagings = found(staging());
    for (Map.Entry<String, FileStatus> old : found(aside()).entrySet()) {
      // Renamed data keeps its old time; its run's staging directory is there as long as it needs
      // it.
      FileStatus sign = stagings.get(old.getKey());
      if (sign == null || isAbandoned(old.getKey(), sign)) {
        done.add(restoreOrDelete(old.getValue().getPath()));
      }
    }

    for (Map.Entry<String, FileStatus> left : stagings.entrySet()) {
      if (isAbandoned(left.getKey(), left.getValue())) {
        tryDelete(left.getValue().getPath());
        done.add("removed " + left.getValue().getPath().getName());
      }
    }

    return done.isEmpty()
        ? ""
        : "A run that was killed left data beside " + target + ": " + String.join(", ", done) + ".";
  }

  private String restoreOrDelete(Path old) throws IOException {
    if (files.exists(target)) {
      tryDelete(old);
      return "removed " + old.getName();
    } else if (!files.rename(old, target)) {
      throw new IOException("Cannot restore " + target + " from " + old + ".");
    }

    return "restored " + target.getName() + " from " + old.getName();
  }

  /** The directories whose name begins so, by the rest of it. */
  private Map<String, FileStatus> found(String prefix) throws IOException {
    Map<String, FileStatus> found = new TreeMap<>();
    if (!files.exists(target.getParent())) {
      return found;
    }

    for (FileStatus status : files.listStatus(target.getParent())) {
      String name = status.getPath().getName();
      if (name.startsWith(prefix)) {
        found.put(name.substring(prefix.length()), status);
      }
    }

    return found;
  }

  private static boolean isAbandoned(String name, FileStatus sign) {
    RunPlace owner = RunPlace.parse(name);
    long silent = System.currentTimeMillis() - sign.getModificationTime();
    return owner.hasEnded() || (owner.isElsewhere() && silent > ABANDONED_MILLIS);
  }

  /** Deletes if possible: what stays is hidden, and the next run tries again. */
  void tryDelete(Path path) {
    try {
      files.delete(path, true);
    } catch (IOException e) {
      // Nothing depends on it.
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.io.IOException;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Keeps the time of a directory young while its run lives: other machines see nothing else of it.
 */
public final class Heartbeat implements AutoCloseable {

  private static final long MILLIS = TimeUnit.MINUTES.toMillis(5);

  private final FileSystem files;
  private final Path directory;
  private final Timer clock = new Timer("spark-smote-heartbeat", true);

  private Heartbeat(FileSystem files, Path directory) {
    this.files = files;
    this.directory = directory;
  }

  public static Heartbeat of(FileSystem files, Path directory) {
    Heartbeat heartbeat = new Heartbeat(files, directory);
    heartbeat.clock.schedule(
        new TimerTask() {
          @Override
          public void run() {
            heartbeat.beat();
          }
        },
        MILLIS,
        MILLIS);
    return heartbeat;
  }

  /** Sets the directory's time, if it is there already and its file system can. */
  public void beat() {
    try {
      if (files.exists(directory)) {
        files.setTimes(directory, System.currentTimeMillis(), -1);
      }
    } catch (IOException | RuntimeException e) {
      // The next one may succeed; a run shorter than the time of an abandoned one needs none.
    }
  }

  @Override
  public void close() {
    clock.cancel();
  }
}

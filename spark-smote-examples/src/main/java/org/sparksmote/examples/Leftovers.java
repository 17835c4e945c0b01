// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The hidden directories beside one output: new data on its way in, old data on its way out. Their
 * names tell host and process, so that the next run knows which were left by a killed one.
 */
final class Leftovers {

  /** After this time a directory of another host is nobody's. */
  private static final long ABANDONED_MILLIS = TimeUnit.DAYS.toMillis(7);

  private static final Pattern OWNER =
      Pattern.compile("(?<host>.+)-(?<pid>\\d{1,18})-(?<start>\\d{1,18})-[0-9a-f-]{36}");

  private final FileSystem files;
  private final Path target;

  Leftovers(FileSystem files, Path target) {
    this.files = files;
    this.target = target;
  }

  Path newStaging() {
    return named(staging() + owner(ProcessHandle.current()) + UUID.randomUUID());
  }

  Path newAside() {
    return named(aside() + owner(ProcessHandle.current()) + UUID.randomUUID());
  }

  private Path named(String name) {
    return new Path(target.getParent(), name);
  }

  private String staging() {
    return "." + target.getName() + ".staging-";
  }

  private String aside() {
    return "." + target.getName() + ".replaced-";
  }

  /** The part of a name that tells whose it is; in a container every run may be process 1. */
  static String owner(ProcessHandle process) {
    return host() + "-" + process.pid() + "-" + startMillis(process) + "-";
  }

  private static long startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /**
   * Puts old data back that a run killed between two renames had moved aside, and deletes the rest.
   */
  void sweep() throws IOException {
    for (Path old : abandoned(aside())) {
      if (files.exists(target)) {
        tryDelete(old);
      } else if (!files.rename(old, target)) {
        throw new IOException("Cannot restore " + target + " from " + old + ".");
      }
    }

    for (Path old : abandoned(staging())) {
      tryDelete(old);
    }
  }

  private List<Path> abandoned(String prefix) throws IOException {
    List<Path> found = new ArrayList<>();
    if (!files.exists(target.getParent())) {
      return found;
    }

    for (FileStatus status : files.listStatus(target.getParent())) {
      String name = status.getPath().getName();
      if (name.startsWith(prefix) && isAbandoned(name.substring(prefix.length()), status)) {
        found.add(status.getPath());
      }
    }

    return found;
  }

  private static boolean isAbandoned(String owner, FileStatus status) {
    Matcher named = OWNER.matcher(owner);
    if (named.matches() && named.group("host").equals(host())) {
      long pid = Long.parseLong(named.group("pid"));
      long start = Long.parseLong(named.group("start"));
      return ProcessHandle.of(pid).filter(process -> startMillis(process) == start).isEmpty();
    }

    return status.getModificationTime() + ABANDONED_MILLIS < System.currentTimeMillis();
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

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparksmote.examples.cli.Heartbeat;
import org.sparksmote.examples.cli.Interruption;

/**
 * An output directory that is either the old one or the complete new one. Data is written to a
 * hidden directory beside the target, which takes the target's name when all is done; old data is
 * moved aside first and moved back if that fails.
 *
 * <p>On an object store a rename copies, so there the last step is not instant; the marker file is
 * in a complete output only.
 */
public final class StagedOutput implements Staging {

  /** In every output of ours: what lacks it is never overwritten. Readers skip such names. */
  static final String MARKER = "_spark_smote";

  private final FileSystem files;
  private final Path target;
  private final Leftovers leftovers;
  private final Path staging;
  private final Path aside;
  private final Existing existing;
  private final PrintWriter err;
  private final Heartbeat heartbeat;
  private final Interruption interruption;
  private boolean interrupted;
  private boolean published;

  private StagedOutput(
      FileSystem files, Path target, Existing existing, Leftovers leftovers, PrintWriter err) {
    this.files = files;
    this.target = target;
    this.existing = existing;
    this.leftovers = leftovers;
    this.err = err;
    this.staging = leftovers.ownStaging();
    this.aside = leftovers.ownAside();
    this.heartbeat = Heartbeat.of(files, staging);
    this.interruption = Interruption.cleaningUp(this::interrupt);
  }

  /** What to do with an output that is there already. */
  public enum Existing {
    REFUSE,
    OVERWRITE
  }

  /**
   * Prepares an output; what killed runs left for the same target is repaired and swept.
   *
   * @param err where it is said what they left
   * @throws RefusedPathException if there is something that must not be replaced
   */
  public static StagedOutput prepare(
      Path path, Existing existing, Configuration conf, PrintWriter err) throws IOException {
    PathRules.refuseLink(path, conf);
    FileSystem files = path.getFileSystem(conf);
    Path target = files.makeQualified(path);
    Leftovers leftovers = new Leftovers(files, target);
    String swept = leftovers.sweep();
    if (!swept.isEmpty()) {
      err.println(swept);
      err.flush();
    }

    refuse(files, target, existing);
    return new StagedOutput(files, target, existing, leftovers, err);
  }

  /** Refuses what must not be replaced, and changes nothing. */
  static void check(Path path, Existing existing, Configuration conf) throws IOException {
    PathRules.refuseLink(path, conf);
    FileSystem files = path.getFileSystem(conf);
    refuse(files, files.makeQualified(path), existing);
  }

  private static void refuse(FileSystem files, Path target, Existing existing) throws IOException {
    if (!files.exists(target)) {
      return;
    }

    if (existing == Existing.REFUSE) {
      throw new RefusedPathException(
          target.toString(), "it exists. Choose another name, or give --overwrite.");
    }

    if (!files.exists(new Path(target, MARKER))) {
      throw new RefusedPathException(
          target.toString(),
          "it was not written by spark-smote (no file " + MARKER + " in it). Remove it yourself.");
    }
  }

  /** The directory to write to. */
  public Path staging() {
    return staging;
  }

  @Override
  public String place() {
    return staging.toString();
  }

  /** Gives the written directory the target's name, unless another run took it meanwhile. */
  @Override
  public synchronized void publish() throws IOException {
    if (interrupted) {
      throw new IOException("Cannot finish " + target + ": the run was told to end.");
    }

    refuse(files, target, existing);
    mark();
    boolean replaces = files.exists(target);
    if (replaces) {
      rename(target, aside);
    }

    try {
      rename(staging, target);
    } catch (IOException | RuntimeException e) {
      if (replaces && !files.exists(target)) {
        rename(aside, target);
      }

      throw e;
    }

    published = true;
    if (replaces) {
      // The new data stands; old data that cannot be deleted is swept by the next run.
      leftovers.tryDelete(aside);
    }
  }

  private void mark() throws IOException {
    try (OutputStream out = files.create(new Path(staging, MARKER), true)) {
      out.write("written by spark-smote\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void rename(Path from, Path to) throws IOException {
    boolean renamed = !files.exists(to) && files.rename(from, to);
    Path inside = new Path(to, from.getName());
    if (renamed && files.exists(inside)) {
      // Another run made the directory meanwhile, and rename moved ours into it.
      files.delete(inside, true);
      renamed = false;
    }

    if (!renamed) {
      throw new IOException(
          "Cannot rename " + from + " to " + to + ": was it made by another run meanwhile?");
    }
  }

  /** Removes what was written; an output that is being published is finished first. */
  private synchronized void interrupt() {
    if (!interrupted && !published) {
      err.println("Interrupted: " + target + " was not written by this run.");
      err.flush();
    }

    interrupted = true;
    leftovers.tryDelete(staging);
  }

  /** Removes what was written if it was not published. */
  @Override
  public void close() {
    interruption.close();
    heartbeat.close();
    leftovers.tryDelete(staging);
  }
}

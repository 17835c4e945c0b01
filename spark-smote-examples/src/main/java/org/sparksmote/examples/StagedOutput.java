// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * An output directory that is either the old one or the complete new one. Data is written to a
 * hidden directory beside the target, which takes the target's name when all is done; old data is
 * moved aside first and moved back if that fails.
 *
 * <p>On an object store a rename copies, so there the last step is not instant; the marker file is
 * in a complete output only.
 */
final class StagedOutput implements AutoCloseable {

  /** In every output of ours: what lacks it is never overwritten. Readers skip such names. */
  static final String MARKER = "_spark_smote";

  private final FileSystem files;
  private final Path target;
  private final Leftovers leftovers;
  private final Path staging;
  private final Path aside;
  private final Existing existing;

  private StagedOutput(FileSystem files, Path target, Existing existing) {
    this.files = files;
    this.target = target;
    this.existing = existing;
    this.leftovers = new Leftovers(files, target);
    this.staging = leftovers.newStaging();
    this.aside = leftovers.newAside();
  }

  /** What to do with an output that is there already. */
  enum Existing {
    REFUSE,
    OVERWRITE
  }

  /**
   * Prepares an output; what killed runs left for the same target is repaired and swept.
   *
   * @throws RefusedPathException if there is something that must not be replaced
   */
  static StagedOutput prepare(Path path, Existing existing, Configuration conf) throws IOException {
    FileSystem files = path.getFileSystem(conf);
    StagedOutput output = new StagedOutput(files, files.makeQualified(path), existing);
    output.leftovers.sweep();
    output.refuse();
    return output;
  }

  private void refuse() throws IOException {
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
  Path staging() {
    return staging;
  }

  /** Gives the written directory the target's name, unless another run took it meanwhile. */
  void publish() throws IOException {
    refuse();
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

  /** Removes what was written if it was not published. */
  @Override
  public void close() {
    leftovers.tryDelete(staging);
  }
}

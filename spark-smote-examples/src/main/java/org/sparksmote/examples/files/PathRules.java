// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** Where a run may write: nowhere near its inputs, and never over a root or home directory. */
final class PathRules {

  private PathRules() {}

  /** Refuses an output directory that meets an input, or that holds more than one job's output. */
  static void checkOutput(Path output, List<Path> inputs, Configuration conf) throws IOException {
    RealPath target = RealPath.of(output, conf);
    RealPath home = RealPath.of(output.getFileSystem(conf).getHomeDirectory(), conf);
    if (target.isRoot() || home.isWithin(target)) {
      throw new RefusedPathException(
          output.toString(), "it is a root or home directory. Name a directory of its own.");
    }

    apart(output, target, inputs, conf);
  }

  /**
   * Refuses a symbolic link as output: to rename would replace the link, and not what it leads to.
   * Links on the way to the output are fine.
   */
  static void refuseLink(Path output, Configuration conf) throws IOException {
    Path full = output.getFileSystem(conf).makeQualified(output);
    if (!"file".equals(full.toUri().getScheme())) {
      return;
    }

    java.nio.file.Path local = java.nio.file.Path.of(full.toUri().getPath());
    if (Files.isSymbolicLink(local)) {
      String reason = "it is a symbolic link to " + Files.readSymbolicLink(local);
      throw new RefusedPathException(
          output.toString(),
          Files.exists(local)
              ? reason + ". Name the directory itself."
              : reason + ", which does not exist. Remove the link, or name a directory.");
    }
  }

  /**
   * Refuses a report file that would lie among data, or replace what is there.
   *
   * @param output the directory of the output, or null if it is none
   */
  static void checkReport(
      Path report,
      @Nullable Path output,
      List<Path> inputs,
      StagedOutput.Existing existing,
      Configuration conf)
      throws IOException {
    FileSystem files = report.getFileSystem(conf);
    if (files.exists(report)) {
      if (existing == StagedOutput.Existing.REFUSE) {
        throw new RefusedPathException(
            report.toString(), "it exists. Choose another name, or give --overwrite.");
      } else if (files.getFileStatus(report).isDirectory()) {
        throw new RefusedPathException(report.toString(), "it is a directory. Name a file.");
      }
    }

    RealPath file = RealPath.of(report, conf);
    if (output != null && file.isWithin(RealPath.of(output, conf))) {
      throw new RefusedPathException(
          report.toString(), "it lies inside the output, among its data. Name a place outside.");
    }

    apart(report, file, inputs, conf);
  }

  private static void apart(Path name, RealPath target, List<Path> inputs, Configuration conf)
      throws IOException {
    for (Path input : inputs) {
      RealPath source = RealPath.of(input, conf);
      if (target.isWithin(source) || source.isWithin(target)) {
        throw new RefusedPathException(
            name.toString(),
            "it is, contains or lies inside the input "
                + input
                + ". Name a directory apart from the inputs.");
      }
    }
  }
}

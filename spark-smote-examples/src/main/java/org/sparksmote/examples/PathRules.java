// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

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

  /** Refuses a report file that would lie among data. */
  static void checkReport(Path report, Path output, List<Path> inputs, Configuration conf)
      throws IOException {
    RealPath file = RealPath.of(report, conf);
    if (file.isWithin(RealPath.of(output, conf))) {
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

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobExpander;
import org.apache.hadoop.fs.GlobPattern;
import org.apache.hadoop.fs.Path;
import org.sparksmote.examples.cli.UsageException;

/**
 * What a name given by the user stands for: the file of just that name if there is one, else that
 * of the name without its backslashes, else all that it matches as a pattern.
 *
 * <p>Hadoop's own search takes every name for a pattern, and fails on a neighbour with a colon.
 */
final class PathPattern {

  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  /**
   * What was found.
   *
   * @param files files and directories, at least one
   * @param byPattern whether the name was a pattern
   */
  record Found(List<FileStatus> files, boolean byPattern) {}

  private final FileSystem files;

  private PathPattern(FileSystem files) {
    this.files = files;
  }

  /**
   * Resolves a name.
   *
   * @throws FileNotFoundException if it matches nothing
   */
  static Found find(String name, Configuration conf) throws IOException {
    FileSystem files = path(name).getFileSystem(conf);
    for (String plain : List.of(name, unescaped(name))) {
      if (files.exists(path(plain))) {
        return new Found(List.of(files.getFileStatus(path(plain))), false);
      }
    }

    List<FileStatus> found = new ArrayList<>();
    for (String pattern : GlobExpander.expand(name)) {
      found.addAll(new PathPattern(files).matches(files.makeQualified(path(pattern))));
    }

    if (found.isEmpty()) {
      throw new FileNotFoundException(
          "Cannot read the input " + name + ": no such file or directory.");
    }

    found.sort(Comparator.comparing(FileStatus::getPath));
    return new Found(List.copyOf(found), true);
  }

  /** A path whose name may hold a colon, which Hadoop would take for the end of a scheme. */
  private static Path path(String name) {
    if (name.isEmpty()) {
      throw new UsageException("Cannot read an input without a name. Name one with --input.");
    }

    return URI.matcher(name).matches() ? new Path(name) : new Path(null, null, name);
  }

  private static String unescaped(String text) {
    return ESCAPE.matcher(text).replaceAll("$1");
  }

  private List<FileStatus> matches(Path pattern) throws IOException {
    List<Path> found = List.of(new Path(pattern, Path.SEPARATOR));
    String[] steps = pattern.toUri().getPath().split(Path.SEPARATOR);
    for (String step : steps) {
      found = step.isEmpty() ? found : step(found, step);
    }

    List<FileStatus> statuses = new ArrayList<>();
    for (Path path : found) {
      statuses.add(files.getFileStatus(path));
    }

    return statuses;
  }

  private List<Path> step(List<Path> parents, String step) throws IOException {
    GlobPattern pattern = new GlobPattern(step);
    List<Path> found = new ArrayList<>();
    for (Path parent : parents) {
      if (!pattern.hasWildcard()) {
        Path child = new Path(parent, new Path(null, null, unescaped(step)));
        found.addAll(files.exists(child) ? List.of(child) : List.of());
      } else if (files.getFileStatus(parent).isDirectory()) {
        for (FileStatus child : files.listStatus(parent)) {
          found.addAll(
              pattern.matches(child.getPath().getName()) ? List.of(child.getPath()) : List.of());
        }
      }
    }

    return found;
  }
}

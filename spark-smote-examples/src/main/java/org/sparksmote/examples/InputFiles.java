// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.jspecify.annotations.Nullable;

/**
 * The input paths as they exist, with patterns resolved.
 *
 * @param paths full paths, at least one
 * @param format their common format
 */
record InputFiles(List<Path> paths, DataFormat format) {

  InputFiles {
    paths = List.copyOf(paths);
  }

  /**
   * Finds the inputs.
   *
   * @param names paths, URIs or patterns
   * @param chosen the format the user named, or null to guess it from file names
   * @throws FileNotFoundException if a name matches nothing
   */
  static InputFiles find(List<String> names, @Nullable DataFormat chosen, Configuration conf)
      throws IOException {
    List<Path> found = new ArrayList<>();
    DataFormat format = chosen;
    for (String name : names) {
      Path path = new Path(name);
      FileSystem files = path.getFileSystem(conf);
      for (FileStatus status : existing(files, path)) {
        found.add(files.makeQualified(status.getPath()));
        DataFormat here = chosen != null ? chosen : guess(files, status);
        if (format != null && format != here) {
          throw new UsageException(
              "Cannot read inputs of two formats, "
                  + format.sparkName()
                  + " and "
                  + here.sparkName()
                  + ", in one run. Name --input-format, or run twice.");
        }

        format = here;
      }
    }

    if (format == null) {
      throw new UsageException("Cannot run without an input. Name one with --input.");
    }

    return new InputFiles(found, format);
  }

  private static FileStatus[] existing(FileSystem files, Path path) throws IOException {
    FileStatus[] found = files.globStatus(path);
    if (found == null || found.length == 0) {
      throw new FileNotFoundException(
          "Cannot read the input " + path + ": no such file or directory.");
    }

    return found;
  }

  private static DataFormat guess(FileSystem files, FileStatus status) throws IOException {
    DataFormat format = DataFormat.ofName(status.getPath().getName());
    if (format == null && status.isDirectory()) {
      format = guessFromParts(files, status.getPath());
    }

    if (format == null) {
      throw new UsageException(
          "Cannot tell the format of " + status.getPath() + ". Name it with --input-format.");
    }

    return format;
  }

  private static @Nullable DataFormat guessFromParts(FileSystem files, Path directory)
      throws IOException {
    RemoteIterator<LocatedFileStatus> parts = files.listFiles(directory, true);
    while (parts.hasNext()) {
      String name = parts.next().getPath().getName();
      boolean hidden = name.startsWith("_") || name.startsWith(".");
      DataFormat format = hidden ? null : DataFormat.ofName(name);
      if (format != null) {
        return format;
      }
    }

    return null;
  }

  /** The paths as Spark's readers take them. */
  String[] names() {
    return paths.stream().map(Path::toString).toArray(String[]::new);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobPattern;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.BadDataException;
import org.sparksmote.examples.cli.UsageException;

/** Lists all files of the inputs, sub-folders too, each once, and what is passed over. */
final class FileSearch {

  private final Configuration conf;
  private final @Nullable GlobPattern nameFilter;
  private final List<Path> paths = new ArrayList<>();
  private final Map<String, InputFile> files = new LinkedHashMap<>();
  private final List<Path> skipped = new ArrayList<>();
  private final List<Path> repeated = new ArrayList<>();
  private final boolean guesses;
  private @Nullable DataFormat format;
  private boolean plainFilesOnly = true;

  FileSearch(@Nullable DataFormat chosen, @Nullable String nameFilter, Configuration conf) {
    this.format = chosen;
    this.guesses = chosen == null;
    this.nameFilter = nameFilter == null ? null : new GlobPattern(nameFilter);
    this.conf = conf;
  }

  /** Adds all files of an input. */
  void add(String name) throws IOException {
    PathPattern.Found found = PathPattern.find(name, conf);
    int before = paths.size();
    for (FileStatus status : found.files()) {
      if (found.byPattern() && isHidden(status.getPath())) {
        skipped.add(status.getPath());
      } else {
        add(status);
      }

      plainFilesOnly &= !found.byPattern() && status.isFile();
    }

    if (paths.size() == before) {
      throw new BadDataException(
          "Cannot read the input " + name + ": it matches hidden files only, " + skipped + ".");
    }
  }

  private void add(FileStatus input) throws IOException {
    FileSystem store = input.getPath().getFileSystem(conf);
    List<FileStatus> found = new ArrayList<>();
    if (input.isDirectory()) {
      list(store, input.getPath(), found);
      requireSome(input.getPath(), found);
    } else {
      found.add(input);
    }

    paths.add(store.makeQualified(input.getPath()));
    if (guesses) {
      settle(guess(input, found));
    }

    for (FileStatus file : found) {
      if (files.putIfAbsent(trueName(file.getPath()), InputFile.of(file)) != null) {
        repeated.add(file.getPath());
      }
    }
  }

  private void list(FileSystem store, Path directory, List<FileStatus> into) throws IOException {
    FileStatus[] children = store.listStatus(directory);
    Arrays.sort(children, Comparator.comparing(FileStatus::getPath));
    for (FileStatus child : children) {
      if (isHidden(child.getPath())) {
        skipped.add(child.getPath());
      } else if (child.isDirectory()) {
        list(store, child.getPath(), into);
      } else if (nameFilter == null || nameFilter.matches(child.getPath().getName())) {
        into.add(child);
      }
    }
  }

  /** Marks and left-overs of programs, which Spark's readers pass over too. */
  private static boolean isHidden(Path path) {
    String name = path.getName();
    return name.startsWith(".") || (name.startsWith("_") && !name.contains("="));
  }

  private void requireSome(Path directory, List<FileStatus> found) {
    if (found.isEmpty()) {
      throw new BadDataException(
          "Cannot read the input "
              + directory
              + ": it holds no file"
              + (skipped.isEmpty() ? "" : " but hidden ones, such as " + skipped.get(0))
              + ".");
    }
  }

  /** One name for all names of a file; links are followed where that costs nothing. */
  private static String trueName(Path path) throws IOException {
    return "file".equals(path.toUri().getScheme())
        ? new File(path.toUri().getPath()).toPath().toRealPath().toString()
        : path.toString();
  }

  private static DataFormat guess(FileStatus input, List<FileStatus> files) {
    DataFormat guess = DataFormat.ofName(input.getPath().getName());
    for (int i = 0; guess == null && i < files.size(); i++) {
      guess = DataFormat.ofName(files.get(i).getPath().getName());
    }

    if (guess == null) {
      throw new UsageException(
          "Cannot tell the format of " + input.getPath() + ". Name it with --input-format.");
    }

    return guess;
  }

  private void settle(DataFormat here) {
    if (format != null && format != here) {
      throw new UsageException(
          "Cannot read inputs of two formats, "
              + format.label()
              + " and "
              + here.label()
              + ", in one run. Name --input-format, or run twice.");
    }

    format = here;
  }

  /** The common format of all files. */
  DataFormat format() {
    if (format == null || files.isEmpty()) {
      throw new UsageException("Cannot run without an input. Name one with --input.");
    }

    return format;
  }

  List<Path> paths() {
    return paths;
  }

  List<InputFile> files() {
    return List.copyOf(files.values());
  }

  List<Path> skipped() {
    return skipped;
  }

  List<Path> repeated() {
    return repeated;
  }

  /** Whether the input is a file of its own, whatever the folder that it lies in. */
  boolean isOnePlainFile() {
    return plainFilesOnly && files.size() == 1;
  }
}

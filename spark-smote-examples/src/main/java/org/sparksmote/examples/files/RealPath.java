// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.File;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A place in a file system under its one true name, so that two spellings of one directory are
 * equal: symbolic links, {@code ..}, trailing slashes, a missing scheme and mount points are
 * resolved. What does not exist yet is resolved as far as it does.
 *
 * @param store the file system
 * @param path absolute path in it
 */
record RealPath(String store, String path) {

  static RealPath of(Path path, Configuration conf) throws IOException {
    FileSystem files = path.getFileSystem(conf);
    Path full = files.makeQualified(path);
    String rest = "";
    Path existing = full;
    while (!files.exists(existing) && existing.getParent() != null) {
      rest = Path.SEPARATOR + existing.getName() + rest;
      existing = existing.getParent();
    }

    Path resolved = files.exists(existing) ? files.resolvePath(existing) : existing;
    String base = resolved.toUri().getPath();
    boolean local = "file".equals(resolved.toUri().getScheme());
    return new RealPath(
        local ? "file" : store(resolved.getFileSystem(conf)),
        trimmed((local ? new File(base).toPath().toRealPath().toString() : base) + rest));
  }

  private static String store(FileSystem files) {
    String service = files.getCanonicalServiceName();
    return service != null ? service : String.valueOf(files.getUri());
  }

  private static String trimmed(String path) {
    String single = path.replaceAll("/+", "/");
    return single.length() > 1 && single.endsWith("/")
        ? single.substring(0, single.length() - 1)
        : single;
  }

  /** Whether this is {@code other} or lies inside it. */
  boolean isWithin(RealPath other) {
    String border = other.path.equals("/") ? "/" : other.path + "/";
    return store.equals(other.store) && (path.equals(other.path) || path.startsWith(border));
  }

  boolean isRoot() {
    return path.equals("/");
  }
}

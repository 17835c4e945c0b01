// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.testing;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local file system under {@code faulty:}, which fails on one operation if told to. */
public final class FaultyFileSystem extends RawLocalFileSystem {

  private static volatile String fault = "";

  private static volatile String meanwhile = "";
  private static volatile Runnable action = () -> {};

  /** Lets something else happen just before an operation. */
  public static void before(String operationAndName, Runnable other) {
    meanwhile = operationAndName;
    action = other;
  }

  public static void failOn(String operationAndName) {
    fault = operationAndName;
  }

  public static void failNothing() {
    fault = "";
    meanwhile = "";
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public URI getUri() {
    return URI.create("faulty:///");
  }

  private static void check(String operation, Path path) throws IOException {
    String call = operation + " " + path.getName();
    if (!meanwhile.isEmpty() && call.startsWith(meanwhile)) {
      action.run();
    }

    if (!fault.isEmpty() && call.startsWith(fault)) {
      throw new IOException("Injected: " + operation);
    }
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    check("create", path);
    return super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    check("create", path);
    return super.create(path, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    check("rename", from);
    return super.rename(from, to);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;

/**
 * A file to read, as it was when it was found.
 *
 * @param path its full name
 * @param length bytes
 * @param modified when it was written
 */
public record InputFile(Path path, long length, long modified) implements Serializable {

  public static InputFile of(FileStatus status) {
    return new InputFile(status.getPath(), status.getLen(), status.getModificationTime());
  }

  public String name() {
    return path.toString();
  }

  /** All of it, as a piece. */
  public FilePiece whole() {
    return new FilePiece(0, this, 0, length);
  }

  /** Columns told by the folders just above the file, such as {@code year=2023}: name to text. */
  public Map<String, String> folderColumns() {
    List<String> folders = new ArrayList<>();
    Path folder = path.getParent();
    while (folder != null && folder.getName().indexOf('=') > 0) {
      folders.add(0, folder.getName());
      folder = folder.getParent();
    }

    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : folders) {
      int split = name.indexOf('=');
      columns.put(unescaped(name.substring(0, split)), unescaped(name.substring(split + 1)));
    }

    return columns;
  }

  /** The folder that holds those folders. */
  Path folderBase() {
    Path folder = path.getParent();
    while (folder.getName().indexOf('=') > 0) {
      folder = folder.getParent();
    }

    return folder;
  }

  /** Spark writes what a file name cannot hold as a percent sign and two digits. */
  private static String unescaped(String text) {
    return ExternalCatalogUtils.unescapePathName(text);
  }
}

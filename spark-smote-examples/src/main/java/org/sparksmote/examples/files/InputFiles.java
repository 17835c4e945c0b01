// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.BadDataException;
import org.sparksmote.examples.cli.OptionMap;
import org.sparksmote.examples.cli.UsageException;

/**
 * The input as it was found: listed once, and read as listed.
 *
 * @param paths what was named, with patterns resolved; the folders of a table
 * @param files all files of these, each once
 * @param format their common format
 * @param skipped hidden files that were passed over
 * @param repeated files that were named more than once
 * @param folderColumns the columns that folders tell, by names such as {@code year=2023}
 * @param table the table of the catalogue that is read, or empty if files are
 */
public record InputFiles(
    List<Path> paths,
    List<InputFile> files,
    DataFormat format,
    List<Path> skipped,
    List<Path> repeated,
    List<String> folderColumns,
    String table) {

  /** Which of Spark's options say what is found. */
  public static final String NAME_FILTER = "pathglobfilter";

  public static final String NO_FOLDER_COLUMNS = "recursivefilelookup";

  public InputFiles {
    paths = List.copyOf(paths);
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    repeated = List.copyOf(repeated);
    folderColumns = List.copyOf(folderColumns);
  }

  /**
   * Finds the inputs.
   *
   * @param names paths, URIs or patterns
   * @param chosen the format the user named, or null to guess it from file names
   * @param options of the reader, some of which say what to find
   * @throws java.io.FileNotFoundException if a name matches nothing
   */
  static InputFiles find(
      List<String> names,
      @Nullable DataFormat chosen,
      Map<String, String> options,
      Configuration conf)
      throws IOException {
    OptionMap given = OptionMap.of(options);
    FileSearch search = new FileSearch(chosen, given.get(NAME_FILTER), conf);
    for (String name : names) {
      search.add(name);
    }

    DataFormat format = search.format();
    List<InputFile> files = search.files();
    boolean flat = search.isOnePlainFile() || given.isTrue(NO_FOLDER_COLUMNS);
    return new InputFiles(
        search.paths(),
        files,
        format,
        search.skipped(),
        search.repeated(),
        flat ? List.of() : folderColumns(files),
        "");
  }

  /**
   * A table of the catalogue; what is made of it is Parquet unless something else is asked for.
   *
   * @param folders that hold its files
   */
  static InputFiles ofTable(String name, Set<Path> folders, List<InputFile> files) {
    return new InputFiles(
        List.copyOf(folders), files, DataFormat.PARQUET, List.of(), List.of(), List.of(), name);
  }

  public boolean isTable() {
    return !table.isEmpty();
  }

  private static List<String> folderColumns(List<InputFile> files) {
    InputFile first = files.get(0);
    Set<String> columns = first.folderColumns().keySet();
    for (InputFile file : files) {
      Set<String> here = file.folderColumns().keySet();
      if (!List.copyOf(here).equals(List.copyOf(columns))) {
        throw new BadDataException(
            "Cannot read the input as one table: the folders of "
                + first.name()
                + " tell the columns "
                + columns
                + ", those of "
                + file.name()
                + " tell "
                + here
                + ". Name inputs of one kind, or give --input-option recursiveFileLookup=true.");
      }
    }

    return List.copyOf(columns);
  }

  /** Refuses a label that only the folder of a file tells, where that is not read. */
  public void refuseUnreadFolders(StructType schema, String label) {
    boolean known = List.of(schema.fieldNames()).stream().anyMatch(label::equalsIgnoreCase);
    InputFile file = files.isEmpty() ? null : files.get(0);
    if (!known && file != null && file.folderColumns().containsKey(label)) {
      throw new UsageException(
          "Cannot find the column '"
              + label
              + "' of --label-col in "
              + file.name()
              + ": its folder tells it, which is not read where a file is named itself, or with"
              + " recursiveFileLookup. Name the folder: --input "
              + file.folderBase()
              + ".");
    }
  }

  /** The one folder that holds all folders which tell columns. */
  public Path folderBase() {
    Set<Path> bases = new LinkedHashSet<>();
    files.forEach(file -> bases.add(file.folderBase()));
    if (bases.size() > 1) {
      throw new BadDataException(
          "Cannot read the input as one table: folders such as "
              + folderColumns.get(0)
              + "=… lie in several folders, "
              + bases
              + ". Run once for each, move them into one, or do without these columns by --input-option"
              + " recursiveFileLookup=true.");
    }

    return bases.iterator().next();
  }

  /** The paths that were named, or the table. */
  public String[] names() {
    return isTable()
        ? new String[] {table}
        : paths.stream().map(Path::toString).toArray(String[]::new);
  }

  /** The files as Spark's readers take them. */
  public String[] fileNames() {
    return files.stream().map(InputFile::name).toArray(String[]::new);
  }
}

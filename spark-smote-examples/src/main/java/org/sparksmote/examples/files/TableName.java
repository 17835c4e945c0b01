// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalog.Table;
import org.jspecify.annotations.Nullable;
import org.sparksmote.examples.cli.UsageException;

/**
 * The name of a table in Spark's catalogue.
 *
 * @param parts catalogue and database, as far as they are named, and the table
 */
public record TableName(List<String> parts) {

  private static final Pattern NAME =
      Pattern.compile("(?:`(?:[^`]|``)+`|[A-Za-z0-9_]+)(?:\\.(?:`(?:[^`]|``)+`|[A-Za-z0-9_]+))*");

  private static final Pattern PART = Pattern.compile("`((?:[^`]|``)+)`|([A-Za-z0-9_]+)");

  public TableName {
    parts = List.copyOf(parts);
  }

  public static TableName of(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new UsageException(
          "Cannot use '"
              + name
              + "' as the name of a table. Name it as table, database.table or"
              + " catalogue.database.table, and put parts with other signs than letters, digits and _"
              + " into backquotes.");
    }

    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(name);
    while (part.find()) {
      parts.add(part.group(2) == null ? part.group(1).replace("``", "`") : part.group(2));
    }

    return new TableName(parts);
  }

  /** Another table beside this one. */
  TableName beside(String suffix) {
    List<String> names = new ArrayList<>(parts);
    names.set(names.size() - 1, names.get(names.size() - 1) + suffix);
    return new TableName(names);
  }

  /** The name as SQL has it. */
  public String quoted() {
    return parts.stream()
        .map(part -> "`" + part.replace("`", "``") + "`")
        .collect(Collectors.joining("."));
  }

  /** The same without the catalogue, in which a table stays when it is renamed. */
  String quotedInCatalogue() {
    return new TableName(parts.subList(Math.max(0, parts.size() - 2), parts.size())).quoted();
  }

  boolean exists(SparkSession spark) {
    return spark.catalog().tableExists(quoted());
  }

  /** The full name, in lower case as Spark compares names; views of a session have no catalogue. */
  String full(SparkSession spark) {
    Table table;
    try {
      table = spark.catalog().getTable(quoted());
    } catch (AnalysisException e) {
      return toString(); // a view of the session that has just gone
    }

    String[] namespace = table.namespace() == null ? new String[0] : table.namespace();
    return (table.catalog() + "." + String.join(".", namespace) + "." + table.name())
        .toLowerCase(Locale.ROOT);
  }

  /** The table as an input, with its files if it has some that can be seen. */
  InputFiles files(SparkSession spark) throws IOException {
    if (!exists(spark)) {
      throw new UsageException(
          "Cannot find the table "
              + this
              + " in the catalogue of this session. Name it as database.table or"
              + " catalogue.database.table, and run where Spark knows the catalogue, or name files"
              + " with --input.");
    }

    Configuration conf = spark.sparkContext().hadoopConfiguration();
    List<InputFile> files = new ArrayList<>();
    for (String name : spark.table(quoted()).inputFiles()) {
      Path path = new Path(URI.create(name));
      InputFile file = file(path, conf);
      files.addAll(file == null ? List.of() : List.of(file));
    }

    Set<Path> folders = files.stream().map(InputFile::folderBase).collect(Collectors.toSet());
    return InputFiles.ofTable(toString(), new LinkedHashSet<>(folders), files);
  }

  /** A file, or null for a name that only the catalogue understands. */
  private static @Nullable InputFile file(Path path, Configuration conf) throws IOException {
    try {
      return InputFile.of(path.getFileSystem(conf).getFileStatus(path));
    } catch (FileNotFoundException | UnsupportedFileSystemException e) {
      return null;
    }
  }

  /** The name as people have it. */
  @Override
  public String toString() {
    return parts.stream()
        .map(part -> part.matches("[A-Za-z0-9_]+") ? part : "`" + part.replace("`", "``") + "`")
        .collect(Collectors.joining("."));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.scale;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is simulated.
 *
 * @param command what was typed, but for the page that is written
 * @param rows rows of the class to be grown
 * @param dims features
 * @param cluster the cluster that the model is about
 * @param partitions input partitions
 * @param routeShare share of the input partitions that are routed
 * @param searchMicros core time of the search per row, or null to measure it in the fullest bucket
 * @param qualityRows rows whose neighbours are compared with the true ones
 * @param docs the page that gets the tables, or null
 */
record ScaleOptions(
    String command,
    long rows,
    int dims,
    Cluster cluster,
    int partitions,
    double routeShare,
    @Nullable Double searchMicros,
    int qualityRows,
    @Nullable Path docs) {

  static final String USAGE =
      "simulate-scale [ROWS] [DIMS] [NODES] [--cores N] [--network-gb GB_PER_SECOND]"
          + " [--partitions N] [--route-share SHARE] [--search-us-per-row MICROSECONDS]"
          + " [--quality ROWS] [--docs FILE]";

  /** What a file system hands to a task, at most. */
  private static final long SPLIT_BYTES = 128L << 20;

  /** Nodes, cores of each, and bytes per second that each sends and receives. */
  record Cluster(int nodes, int cores, double network) {

    int slots() {
      return nodes * cores;
    }
  }

  static ScaleOptions parse(String... args) {
    List<String> numbers = new ArrayList<>();
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < args.length; i++) {
      if (!args[i].startsWith("--")) {
        numbers.add(args[i]);
      } else if (i + 1 < args.length) {
        named.put(args[i], args[++i]);
      } else {
        throw new IllegalArgumentException("Cannot read " + args[i] + " without its value");
      }
    }

    long rows = Long.parseLong(numbers.isEmpty() ? "100000000" : numbers.get(0));
    int dims = Integer.parseInt(numbers.size() < 2 ? "30" : numbers.get(1));
    int nodes = Integer.parseInt(numbers.size() < 3 ? "100" : numbers.get(2));
    int cores = Integer.parseInt(take(named, "--cores", "8"));
    double network = Double.parseDouble(take(named, "--network-gb", "1")) * 1e9;
    Cluster cluster = new Cluster(nodes, cores, network);
    long splits = 8L * rows * dims / SPLIT_BYTES + 1;
    String partitions = Long.toString(Math.max(cluster.slots(), splits));
    String micros = take(named, "--search-us-per-row", "");
    String docs = take(named, "--docs", "");
    ScaleOptions options =
        new ScaleOptions(
            ("simulate-scale " + String.join(" ", args)).replaceAll(" --docs \\S+| $", ""),
            rows,
            dims,
            cluster,
            Integer.parseInt(take(named, "--partitions", partitions)),
            Double.parseDouble(take(named, "--route-share", "1")),
            micros.isEmpty() ? null : Double.valueOf(micros),
            Integer.parseInt(take(named, "--quality", "0")),
            docs.isEmpty() ? null : Path.of(docs));
    if (!named.isEmpty() || numbers.size() > 3) {
      throw new IllegalArgumentException(
          "Cannot tell what is meant by " + new TreeSet<>(named.keySet()) + ". Usage: " + USAGE);
    }

    return options;
  }

  private static String take(Map<String, String> named, String name, String otherwise) {
    String value = named.remove(name);
    return value == null ? otherwise : value;
  }

  ScaleTable table() {
    return new ScaleTable(rows, dims, partitions);
  }

  /** The rows of the largest input partition there may be. */
  long rowsOfSplit() {
    return Math.min(rows, SPLIT_BYTES / (8L * dims));
  }

  /** How many of the input partitions are routed. */
  int routedPartitions() {
    return (int) Math.max(1, Math.min(partitions, Math.round(partitions * routeShare)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.SearchPlan;
import org.sparksmote.internal.census.RowSample;
import org.sparksmote.internal.columns.LabelledRows;
import org.sparksmote.internal.distance.ImageReader;
import org.sparksmote.internal.distance.RowDistance;
import org.sparksmote.internal.knn.HashTree;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.spark.Passes;
import org.sparksmote.params.NeighborParams;
import scala.Tuple2;

/**
 * Learns the bucket rules of classes from a keyed sample. Where the counting pass drew it already,
 * no job is needed; else there is one, which learns on the executors, and only rules reach the
 * driver.
 */
final class RuleLearner implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Sampled rows: enough for the medians of a shallow tree, and for each bucket of a deep one. */
  private static final int LEAST_SAMPLE = 8_000;

  private static final int SAMPLE_PER_BUCKET = 500;
  private static final int MOST_SAMPLE = 100_000;

  /** Values of all of them: the task that learns holds them twice. */
  private static final int SAMPLE_VALUES = 20_000_000;

  /**
   * What is learned for a class.
   *
   * @param rows its rows
   * @param candidates rows that may travel: its own, or those of all classes
   * @param distinctRows about how many different rows the class has
   * @param distinctCandidates the same of the rows that may travel
   * @param dims coordinates of a row's image
   * @param sizing buckets for so many rows
   * @param enemies whether rows of other classes travel
   * @param prunes whether those that are far away need not
   * @param copies rows from beyond its borders that a bucket takes at most, in its own
   */
  record Target(
      long rows,
      long candidates,
      long distinctRows,
      long distinctCandidates,
      long dims,
      BucketSizing sizing,
      boolean enemies,
      boolean prunes,
      double copies)
      implements Serializable {

    /** Rows of other classes that cost a task as much as one row that is searched for. */
    private static final int ENEMIES_PER_ROW = 4;

    int buckets() {
      return buckets(candidates);
    }

    private int buckets(long travelling) {
      return sizing.buckets(load(travelling), travelling);
    }

    /** What a task has to do, in rows searched for. */
    private long load(long travelling) {
      return Math.max(rows, enemies ? travelling / ENEMIES_PER_ROW : 0);
    }

    long load() {
      return load(candidates);
    }

    private boolean isForTree(long draw, boolean own) {
      return (own || enemies) && RowSample.isBelow(draw, treeFraction());
    }

    /** The share of the different candidates that the tree is learned from. */
    private double treeFraction() {
      long most = Math.min(MOST_SAMPLE, SAMPLE_VALUES / dims);
      long wanted = Math.min(most, (long) SAMPLE_PER_BUCKET * buckets());
      return Math.min(1, (double) Math.max(LEAST_SAMPLE, wanted) / distinctCandidates);
    }

    private boolean isForCover(long draw, boolean own) {
      return prunes && own && RowSample.isBelow(draw, coverFraction());
    }

    /** The share of the different rows of the class that are in the cover. */
    private double coverFraction() {
      return Math.min(1, (double) LEAST_SAMPLE / distinctRows);
    }

    /** Whether a sample has every row that is drawn of the class itself, or of another one. */
    private boolean isIn(RowSample sample, boolean own) {
      boolean forTree = !(own || enemies) || sample.hasAllBelow(treeFraction());
      return forTree && (!(own && prunes) || sample.hasAllBelow(coverFraction()));
    }
  }

  /** A row of the sample; it travels as a Row. */
  private record Sampled(double[] image, boolean own, boolean forTree, boolean forCover) {

    Row toRow() {
      return RowFactory.create(image, own, forTree, forCover);
    }

    static Sampled of(Row row) {
      return new Sampled(row.getAs(0), row.getBoolean(1), row.getBoolean(2), row.getBoolean(3));
    }
  }

  private final LabelledRows rows;
  private final List<RowDistance> distances;
  private final TreeMap<Integer, Target> targets;
  private final double halo;
  private final int k;
  private final int m;
  private final long seed;

  RuleLearner(
      NeighborParams params,
      SearchPlan search,
      List<RowDistance> distances,
      LabelledRows rows,
      Map<Integer, Target> targets) {
    this.rows = rows;
    this.distances = List.copyOf(distances);
    this.targets = new TreeMap<>(targets);
    this.halo = params.getHalo();
    this.k = params.getKNeighbors();
    this.m = Math.max(k, search.counted());
    this.seed = search.seed();
  }

  /**
   * The rules by class index.
   *
   * @param samples by class index, those that were drawn before
   * @param covers those that are known already, by class index
   */
  Map<Integer, BucketRule> learn(
      Dataset<Row> data, IntFunction<RowSample> samples, Map<Integer, EnemyCover> covers) {
    Map<Tuple2<Integer, Long>, Row> drawn = new HashMap<>();
    List<ImageReader> images = images();
    for (int c = 0; c < distances.size(); c++) {
      int of = c;
      samples.apply(c).below(1).forEach(row -> draw(of, row, images, drawn));
    }

    Map<Integer, BucketRule> rules = new TreeMap<>();
    for (int c : targets.keySet()) {
      if (isIn(samples, c)) {
        rules.put(c, learn(c, ofClass(c, drawn), covers.get(c)));
      }
    }

    targets.keySet().removeAll(rules.keySet());
    if (!targets.isEmpty()) {
      rules.putAll(learn(data, covers));
    }

    return rules;
  }

  private boolean isIn(IntFunction<RowSample> samples, int c) {
    Target target = Objects.requireNonNull(targets.get(c));
    return IntStream.range(0, distances.size())
        .allMatch(of -> target.isIn(samples.apply(of), of == c));
  }

  private static List<Row> ofClass(int c, Map<Tuple2<Integer, Long>, Row> drawn) {
    return drawn.entrySet().stream()
        .filter(entry -> entry.getKey()._1() == c)
        .map(Map.Entry::getValue)
        .toList();
  }

  private Map<Integer, BucketRule> learn(Dataset<Row> data, Map<Integer, EnemyCover> covers) {
    Map<Integer, BucketRule> rules = new TreeMap<>();
    Passes.learn(
            data,
            this::sample,
            targets.size(),
            of -> RowFactory.create(of._1(), learn(of._1(), of._2(), covers.get(of._1())).toRow()))
        .forEach(learned -> rules.put(learned.getInt(0), BucketRule.of(learned.getStruct(1))));
    targets.keySet().forEach(c -> rules.computeIfAbsent(c, any -> learn(c, List.of(), null)));
    return rules;
  }

  /** Distinct sampled rows: a row that stands there a thousand times says no more than once. */
  private Iterator<Tuple2<Tuple2<Integer, Long>, Row>> sample(Iterator<Row> part) {
    Map<Tuple2<Integer, Long>, Row> sampled = new HashMap<>();
    List<ImageReader> images = images();
    boolean othersToo = targets.values().stream().anyMatch(Target::enemies);
    rows.forEach(part, othersToo, (of, features) -> draw(of, features, images, sampled));
    return sampled.entrySet().stream()
        .map(row -> new Tuple2<>(row.getKey(), row.getValue()))
        .iterator();
  }

  private List<ImageReader> images() {
    return distances.stream().map(ImageReader::new).toList();
  }

  /** Draws a row of a class for all targets that want it. */
  private void draw(
      int of,
      FeatureRow features,
      List<ImageReader> images,
      Map<Tuple2<Integer, Long>, Row> sampled) {
    long key = features.key();
    long draw = RowSample.rank(seed, key);
    targets.forEach(
        (c, target) -> {
          boolean own = of == c;
          boolean forTree = target.isForTree(draw, own);
          boolean forCover = target.isForCover(draw, own);
          if (forTree || forCover) {
            sampled.computeIfAbsent(
                new Tuple2<>(c, own ? key : ~key),
                any -> {
                  double[] image = images.get(c).read(features).clone();
                  return new Sampled(image, own, forTree, forCover).toRow();
                });
          }
        });
  }

  private BucketRule learn(int c, Iterable<Row> sampled, @Nullable EnemyCover known) {
    Target target = Objects.requireNonNull(targets.get(c));
    List<Sampled> all = new ArrayList<>();
    sampled.forEach(row -> all.add(Sampled.of(row)));
    all.sort(
        Comparator.comparing(Sampled::image, Arrays::compare) // whatever the partitions
            .thenComparing(Sampled::own));
    EnemyCover cover = known == null ? cover(target, all) : known;
    List<double[]> forTree = new ArrayList<>();
    long drawn = 0;
    for (Sampled row : all) {
      if (row.forTree()) {
        drawn++;
        if (row.own() || cover == null || cover.contains(row.image())) {
          forTree.add(row.image());
        }
      }
    }

    long travelling =
        drawn == 0 ? 0 : (long) ((double) target.candidates() * forTree.size() / drawn);
    int buckets = target.buckets(travelling);
    double[][] sample = distinct(forTree);
    return BucketRule.nearby(
        buckets,
        HashTree.learn(sample, target.treeFraction(), buckets, halo, target.copies(), k, seed)
            .toBytes(),
        cover);
  }

  private @Nullable EnemyCover cover(Target target, List<Sampled> all) {
    List<double[]> own = all.stream().filter(Sampled::forCover).map(Sampled::image).toList();
    List<double[]> others =
        all.stream().filter(row -> !row.forCover()).map(Sampled::image).toList();
    return !target.prunes() || own.isEmpty() ? null : EnemyCover.learn(own, others, m, seed);
  }

  private static double[][] distinct(List<double[]> sorted) {
    List<double[]> distinct = new ArrayList<>();
    for (double[] row : sorted) {
      if (distinct.isEmpty() || !Arrays.equals(distinct.get(distinct.size() - 1), row)) {
        distinct.add(row);
      }
    }

    return distinct.toArray(new double[0][]);
  }
}

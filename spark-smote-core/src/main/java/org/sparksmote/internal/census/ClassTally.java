// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.census;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.exact.DistinctCount;
import org.sparksmote.internal.exact.Moments;
import org.sparksmote.internal.keyed.ContentKey;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.strategy.ClassCount;

/**
 * What the counting pass finds out about some rows. Tallies merge in any order to the same result:
 * only counts, minima, maxima and wrapping sums, never a floating-point sum.
 */
final class ClassTally {

  /** How many vector sizes are told apart: two are enough to say what is wrong. */
  private static final int MAX_SIZES = 8;

  /** Mean and deviation of a column, by class, take the room of so many ranges. */
  static final int RANGES_PER_MOMENTS = 4;

  private final TallyKind kind;
  private final Map<Object, long[]> classes = new HashMap<>(); // label → rows, usable, digest
  private final Map<Object, String> spellings = new HashMap<>(); // label → the first as text
  private final TreeMap<Integer, Long> sizes = new TreeMap<>();
  private FeatureRanges ranges = new FeatureRanges();
  private final Map<Object, Moments> moments = new HashMap<>();
  private long momentColumns; // of all classes
  private boolean hasTooManyColumns;
  private final Map<Object, DistinctCount> distinct = new HashMap<>(); // of the usable rows
  private final ClassSamples samples; // the same
  long parts; // of the input
  long rows;
  long invalidLabels;
  long invalidWeights;
  long invalidFeatures;
  long storedValues;
  int firstInvalid = Integer.MAX_VALUE;
  long inexactRows;
  int firstInexact = Integer.MAX_VALUE;
  long brokenRows;
  int firstBroken = Integer.MAX_VALUE;

  ClassTally(TallyKind kind) {
    this.kind = kind;
    this.samples = new ClassSamples(kind.sampleValues());
  }

  /** Counts one row whose label is valid. */
  void add(Object label, FeatureRow features) {
    long[] counts = classes.get(label);
    if (counts == null) {
      if (isOverfull()) {
        return;
      }

      counts = new long[3];
      classes.put(label, counts);
    }

    counts[0]++;
    if (features.inexact != FeatureRow.VALID) {
      inexactRows++;
      firstInexact = Math.min(firstInexact, features.inexact);
    }

    if (features.broken != FeatureRow.VALID) {
      brokenRows++;
      firstBroken = Math.min(firstBroken, features.broken);
    }

    if (features.invalid == FeatureRow.VALID) {
      counts[1]++;
      long key = features.key();
      long hash = ContentKey.digest(key);
      counts[2] += hash;
      distinct.computeIfAbsent(label, any -> new DistinctCount()).add(hash);
      storedValues += features.values.length;
      addValid(label, features);
      if (kind.sampleValues() > 0 && sizes.size() == 1) {
        samples.add(label, RowSample.rank(kind.seed(), key), features);
      }
    } else {
      invalidFeatures++;
      firstInvalid = Math.min(firstInvalid, features.invalid);
    }
  }

  private void addValid(Object label, FeatureRow features) {
    if (sizes.size() < MAX_SIZES || sizes.containsKey(features.size)) {
      sizes.merge(features.size, 1L, Long::sum);
    }

    if (sizes.size() == 1 && !hasTooManyColumns) {
      addColumns(label, features);
      dropIfTooMany();
    }
  }

  private void addColumns(Object label, FeatureRow features) {
    if (kind.withRanges()) {
      ranges.add(features);
    }

    if (kind.withMoments()) {
      Moments found = moments.computeIfAbsent(label, any -> new Moments());
      momentColumns -= found.size();
      if (features.sparse) {
        found.addSparse(features.indices, features.values);
      } else {
        found.addDense(features.values);
      }

      momentColumns += found.size();
    }
  }

  private void dropIfTooMany() {
    hasTooManyColumns |= ranges.size() + RANGES_PER_MOMENTS * momentColumns > kind.maxColumns();
    if (hasTooManyColumns) {
      ranges = new FeatureRanges();
      moments.clear();
      momentColumns = 0;
    }
  }

  /** Notes how a label is spelled, where that is not its key: the first spelling is kept. */
  void spell(Object label, String spelling) {
    if (classes.containsKey(label)) {
      spellings.merge(label, spelling, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
  }

  /** All that was found, as it travels; {@link #add(Row)} reads it. */
  Row toRow() {
    Row counts =
        RowFactory.create(
            new long[] {
              rows,
              invalidLabels,
              invalidFeatures,
              storedValues,
              inexactRows,
              brokenRows,
              invalidWeights,
              hasTooManyColumns ? 1 : 0,
              parts
            },
            new int[] {firstInvalid, firstInexact, firstBroken});
    Row found =
        RowFactory.create(
            Entries.of(sizes, rows -> rows),
            Entries.of(classes, counted -> counted),
            ranges.toRow());
    return RowFactory.create(
        counts,
        found,
        Entries.of(moments, Moments::toBytes),
        Entries.of(spellings, text -> text),
        Entries.of(distinct, DistinctCount::toArray),
        samples.toRow(TaskContext.get() != null));
  }

  /** Adds what another tally found. */
  ClassTally add(Row other) {
    long[] counts = other.getStruct(0).getAs(0);
    rows += counts[0];
    invalidLabels += counts[1];
    invalidFeatures += counts[2];
    storedValues += counts[3];
    inexactRows += counts[4];
    brokenRows += counts[5];
    invalidWeights += counts[6];
    hasTooManyColumns |= counts[7] > 0;
    parts += counts[8];
    int[] first = other.getStruct(0).getAs(1);
    firstInvalid = Math.min(firstInvalid, first[0]);
    firstInexact = Math.min(firstInexact, first[1]);
    firstBroken = Math.min(firstBroken, first[2]);
    addFound(other.getStruct(1), other.getStruct(2));
    Entries.<String>forEach(other.getStruct(3), this::spell);
    Entries.<long[]>forEach(
        other.getStruct(4),
        (label, hashes) ->
            distinct
                .computeIfAbsent(label, any -> new DistinctCount())
                .merge(DistinctCount.of(hashes)));
    if (sizes.size() <= 1) {
      samples.add(other.getStruct(5));
    }

    return this;
  }

  private void addFound(Row found, Row packed) {
    Entries.<Long>forEach(
        found.getStruct(0), (size, of) -> sizes.merge((Integer) size, of, Long::sum));
    Entries.<long[]>forEach(
        found.getStruct(1), (label, of) -> classes.merge(label, of, ClassTally::sum));
    if (sizes.size() <= 1) {
      ranges.add(found.getStruct(2));
      Entries.<byte[]>forEach(
          packed, (label, of) -> moments.merge(label, Moments.of(of), ClassTally::joined));
      momentColumns = moments.values().stream().mapToLong(Moments::size).sum();
      dropIfTooMany();
    }
  }

  private static Moments joined(Moments a, Moments b) {
    a.merge(b);
    return a;
  }

  private static long[] sum(long[] a, long[] b) {
    return new long[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
  }

  /** Whether there are more classes than allowed; counting them on would be of no use. */
  boolean isOverfull() {
    return classes.size() > kind.maxClasses();
  }

  /** Whether more columns have a value than ranges, means and deviations can be kept for. */
  boolean hasTooManyColumns() {
    return hasTooManyColumns;
  }

  /** The vector sizes with their row counts, ascending. */
  NavigableMap<Integer, Long> sizes() {
    return sizes;
  }

  /** Means and deviations by label; empty unless they were asked for. */
  Map<Object, Moments> moments() {
    return moments;
  }

  /** About how many different usable rows there are, by label. */
  Map<Object, DistinctCount> distinct() {
    return distinct;
  }

  /** Samples of the usable rows, empty unless they were asked for. */
  ClassSamples samples() {
    return samples;
  }

  /** Distance weights by range, or all ones. */
  ColumnValues weights(int size) {
    return ranges.weights(size);
  }

  /**
   * The classes by ascending label.
   *
   * @param dropInvalid whether rows with invalid features leave the output
   * @param named the labels as text, where nothing else is known
   */
  List<ClassCount> counts(boolean dropInvalid, Function<List<Object>, List<String>> named) {
    Map<Object, long[]> kept = new TreeMap<>(Labels::compare);
    classes.forEach(
        (label, c) -> {
          if (c[1] > 0 || !dropInvalid) {
            kept.put(label, c);
          }
        });
    List<Object> labels = List.copyOf(kept.keySet());
    List<String> names = named.apply(labels);
    List<ClassCount> counts = new ArrayList<>();
    kept.forEach(
        (label, c) -> {
          String name = spellings.getOrDefault(label, names.get(counts.size()));
          counts.add(new ClassCount(label, name, c[0], dropInvalid ? c[1] : c[0], c[1], c[2]));
        });

    return counts;
  }
}

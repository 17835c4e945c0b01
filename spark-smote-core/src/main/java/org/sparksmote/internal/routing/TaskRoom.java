// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.cells.CellProblems;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.NominalFeatures;
import org.sparksmote.internal.knn.Sketch;
import org.sparksmote.internal.rows.RowStore;
import org.sparksmote.internal.strategy.ClassCount;
import org.sparksmote.params.NeighborParams;

/**
 * What one task has room for. Buckets are so small that what arrives in one takes a bounded memory,
 * rows from beyond its borders and of other classes included. A class that the settings want in one
 * task as a whole is refused before anything is searched if not even arrays could hold it.
 */
final class TaskRoom {

  /** Values that arrive in a bucket at most: twice that are held while rows are unpacked. */
  static final long ARRIVING_VALUES = 40_000_000;

  /** What a row takes in a task beside its values, in values. */
  private static final int ROW_VALUES = 12;

  /** Classes above exactBelow get this many buckets at least, if each has enough rows for one. */
  private static final int PARALLEL_BUCKETS = 4;

  /** Buckets with fewer rows than this are joined: too few rows have no near neighbours. */
  private static final int LEAST_CELL_ROWS = 1_000;

  /** Coordinates of a nominal feature in a search's image, at most. */
  private static final int NOMINAL_COORDINATES = 32;

  private final NeighborParams params;
  private final int counted;
  private final NominalFeatures nominal;
  private final ClassCounter.Counts counts;

  /**
   * For the rows that were counted.
   *
   * @param counted nearest rows of all classes that are counted, where some are
   */
  TaskRoom(NeighborParams params, int counted, InputSchema input, ClassCounter.Counts counts) {
    this.params = params;
    this.counted = counted;
    this.nominal = input.nominal();
    this.counts = counts;
  }

  /** Whether rows are too wide to be searched as they are. */
  boolean isWide() {
    return counts.size() > RowStore.MAX_DENSE_SIZE;
  }

  /** Of wide rows only what they store, with its columns, beside a sketch. */
  private long width() {
    return Math.max(imageDims(), isWide() ? counts.storedPerRow() * 3 / 2 : 0);
  }

  /** Coordinates of the image that a row is routed by. */
  long imageDims() {
    return isWide() ? Sketch.DIMS : counts.size() + nominal.imageWidth();
  }

  /** Values that a row takes where it arrives, its list of neighbours included. */
  long values(CellNeeds needs) {
    return values(needs.asked(kNeighbors(), counted));
  }

  private long values(long asked) {
    return width() + ROW_VALUES + list(asked, false);
  }

  private int kNeighbors() {
    return params.getKNeighbors();
  }

  /** How a class of such rows is split. */
  BucketSizing sizing(CellNeeds needs) {
    long arriving = mostRows(needs, needs.asked(kNeighbors(), counted));
    return new BucketSizing(Math.min(params.getBucketRows(), arriving), arriving, PARALLEL_BUCKETS);
  }

  /** Rows of a bucket, on average, of which each asks for so many neighbours. */
  private long mostRows(CellNeeds needs, long asked) {
    return Math.max(1, ARRIVING_VALUES / needs.withCopies() / values(asked));
  }

  /** Rows below which buckets are joined. */
  long leastCellRows(CellNeeds needs) {
    return leastCellRows(sizing(needs).most(), kNeighbors());
  }

  private static long leastCellRows(long most, int k) {
    return Math.max(Math.min(LEAST_CELL_ROWS, most), k + 1L);
  }

  /** Whether all candidates fit every task. */
  boolean fitsEveryTask(long candidates) {
    return candidates * (counts.storedPerRow() + ROW_VALUES) <= ARRIVING_VALUES;
  }

  /** Entries of a row's list of neighbours; an image that is rough needs more of them. */
  private long list(long asked, boolean exact) {
    boolean rough = isWide() || nominal.measured();
    return exact || !rough ? asked + 3 : 4 * asked + 16;
  }

  /**
   * What a class wants room for.
   *
   * @param load what it counts for {@code exactBelow}
   * @param one whether it is one cell, or split into buckets
   */
  record Wanted(ClassCount count, CellNeeds needs, long load, boolean one) {}

  /** Says so if some classes do not fit as the settings want them to. */
  void require(List<Wanted> classes) {
    classes.stream()
        .filter(wanted -> wanted.one() && points(wanted) * entries() > RowStore.ENTRIES)
        .min(Comparator.comparingLong(Wanted::load)) // what it takes to split this splits all
        .ifPresent(
            wanted -> {
              throw tooManyRows(wanted);
            });
    classes.stream()
        .filter(wanted -> !fits(wanted, kNeighbors(), counted))
        .map(this::tooManyNeighbors)
        .min(Comparator.comparingInt(TooMany::largest))
        .ifPresent(
            found -> {
              throw found.problem(found.ofClass() ? kNeighbors() : counted);
            });
  }

  /**
   * Different rows of a class's only cell that ask for neighbours, as {@code Neighborhood} has it.
   */
  private long asking(Wanted wanted) {
    return wanted.needs().enemiesAsk() ? points(wanted) : counts.distinct().atMost(wanted.count());
  }

  /** All different rows of a class's only cell, at most. */
  private long points(Wanted wanted) {
    CellNeeds needs = wanted.needs();
    long own = counts.distinct().atMost(wanted.count());
    long others = needs.takesEnemies() ? counts.distinct().ofOthersAtMost(wanted.count()) : 0;
    return own + others + needs.tried();
  }

  /** Whether the lists of neighbours of a cell fit. */
  private boolean fits(Wanted wanted, int k, int m) {
    long asked = wanted.needs().asked(k, m);
    if (wanted.one()) {
      boolean exact = isAlwaysExact() || !wanted.needs().takesEnemies();
      long length = list(Math.min(asked, points(wanted)), exact);
      return asking(wanted) * length <= RowStore.ENTRIES;
    }

    long most = mostRows(wanted.needs(), asked);
    long rows = leastCellRows(most, k) + wanted.needs().withCopies() * most;
    return Math.min(wanted.count().usable(), rows) * list(asked, false) <= RowStore.ENTRIES;
  }

  /** Entries of a row in the widest array that a search keeps its points in. */
  private long entries() {
    if (isWide()) {
      return Math.max(Sketch.DIMS, counts.storedPerRow());
    }

    int categories = nominal.measured() ? nominal.features().length : 0;
    int perCategory = Math.max(NOMINAL_COORDINATES, counts.classes().size());
    return ((long) counts.size() + (long) categories * (perCategory - 1) + 3) & ~3;
  }

  private boolean isAlwaysExact() {
    return params.getNeighborSearch().equals("exact");
  }

  private SmoteException tooManyRows(Wanted wanted) {
    boolean exact = isAlwaysExact();
    return CellProblems.tooMuchForOneTask(
        wanted.count().name(),
        exact ? "neighborSearch=exact" : "exactBelow=" + params.getExactBelow(),
        points(wanted)
            + " rows of "
            + counts.size()
            + " features are too many, "
            + RowStore.ENTRIES / entries()
            + " fit",
        exact ? "neighborSearch to auto" : "exactBelow to " + (wanted.load() - 1) + " or less");
  }

  /**
   * Which number of neighbours is too large.
   *
   * @param ofClass whether it is {@code kNeighbors}, or {@code mNeighbors}
   * @param largest the largest that fits
   */
  private record TooMany(Wanted wanted, boolean ofClass, int largest) {

    SmoteException problem(int value) {
      String setting = ofClass ? "kNeighbors" : "mNeighbors";
      return CellProblems.tooMuchForOneTask(
          wanted.count().name(),
          setting + "=" + value,
          "lists of so many neighbours of its " + wanted.count().usable() + " rows do not fit",
          setting + " to " + largest + " or less");
    }
  }

  private TooMany tooManyNeighbors(Wanted wanted) {
    int k = kNeighbors();
    int m = counted;
    boolean ofClass = fits(wanted, 1, m); // else it is the other, whatever this one is
    return new TooMany(
        wanted,
        ofClass,
        ofClass
            ? largest(k, fewer -> fits(wanted, fewer, m))
            : largest(m, fewer -> fits(wanted, 1, fewer)));
  }

  /** The largest number below one that does not fit. */
  private static int largest(int tooMany, IntPredicate fits) {
    int low = 0;
    int high = tooMany;
    while (high - low > 1) {
      int middle = low + (high - low) / 2;
      if (fits.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }

    return low;
  }
}

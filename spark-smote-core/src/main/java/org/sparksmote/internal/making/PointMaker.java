// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.cells.CellRows;
import org.sparksmote.internal.keyed.KeyedRandom;
import org.sparksmote.internal.rows.ColumnValues;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.rows.RowBlend;
import org.sparksmote.internal.rows.RowStore;
import org.sparksmote.internal.synth.NormalNoise;
import org.sparksmote.internal.synth.Shapes;
import org.sparksmote.internal.variants.ClassFacts;
import org.sparksmote.internal.variants.Geometry;
import org.sparksmote.internal.variants.VariantParts;
import org.sparksmote.internal.variants.VariantSettings;
import org.sparksmote.internal.weighing.VariantCell;

/** Makes the new rows of a cell as the geometry of the variant says, one at a time. */
final class PointMaker {

  /** Farthest beyond a safe support vector, as a share of the way to its neighbour. */
  private static final double OUT_STEP = 0.5;

  private final VariantCell cell;
  private final CellRows rows;
  private final VariantParts parts;
  private final ClassFacts facts;
  private final VariantSettings settings;
  private final PartnerChoice choice;
  private final int k; // neighbours in the class
  private final int reach; // neighbours among all that a safe level counts
  private final ColumnValues weights;
  private final NominalValues nominal;
  private final ColumnValues bandwidth;
  private int @Nullable [] every;

  PointMaker(VariantCell cell) {
    this.cell = cell;
    this.rows = cell.rows;
    this.parts = cell.parts();
    this.facts = cell.facts();
    this.settings = cell.settings();
    this.k = (int) Math.min(cell.k(), rows.ownRows - 1);
    this.choice = new PartnerChoice(cell, k);
    this.reach = cell.k();
    this.weights = cell.routing().weights().values();
    this.nominal = new NominalValues(cell.routing().input(), rows);
    this.bandwidth = nominal.without(bandwidth(cell.planned().count().usable()));
  }

  private ColumnValues bandwidth(long rowsOfClass) {
    ColumnValues deviations = facts.deviations();
    int numeric = nominal.numeric(weights.size());
    return switch (parts.geometry()) {
      case SMOOTHED_BOOTSTRAP ->
          deviations.map(
              sigma ->
                  NormalNoise.roseBandwidth(sigma, numeric, rowsOfClass, settings.shrinkage()));
      case RANDOM_WALK -> deviations.map(sigma -> NormalNoise.rwoBandwidth(sigma, rowsOfClass));
      default -> deviations;
    };
  }

  /**
   * Makes a row.
   *
   * @param copy its number among those of the base, from 0
   * @param copies how many rows the base gets
   */
  Draft make(long base, long copy, long copies, KeyedRandom random) {
    Draft made = ofNumbers(base, copy, copies, random);
    return nominal.isEmpty() ? made : nominal.given(made, voters(base), random);
  }

  private long[] voters(long base) {
    long[] voters = new long[nominal.needsVoters() ? Math.min(k, cell.inClass().k()) : 0];
    Arrays.setAll(voters, rank -> cell.inClass().row(base, rank));
    return voters;
  }

  /** Makes a row whose nominal features are anything yet. */
  private Draft ofNumbers(long base, long copy, long copies, KeyedRandom random) {
    if (k == 0 && parts.needsNeighbors()) {
      return copyOf(base);
    }

    return switch (parts.geometry()) {
      case COPY -> copyOf(base);
      case SMOOTHED_BOOTSTRAP, RANDOM_WALK -> around(base, random);
      case SIMPLEX, GAUSSIAN -> inNeighborhood(base, random);
      case BALL, FEATURE_GAPS -> beside(base, random);
      default -> onSegment(base, copy, copies, random);
    };
  }

  private Draft copyOf(long base) {
    return new Draft(base, base, 0, RowBlend.inForm(read(base), rows.isSparse(base)));
  }

  private Draft onSegment(long base, long copy, long copies, KeyedRandom random) {
    long partner = choice.draw(base, random);
    double gap = gap(base, partner, copy, copies, random);
    ColumnValues center = choice.center(base);
    FeatureRow end = center == null ? read(partner) : center.toRow();
    boolean asSparse = rows.isSparse(base) && (center != null || rows.isSparse(partner));
    return new Draft(base, partner, gap, blend(read(base), end, gap, asSparse));
  }

  private static FeatureRow blend(FeatureRow base, FeatureRow end, double gap, boolean asSparse) {
    boolean sparse = base.sparse && end.sparse;
    return RowBlend.between(
        RowBlend.inForm(base, sparse), RowBlend.inForm(end, sparse), gap, asSparse);
  }

  private double gap(long base, long partner, long copy, long copies, KeyedRandom random) {
    return switch (parts.geometry()) {
      case SAFE_SEGMENT -> safeGap(base, partner, random);
      case EVEN_STEPS -> (copy + 1.0) / (copies + 1.0);
      case IN_OR_OUT ->
          cell.isInDanger(base) ? random.nextDouble() : -OUT_STEP * random.nextDouble();
      default -> choice.reach(partner) * random.nextDouble();
    };
  }

  /** A mean is taken for as safe as the base. */
  private double safeGap(long base, long partner, KeyedRandom random) {
    int safe = cell.friends(base, reach);
    int other = partner == Draft.NOBODY ? safe : cell.friends(partner, reach);
    return Shapes.safeGap(safe, other, random);
  }

  /** Beside the segment: in the box that it spans, or in a ball that reaches to the partner. */
  private Draft beside(long base, KeyedRandom random) {
    long partner = choice.draw(base, random);
    ColumnValues center = choice.center(base);
    FeatureRow end = center == null ? read(partner) : center.toRow();
    int[] columns = columns(base, end);
    double[] from = numbers(read(base), columns);
    double[] to = numbers(end, columns);
    double[] made = new double[columns.length];
    if (parts.geometry() == Geometry.FEATURE_GAPS) {
      Shapes.perFeatureGaps(from, to, random, made);
    } else {
      inBall(columns, from, to, random, made);
    }

    return draft(base, partner, columns, made);
  }

  /** The ball is round as distances see it. */
  private void inBall(
      int[] columns, double[] from, double[] to, KeyedRandom random, double[] made) {
    for (int j = 0; j < made.length; j++) {
      from[j] *= weights.at(columns[j]);
      to[j] *= weights.at(columns[j]);
    }

    double truncation = settings.truncationFactor();
    Shapes.ball(from, to, truncation, settings.deformationFactor(), random, made);
    for (int j = 0; j < made.length; j++) {
      made[j] /= weights.at(columns[j]);
    }
  }

  private Draft inNeighborhood(long base, KeyedRandom random) {
    FeatureRow[] near = new FeatureRow[k];
    Arrays.setAll(near, rank -> read(cell.inClass().row(base, rank)));
    int[] columns = columns(base, near);
    double[][] corners = new double[k + 1][];
    corners[0] = numbers(read(base), columns);
    for (int rank = 0; rank < k; rank++) {
      corners[rank + 1] = numbers(near[rank], columns);
    }

    double[] made = new double[columns.length];
    if (parts.geometry() == Geometry.SIMPLEX) {
      Shapes.simplex(corners, random, made);
    } else {
      NormalNoise.gaussian(corners, random, made);
    }

    return draft(base, Draft.NOBODY, columns, made);
  }

  private Draft around(long base, KeyedRandom random) {
    int[] columns = columns(base);
    double[] made = new double[columns.length];
    NormalNoise.smoothed(read(base).at(columns), bandwidth.at(columns), random, made);
    return draft(base, Draft.NOBODY, columns, made);
  }

  /**
   * The columns that a new row may have values in: those of its base and of the others that it is
   * made from if the base is a wide sparse row, else all.
   */
  private int[] columns(long base, FeatureRow... others) {
    if (rows.isSparse(base) && weights.size() > RowStore.MAX_DENSE_SIZE) {
      return RowBlend.columns(read(base), others);
    }

    int[] known = every;
    if (known == null) {
      known = IntStream.range(0, weights.size()).toArray();
      every = known;
    }

    return known;
  }

  private Draft draft(long base, long partner, int[] columns, double[] made) {
    FeatureRow features = new FeatureRow();
    if (columns == every) {
      features.setDense(made);
      features = RowBlend.inForm(features, rows.isSparse(base));
    } else {
      features.setSparse(weights.size(), columns, made);
      features = RowBlend.compressed(features);
    }

    return new Draft(base, partner, Double.NaN, features);
  }

  /** The values of some columns; 0 for nominal ones, which do not count as numbers. */
  private double[] numbers(FeatureRow row, int[] columns) {
    double[] values = row.at(columns);
    nominal.clear(columns, values);
    return values;
  }

  private FeatureRow read(long row) {
    FeatureRow features = new FeatureRow();
    rows.store.read(rows.pointOf(row), features);
    return features;
  }
}

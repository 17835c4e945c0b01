// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.Arrays;
import java.util.function.UnaryOperator;
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
  private final Maker maker;
  private final FeatureRow start = new FeatureRow(); // read anew for every segment
  private final FeatureRow end = new FeatureRow();
  private int @Nullable [] every;

  /** Makes a row whose nominal features are anything yet. */
  private interface Maker {
    Draft make(long base, long copy, long copies, KeyedRandom random);
  }

  /** How far from the base towards its partner the new row lies. */
  private interface Gap {
    double draw(long base, long partner, KeyedRandom random);
  }

  /** Values of some columns beside the segment between two points. */
  private interface Spread {
    void make(int[] columns, double[] from, double[] to, KeyedRandom random, double[] made);
  }

  /** A point among corners, the first of which is the base. */
  private interface Mixture {
    void make(double[][] corners, KeyedRandom random, double[] made);
  }

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
    this.maker = maker(cell.planned().count().usable());
  }

  /** The one place that knows one geometry from another: each is a case here. */
  private Maker maker(long rowsOfClass) {
    int numeric = nominal.numeric(weights.size());
    double shrinkage = settings.shrinkage();
    return switch (parts.geometry()) {
      case SEGMENT -> onSegment((base, end, random) -> choice.reach(end) * random.nextDouble());
      case SAFE_SEGMENT -> onSegment(this::safeGap);
      case IN_OR_OUT -> onSegment(this::inOrOut);
      case EVEN_STEPS ->
          (base, copy, copies, random) ->
              onSegment(base, (from, end, any) -> (copy + 1.0) / (copies + 1.0), random);
      case FEATURE_GAPS -> beside(PointMaker::inBox);
      case BALL -> beside(this::inBall);
      case SIMPLEX -> inNeighborhood(Shapes::simplex);
      case GAUSSIAN -> inNeighborhood(NormalNoise::gaussian);
      case SMOOTHED_BOOTSTRAP ->
          around(sigma -> NormalNoise.roseBandwidth(sigma, numeric, rowsOfClass, shrinkage));
      case RANDOM_WALK -> around(sigma -> NormalNoise.rwoBandwidth(sigma, rowsOfClass));
      case COPY -> (base, copy, copies, random) -> copyOf(base);
    };
  }

  /**
   * Makes a row.
   *
   * @param copy its number among those of the base, from 0
   * @param copies how many rows the base gets
   */
  Draft make(long base, long copy, long copies, KeyedRandom random) {
    boolean alone = k == 0 && parts.needsNeighbors();
    Draft made = alone ? copyOf(base) : maker.make(base, copy, copies, random);
    return nominal.isEmpty() ? made : nominal.given(made, voters(base), random);
  }

  private long[] voters(long base) {
    long[] voters = new long[nominal.needsVoters() ? Math.min(k, cell.inClass().k()) : 0];
    Arrays.setAll(voters, rank -> cell.inClass().row(base, rank));
    return voters;
  }

  private Draft copyOf(long base) {
    return new Draft(base, base, 0, RowBlend.inForm(read(base), rows.isSparse(base)));
  }

  private Maker onSegment(Gap gap) {
    return (base, copy, copies, random) -> onSegment(base, gap, random);
  }

  private Draft onSegment(long base, Gap rule, KeyedRandom random) {
    long partner = choice.draw(base, random);
    double gap = rule.draw(base, partner, random);
    ColumnValues center = choice.center(base);
    rows.store.reread(rows.pointOf(base), start);
    if (center == null) {
      rows.store.reread(rows.pointOf(partner), end);
    }

    FeatureRow other = center == null ? end : center.toRow();
    boolean asSparse = rows.isSparse(base) && (center != null || rows.isSparse(partner));
    return new Draft(base, partner, gap, blend(start, other, gap, asSparse));
  }

  private static FeatureRow blend(FeatureRow base, FeatureRow end, double gap, boolean asSparse) {
    boolean sparse = base.sparse && end.sparse;
    return RowBlend.between(
        RowBlend.inForm(base, sparse), RowBlend.inForm(end, sparse), gap, asSparse);
  }

  private double inOrOut(long base, long partner, KeyedRandom random) {
    return cell.isInDanger(base) ? random.nextDouble() : -OUT_STEP * random.nextDouble();
  }

  /** A mean is taken for as safe as the base. */
  private double safeGap(long base, long partner, KeyedRandom random) {
    int safe = cell.friends(base, reach);
    int other = partner == Draft.NOBODY ? safe : cell.friends(partner, reach);
    return Shapes.safeGap(safe, other, random);
  }

  /** Beside the segment: in the box that it spans, or in a ball that reaches to the partner. */
  private Maker beside(Spread spread) {
    return (base, copy, copies, random) -> beside(base, spread, random);
  }

  private Draft beside(long base, Spread spread, KeyedRandom random) {
    long partner = choice.draw(base, random);
    ColumnValues center = choice.center(base);
    FeatureRow end = center == null ? read(partner) : center.toRow();
    int[] columns = columns(base, end);
    double[] from = numbers(read(base), columns);
    double[] to = numbers(end, columns);
    double[] made = new double[columns.length];
    spread.make(columns, from, to, random, made);
    return draft(base, partner, columns, made);
  }

  private static void inBox(
      int[] columns, double[] from, double[] to, KeyedRandom random, double[] made) {
    Shapes.perFeatureGaps(from, to, random, made);
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

  private Maker inNeighborhood(Mixture mixture) {
    return (base, copy, copies, random) -> inNeighborhood(base, mixture, random);
  }

  private Draft inNeighborhood(long base, Mixture mixture, KeyedRandom random) {
    FeatureRow[] near = new FeatureRow[k];
    Arrays.setAll(near, rank -> read(cell.inClass().row(base, rank)));
    int[] columns = columns(base, near);
    double[][] corners = new double[k + 1][];
    corners[0] = numbers(read(base), columns);
    for (int rank = 0; rank < k; rank++) {
      corners[rank + 1] = numbers(near[rank], columns);
    }

    double[] made = new double[columns.length];
    mixture.make(corners, random, made);
    return draft(base, Draft.NOBODY, columns, made);
  }

  private Maker around(UnaryOperator<double[]> bandwidthOf) {
    ColumnValues bandwidth = nominal.without(facts.deviations().map(bandwidthOf));
    return (base, copy, copies, random) -> around(base, bandwidth, random);
  }

  private Draft around(long base, ColumnValues bandwidth, KeyedRandom random) {
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

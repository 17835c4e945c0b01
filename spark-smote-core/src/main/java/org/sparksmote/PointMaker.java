// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.synth.Kernels;
import org.sparksmote.internal.synth.KeyedRandom;
import org.sparksmote.internal.synth.Shapes;

/** Makes the new rows of a cell as the geometry of the variant says, one at a time. */
final class PointMaker {

  /** Farthest beyond a safe support vector, as a share of the way to its neighbour. */
  private static final double OUT_STEP = 0.5;

  private final CellHood hood;
  private final CellRows rows;
  private final VariantParts parts;
  private final ClassFacts facts;
  private final ResamplingPlan.VariantSettings settings;
  private final PartnerChoice choice;
  private final int k; // neighbours in the class
  private final int reach; // neighbours among all that a safe level counts
  private final double[] weights;
  private final NominalValues nominal;
  private final double[] bandwidth;

  PointMaker(CellHood hood) {
    ResamplingPlan plan = hood.plan;
    this.hood = hood;
    this.rows = hood.rows;
    this.parts = hood.parts();
    this.facts = plan.factsOf(rows.cell);
    this.settings = plan.search().variant();
    this.k = Math.min(plan.classOf(rows.cell).k(), rows.ownRows - 1);
    this.choice = new PartnerChoice(hood, k);
    this.reach = plan.classOf(rows.cell).k();
    this.weights = plan.weights().values();
    this.nominal = new NominalValues(plan.input(), rows);
    this.bandwidth = bandwidth(plan.classOf(rows.cell).count().usable());
    nominal.clear(bandwidth);
  }

  private double[] bandwidth(long rowsOfClass) {
    return switch (parts.geometry()) {
      case SMOOTHED_BOOTSTRAP ->
          Kernels.roseBandwidth(
              facts.deviations(),
              nominal.numeric(weights.length),
              rowsOfClass,
              settings.shrinkage());
      case RANDOM_WALK -> Kernels.rwoBandwidth(facts.deviations(), rowsOfClass);
      default -> new double[0];
    };
  }

  /**
   * Makes a row.
   *
   * @param copy its number among those of the base, from 0
   * @param copies how many rows the base gets
   */
  Draft make(int base, long copy, long copies, KeyedRandom random) {
    Draft made = ofNumbers(base, copy, copies, random);
    return nominal.isEmpty() ? made : nominal.given(made, voters(base), random);
  }

  private int[] voters(int base) {
    int[] voters = new int[nominal.needsVoters() ? Math.min(k, hood.inClass().k()) : 0];
    Arrays.setAll(voters, rank -> hood.inClass().row(base, rank));
    return voters;
  }

  /** Makes a row whose nominal features are anything yet. */
  private Draft ofNumbers(int base, long copy, long copies, KeyedRandom random) {
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

  private Draft copyOf(int base) {
    return new Draft(base, base, 0, RowBlend.inForm(read(base), rows.sparse[base]));
  }

  private Draft onSegment(int base, long copy, long copies, KeyedRandom random) {
    int partner = choice.draw(base, random);
    double gap = gap(base, partner, copy, copies, random);
    double @Nullable [] center = choice.center(base);
    FeatureRow end = center == null ? read(partner) : dense(center);
    boolean asSparse = rows.sparse[base] && (center != null || rows.sparse[partner]);
    return new Draft(base, partner, gap, blend(read(base), end, gap, asSparse));
  }

  private static FeatureRow blend(FeatureRow base, FeatureRow end, double gap, boolean asSparse) {
    boolean mixed = base.sparse != end.sparse;
    return RowBlend.between(mixed ? RowBlend.inForm(base, false) : base, end, gap, asSparse);
  }

  private double gap(int base, int partner, long copy, long copies, KeyedRandom random) {
    return switch (parts.geometry()) {
      case SAFE_SEGMENT -> safeGap(base, partner, random);
      case EVEN_STEPS -> (copy + 1.0) / (copies + 1.0);
      case IN_OR_OUT ->
          hood.isInDanger(base) ? random.nextDouble() : -OUT_STEP * random.nextDouble();
      default -> choice.reach(partner) * random.nextDouble();
    };
  }

  /** A mean is taken for as safe as the base. */
  private double safeGap(int base, int partner, KeyedRandom random) {
    int safe = hood.friends(base, reach);
    int other = partner == Draft.NOBODY ? safe : hood.friends(partner, reach);
    return Shapes.safeGap(safe, other, random);
  }

  /** Beside the segment: in the box that it spans, or in a ball that reaches to the partner. */
  private Draft beside(int base, KeyedRandom random) {
    int partner = choice.draw(base, random);
    double @Nullable [] center = choice.center(base);
    double[] from = values(base);
    double[] to = center == null ? values(partner) : center.clone();
    nominal.clear(to);
    double[] made = new double[from.length];
    if (parts.geometry() == Geometry.FEATURE_GAPS) {
      Shapes.perFeatureGaps(from, to, random, made);
    } else {
      inBall(from, to, random, made);
    }

    return draft(base, partner, made);
  }

  /** The ball is round as distances see it. */
  private void inBall(double[] from, double[] to, KeyedRandom random, double[] made) {
    for (int j = 0; j < made.length; j++) {
      from[j] *= weights[j];
      to[j] *= weights[j];
    }

    double truncation = settings.truncationFactor();
    Shapes.ball(from, to, truncation, settings.deformationFactor(), random, made);
    for (int j = 0; j < made.length; j++) {
      made[j] /= weights[j];
    }
  }

  private Draft inNeighborhood(int base, KeyedRandom random) {
    double[][] corners = new double[k + 1][];
    corners[0] = values(base);
    for (int rank = 0; rank < k; rank++) {
      corners[rank + 1] = values(hood.inClass().row(base, rank));
    }

    double[] made = new double[corners[0].length];
    if (parts.geometry() == Geometry.SIMPLEX) {
      Shapes.simplex(corners, random, made);
    } else {
      Kernels.gaussian(corners, random, made);
    }

    return draft(base, Draft.NOBODY, made);
  }

  private Draft around(int base, KeyedRandom random) {
    double[] made = new double[weights.length];
    Kernels.smoothed(values(base), bandwidth, random, made);
    return draft(base, Draft.NOBODY, made);
  }

  private Draft draft(int base, int partner, double[] made) {
    FeatureRow features = RowBlend.inForm(dense(made), rows.sparse[base]);
    return new Draft(base, partner, Double.NaN, features);
  }

  private double[] values(int row) {
    double[] values = new double[weights.length];
    read(row).copyTo(values, 0);
    nominal.clear(values);
    return values;
  }

  private FeatureRow read(int row) {
    FeatureRow features = new FeatureRow();
    rows.store.read(rows.pointOf[row], features);
    return features;
  }

  private static FeatureRow dense(double[] values) {
    FeatureRow row = new FeatureRow();
    row.setDense(values);
    return row;
  }
}

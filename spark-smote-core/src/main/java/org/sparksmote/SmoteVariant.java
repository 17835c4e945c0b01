// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.sparksmote.internal.variants.Geometry.SEGMENT;
import static org.sparksmote.internal.variants.Partner.CLASS_NEIGHBORS;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.internal.making.Resampling;
import org.sparksmote.internal.variants.Acceptance;
import org.sparksmote.internal.variants.BaseWeight;
import org.sparksmote.internal.variants.Geometry;
import org.sparksmote.internal.variants.Part;
import org.sparksmote.internal.variants.Partner;
import org.sparksmote.internal.variants.Recipe;
import org.sparksmote.internal.variants.VariantParts;
import org.sparksmote.internal.variants.VariantSettings;
import org.sparksmote.internal.weights.BalanceSettings;

/**
 * The over-samplers that have a name, each a row of parts: which rows are bases, what their partner
 * is, where between them a new row lies, and whether it is kept. A {@link Smote} can also set each
 * part on its own.
 */
public enum SmoteVariant {
  /** Copies of rows. */
  RANDOM(
      new Parts(Partner.NONE, Geometry.COPY).nominal(NominalRule.BASE),
      "random over-sampling",
      "as a baseline, and with learners that weigh rows"),

  /** Smoothed bootstrap. */
  ROSE(
      new Parts(Partner.NONE, Geometry.SMOOTHED_BOOTSTRAP).nominal(NominalRule.BASE),
      "Menardi and Torelli 2014",
      "small classes without much structure"),

  /** The classic. */
  SMOTE(
      new Parts(CLASS_NEIGHBORS, SEGMENT),
      "Chawla, Bowyer, Hall and Kegelmeyer 2002",
      "numeric features, a class that hangs together"),

  /** SMOTE from rows in danger. */
  BORDERLINE1(
      new Parts(CLASS_NEIGHBORS, SEGMENT).base(BaseWeight.DANGER),
      "Han, Wang and Mao 2005",
      "classes that overlap at their border, little noise"),

  /** SMOTE from rows in danger, also a little towards other classes. */
  BORDERLINE2(
      new Parts(Partner.ALL_NEIGHBORS, SEGMENT).base(BaseWeight.DANGER),
      "Han, Wang and Mao 2005",
      "as borderline1, to push the border outwards"),

  /** SMOTE from the support vectors of a linear SVM. */
  SVM(
      new Parts(CLASS_NEIGHBORS, Geometry.IN_OR_OUT).base(BaseWeight.SUPPORT_VECTORS),
      "Nguyen, Cooper and Kamei 2011",
      "a border that a linear model nearly finds"),

  /** SMOTE inside clusters, more where rows are sparse. */
  KMEANS(
      new Parts(CLASS_NEIGHBORS, SEGMENT).base(BaseWeight.CLUSTER_SPARSITY),
      "Douzas, Bacao and Last 2018",
      "a class of several separate groups of unlike size"),

  /** SMOTE with more rows where other classes are near. */
  ADASYN(
      new Parts(CLASS_NEIGHBORS, SEGMENT).base(BaseWeight.ENEMY_DENSITY),
      "He, Bai, Garcia and Li 2008",
      "hard regions matter, labels are clean"),

  /** SMOTE that stays near the safer end. */
  SAFE_LEVEL(
      new Parts(CLASS_NEIGHBORS, Geometry.SAFE_SEGMENT).base(BaseWeight.SAFE_LEVEL),
      "Bunkhumpornpat, Sinapiromsaran and Lursinsap 2009",
      "noisy labels, overlapping classes"),

  /** Safe level or borderline, as the data suggests. */
  SL_GRAPH(
      new Parts(CLASS_NEIGHBORS, Geometry.SAFE_SEGMENT).base(BaseWeight.SAFETY_SKEW),
      "Bunkhumpornpat and Subpaiboonkit 2013",
      "unknown amount of overlap"),

  /** In a ball instead of on a segment. */
  GEOMETRIC(
      new Parts(Partner.COMBINED, Geometry.BALL),
      "Douzas and Bacao 2019",
      "few rows, more variety wanted"),

  /** From the normal distribution of a neighbourhood. */
  MGS(
      new Parts(Partner.NONE, Geometry.GAUSSIAN),
      "Sakho, Malherbe and Scornet 2024",
      "learners that overfit to segments"),

  /** In the convex hull of a neighbourhood. */
  SIMPLEX(
      new Parts(Partner.NONE, Geometry.SIMPLEX),
      "Kachan and others 2025 (simplicial SMOTE), one simplex per neighbourhood",
      "as smote, with new rows less on lines"),

  /** At even steps towards the mean of the class. */
  POLYNOM_STAR(
      new Parts(Partner.CLASS_MEAN, Geometry.EVEN_STEPS),
      "Gazzah and Essoukri Ben Amara 2008",
      "one convex class; the cheapest, no neighbour is searched"),

  /** Between any two rows of the class. */
  POLYNOM_MESH(
      new Parts(Partner.CLASS_RANDOM, SEGMENT),
      "Gazzah and Essoukri Ben Amara 2008",
      "one convex class, more variety than polynom_star"),

  /** Between rows at a like distance from the other classes, more near them. */
  PROWSYN(
      new Parts(Partner.SAME_CLUSTER, SEGMENT).base(BaseWeight.MAJORITY_PROXIMITY),
      "Barua, Islam and Murase 2013",
      "a convex class whose border matters"),

  /** Between rows of a cluster, more from informative border rows. */
  MWMOTE(
      new Parts(Partner.SAME_CLUSTER, SEGMENT).base(BaseWeight.BORDER_INFORMATION),
      "Barua, Islam, Yao and Murase 2014",
      "several groups, noise, a border that matters"),

  /** SMOTE that rejects new rows among other classes. */
  LEE(
      new Parts(CLASS_NEIGHBORS, SEGMENT).accept(Acceptance.ENEMY_SHARE),
      "Lee, Kim and Lee 2015",
      "overlap, where precision must not suffer"),

  /** SMOTE from dense places, with a gap per feature. */
  SMOBD(
      new Parts(CLASS_NEIGHBORS, Geometry.FEATURE_GAPS).base(BaseWeight.DENSITY),
      "Cao and Wang 2011, with neighbour distances for OPTICS",
      "a class with outliers"),

  /** Between rows and the mean of their cluster, every cluster alike. */
  CURE(
      new Parts(Partner.CLUSTER_MEAN, SEGMENT).base(BaseWeight.CLUSTER_EVEN),
      "Ma and Fan 2017, with k-means for CURE",
      "groups of unlike size, outliers"),

  /** Between rows and the mean of their cluster. */
  CENTER_POINT(
      new Parts(Partner.CLUSTER_MEAN, SEGMENT),
      "Bao and Yang 2023, with k-means centres",
      "compact groups"),

  /** A random walk that keeps mean and deviations. */
  RWO(
      new Parts(Partner.NONE, Geometry.RANDOM_WALK).nominal(NominalRule.BASE),
      "Zhang and Li 2014",
      "the class's mean and spread must stay"),

  /** SMOTE for numeric and nominal features together. */
  SMOTENC(
      new Parts(CLASS_NEIGHBORS, SEGMENT).nominal(NominalRule.VOTE),
      "Chawla, Bowyer, Hall and Kegelmeyer 2002",
      "numeric and categorical columns"),

  /** SMOTE for nominal features only. */
  SMOTEN(
      new Parts(CLASS_NEIGHBORS, SEGMENT).nominal(NominalRule.VALUE_DIFFERENCE),
      "Chawla, Bowyer, Hall and Kegelmeyer 2002",
      "categorical columns only");

  @SuppressWarnings("ImmutableEnumChecker") // a record of enums
  private final Parts parts;

  private final String source;
  private final String helps;

  SmoteVariant(Parts parts, String source, String helps) {
    this.parts = parts;
    this.source = source;
    this.helps = helps;
  }

  /** The variant that users name so. */
  static SmoteVariant of(String label) {
    return Arrays.stream(values())
        .filter(variant -> variant.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(label));
  }

  /** What a stage reads of rows of that schema, for its settings; refuses what it cannot. */
  static InputSchema input(SmoteParams params, StructType schema) {
    Resampling.requireSettings(params);
    return InputSchema.resolve(params, recipe(params).nominalDemand(), schema);
  }

  /** The columns behind a stage, for its settings. */
  static StructType output(SmoteParams params, StructType schema) {
    return BalanceSettings.of(params).addTo(input(params, schema).output());
  }

  /** What a stage is set to: the parts of its variant, with those that were set on their own. */
  static Recipe recipe(VariantParams params) {
    VariantParts named = of(params.getVariant()).parts();
    VariantParts parts =
        new VariantParts(
            Part.of(BaseWeight.values(), params.getBaseWeight()),
            Part.of(Partner.values(), params.getPartner()),
            Part.of(Geometry.values(), params.getGeometry()),
            Part.of(Acceptance.values(), params.getAcceptance()),
            named.nominal());
    VariantSettings settings =
        new VariantSettings(
            params.getMNeighbors(),
            params.getNumClusters(),
            params.getClusterBalanceThreshold(),
            params.getShrinkage(),
            params.getTruncationFactor(),
            params.getDeformationFactor());
    return new Recipe(
        params.getVariant(),
        parts,
        settings,
        params.getCleaning(),
        params.getOnShortfall().equals("fallback"));
  }

  /** The names of the variants that read a setting; none where all do. */
  static List<String> reading(String setting) {
    return Arrays.stream(values())
        .filter(variant -> variant.parts().reads(setting))
        .map(SmoteVariant::label)
        .toList();
  }

  /** The name of the variant as {@code variant} takes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Who described the algorithm, and when; with what it was simplified to, if it was. */
  public String source() {
    return source;
  }

  /** What kind of data it is for. */
  public String helps() {
    return helps;
  }

  /** What it is made of, by the name of the setting. */
  VariantParts parts() {
    return parts.parts;
  }

  /** Builds a row of the table: what is usual need not be said. */
  private record Parts(VariantParts parts) {

    Parts(Partner partner, Geometry geometry) {
      this(
          new VariantParts(
              BaseWeight.UNIFORM, partner, geometry, Acceptance.NONE, NominalRule.REFUSED));
    }

    Parts base(BaseWeight weight) {
      return new Parts(parts.withBaseWeight(weight));
    }

    Parts accept(Acceptance acceptance) {
      return new Parts(
          new VariantParts(
              parts.baseWeight(), parts.partner(), parts.geometry(), acceptance, parts.nominal()));
    }

    Parts nominal(NominalRule rule) {
      return new Parts(
          new VariantParts(
              parts.baseWeight(), parts.partner(), parts.geometry(), parts.acceptance(), rule));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import java.util.List;
import java.util.Set;

/** How the new rows are shared out over the rows of a class: which rows are bases, how often. */
public enum BaseWeight implements Part {
  /** Every row alike. */
  UNIFORM,

  /** Rows in danger: at least half of their mNeighbors nearest rows are of other classes. */
  DANGER(Need.ENEMIES),

  /** In proportion to the other-class rows among the kNeighbors nearest. */
  ENEMY_DENSITY(Need.ENEMIES),

  /** Rows with at least one row of their class among the kNeighbors nearest. */
  SAFE_LEVEL(Need.ENEMIES),

  /** Safe level, or danger when few rows are safe: by the skewness of the safe levels. */
  SAFETY_SKEW(Need.ENEMIES),

  /** Support vectors of a linear SVM that are no noise. */
  SUPPORT_VECTORS(Need.ENEMIES, Need.PLANE),

  /** Clusters of few rows far apart get more; clusters among other classes none. */
  CLUSTER_SPARSITY(Need.EVERY_ENEMY),

  /** Every cluster alike, whatever its size. */
  CLUSTER_EVEN,

  /** Rows in levels of nearness to the other classes, nearer levels more. */
  MAJORITY_PROXIMITY(Need.EVERY_ENEMY),

  /** Rows that border rows of other classes closely and in sparse places. */
  BORDER_INFORMATION(Need.EVERY_ENEMY),

  /** Dense places of the class more, noise nothing. */
  DENSITY(Need.NEIGHBORS);

  /** How many times k rows {@link #DENSITY} looks at. */
  public static final int DENSITY_REACH = 4;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<Need> needs;

  BaseWeight(Need... needs) {
    this.needs = Set.of(needs);
  }

  @Override
  public boolean asks(Need need) {
    return needs.contains(need);
  }

  @Override
  public List<String> settings() {
    return switch (this) {
      case UNIFORM -> List.of();
      case DANGER, SAFETY_SKEW, SUPPORT_VECTORS -> List.of("mNeighbors", "onShortfall");
      case CLUSTER_SPARSITY -> List.of("numClusters", "clusterBalanceThreshold", "onShortfall");
      case CLUSTER_EVEN -> List.of("numClusters", "onShortfall");
      default -> List.of("onShortfall");
    };
  }

  /** What the rows of a cell are put into groups by, where groups are asked for. */
  public enum Grouping {
    /** Clusters of the rows of the class. */
    CLUSTERS,

    /** Clusters of all rows: how mixed they are is what counts. */
    MIXED_CLUSTERS,

    /** Levels of nearness to the other classes. */
    LEVELS
  }

  /** How groups are made where this weighs rows. */
  public Grouping grouping() {
    return switch (this) {
      case CLUSTER_SPARSITY -> Grouping.MIXED_CLUSTERS;
      case MAJORITY_PROXIMITY -> Grouping.LEVELS;
      default -> Grouping.CLUSTERS;
    };
  }

  /** Whether neighbours must be of the same group. */
  public boolean keepsNeighborsInGroups() {
    return grouping() == Grouping.MIXED_CLUSTERS;
  }

  /** How many neighbours in the class it asks for, as a multiple of k. */
  int reach() {
    return this == DENSITY ? DENSITY_REACH : 1;
  }

  /** Whether it is groups that weigh, and the rows of a group share evenly. */
  public boolean weighsGroups() {
    return this == CLUSTER_SPARSITY || this == CLUSTER_EVEN || this == MAJORITY_PROXIMITY;
  }

  /** Whether the weights of a whole class must be known before any row is made. */
  public boolean needsSurvey() {
    return this != UNIFORM;
  }
}

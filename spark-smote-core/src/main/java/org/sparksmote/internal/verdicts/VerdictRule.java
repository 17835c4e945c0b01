// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.verdicts;

import java.io.Serializable;
import org.sparksmote.internal.routing.CellNeeds;

/**
 * By what a row is judged: its k nearest rows. A row is never its own neighbour, but its identical
 * copies are, at distance 0. Of rows that are equally far, those of other classes come first, by
 * ascending label, and those of its own class last: in doubt it is removed. So a verdict rests on
 * distances and labels alone, identical rows of one class get the same one, and no order of rows
 * matters.
 *
 * @param kind what its neighbours must be like
 * @param k how many are asked
 * @param threshold of neighbourhood cleaning: neighbours of a class go if it has more rows than
 *     this share of the smallest class
 */
public record VerdictRule(Kind kind, int k, double threshold) implements Serializable {

  /**
   * A neighbour beyond a border that is missed may turn a verdict, where a partner has stand-ins.
   * Where rows are in groups, no bucket takes so many; where they are anywhere, it must.
   */
  private static final double COPIES = 2;

  /** What makes a row go. */
  public enum Kind {
    /** It and a row of another class are as near to each other as no row is to either. */
    TOMEK,

    /** Not all of its neighbours are of its class. */
    ENN_ALL,

    /** Most of its neighbours are of another class; of equally many, the smaller label counts. */
    ENN_MODE,

    /** The same, or it is a neighbour of such a row of the smallest class. */
    NCR
  }

  public static VerdictRule tomek() {
    return new VerdictRule(Kind.TOMEK, 1, 0);
  }

  /** Of edited nearest neighbours. */
  public static VerdictRule edited(int k, boolean byMode) {
    return new VerdictRule(byMode ? Kind.ENN_MODE : Kind.ENN_ALL, k, 0);
  }

  /** Of neighbourhood cleaning. */
  public static VerdictRule neighbourhood(int k, double threshold) {
    return new VerdictRule(Kind.NCR, k, threshold);
  }

  /** The same with another number of neighbours. */
  VerdictRule asking(int neighbours) {
    return new VerdictRule(kind, neighbours, threshold);
  }

  /** Whether the class counts that most neighbours have. */
  boolean isByMode() {
    return kind == Kind.ENN_MODE || kind == Kind.NCR;
  }

  /** Whether rows of several other classes must be told from each other. */
  boolean needsLabels(int classes) {
    return isByMode() && classes > 2;
  }

  /** One neighbour more than asked shows whether the last one is farther than all others. */
  int searched() {
    return k + 1;
  }

  /** What the search must bring. */
  CellNeeds needs() {
    boolean mutual = kind == Kind.TOMEK; // asks for the neighbours of neighbours too
    CellNeeds.Enemies enemies = mutual ? CellNeeds.Enemies.ALL : CellNeeds.Enemies.NEAR;
    return new CellNeeds(true, true, 1, enemies, mutual, true, 0, COPIES);
  }
}

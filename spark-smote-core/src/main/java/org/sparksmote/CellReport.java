// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.Serializable;

/**
 * What the rows of a cell weigh together.
 *
 * @param cell the cell
 * @param rule how they were weighed
 * @param eligible rows that may be bases
 * @param sum of their weights
 * @param logScale logarithm of what the sum is to be multiplied with to compare cells
 * @param histogram rows by level, if the rule has levels
 */
record CellReport(
    int cell, BaseWeight rule, long eligible, double sum, double logScale, long[] histogram)
    implements Serializable {}

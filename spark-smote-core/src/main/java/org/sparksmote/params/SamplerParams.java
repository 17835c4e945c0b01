// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.params;

/** The settings of samplers that look at neighbours: columns, classes and the search. */
public interface SamplerParams extends ColumnParams, StrategyParams, NeighborParams {}

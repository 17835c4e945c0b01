// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import java.io.Serializable;

/** Numbers that some variants need; what each means stands at the setting of its name. */
public record VariantSettings(
    int mNeighbors,
    int numClusters,
    double clusterBalanceThreshold,
    double shrinkage,
    double truncationFactor,
    double deformationFactor)
    implements Serializable {}

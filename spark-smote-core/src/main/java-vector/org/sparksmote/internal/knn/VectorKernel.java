// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/** The kernel with explicit vectors; the one name that the rest of the library knows of it. */
final class VectorKernel implements KernelChoice.Kernel {

  VectorKernel() {}

  @Override
  public Columns columns(int slots, int dims) {
    return new VectorColumns(slots, dims);
  }
}

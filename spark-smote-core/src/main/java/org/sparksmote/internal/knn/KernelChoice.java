// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.knn;

/**
 * The distance kernel of this JVM: explicit vectors where the incubating Vector API is there (Spark
 * 4 starts its JVMs with it), loops that the JIT compiler vectorises elsewhere.
 */
final class KernelChoice {

  /** Makes the columns that a kernel works on. */
  interface Kernel {
    Columns columns(int slots, int dims);
  }

  private static final String MODULE = "jdk.incubator.vector";

  static final Kernel BEST = best();

  private KernelChoice() {}

  /** The class is named, not referred to, so that nothing breaks where the module is missing. */
  private static Kernel best() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return PortableColumns::new;
    }

    try {
      return Class.forName("org.sparksmote.internal.knn.VectorKernel")
          .asSubclass(Kernel.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      return PortableColumns::new; // a later JDK may have changed an API that is still incubating
    }
  }
}

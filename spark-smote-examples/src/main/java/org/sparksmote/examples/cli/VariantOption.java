// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.sparksmote.SmoteVariant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that names an over-sampler, the same for every command. */
public final class VariantOption {

  @Option(
      names = "--variant",
      paramLabel = "NAME",
      converter = Converter.class,
      completionCandidates = Names.class,
      description = {
        "The over-sampler; default smote. All names, which spark-smote variants explains:",
        "${COMPLETION-CANDIDATES}."
      })
  private SmoteVariant variant = SmoteVariant.SMOTE;

  public VariantOption() {}

  /** The variant asked for. */
  public SmoteVariant variant() {
    return variant;
  }

  private static List<String> labels() {
    return Arrays.stream(SmoteVariant.values()).map(SmoteVariant::label).toList();
  }

  /** The names for the help. */
  static final class Names implements Iterable<String> {

    Names() {}

    @Override
    public Iterator<String> iterator() {
      return labels().iterator();
    }
  }

  /** Reads a name as the library writes it. */
  public static final class Converter implements ITypeConverter<SmoteVariant> {

    Converter() {}

    @Override
    public SmoteVariant convert(String name) {
      return Arrays.stream(SmoteVariant.values())
          .filter(variant -> variant.label().equals(name))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException(unknown(name)));
    }

    private static String unknown(String name) {
      return "'" + name + "' is no variant. The variants are " + String.join(", ", labels()) + ".";
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sparksmote.Smote;
import org.sparksmote.SmoteVariant;

/**
 * The page about the over-samplers: a table from the library's own, with notes around it.
 *
 * @param costs what each takes; empty if nothing was measured
 * @param measurement how it was measured, in a sentence
 */
record VariantsPage(Map<SmoteVariant, VariantCosts.Cost> costs, String measurement) {

  private static final List<String> HEADER =
      List.of(
          "variant", "baseWeight", "partner", "geometry", "acceptance", "source", "when it helps");

  private static final String COST = "cost";

  VariantsPage {
    costs = Map.copyOf(costs);
  }

  static VariantsPage unmeasured() {
    return new VariantsPage(Map.of(), "Costs were not measured.");
  }

  /** The page with costs relative to smote, and where they are from. */
  static VariantsPage measured(VariantCosts.Costs found, String command, String machine) {
    String text =
        String.format(
            Locale.ROOT,
            "*cost* is time relative to `smote` (%.1f s), which ran right before each of the others,"
                + " median of three rounds, from `%s` on %s. `smotenc` was given features half of"
                + " which are nominal, and `smoten` nominal ones, of 2 to 50 values each.",
            found.smoteSeconds(),
            command,
            machine);
    return new VariantsPage(found.costs(), text);
  }

  /** What the table says of a variant, but for its cost. */
  static List<String> cells(SmoteVariant variant) {
    Smote smote = new Smote().setVariant(variant.label());
    return List.of(
        "`" + variant.label() + "`",
        smote.getBaseWeight(),
        smote.getPartner(),
        smote.getGeometry(),
        smote.getAcceptance(),
        variant.source(),
        variant.helps());
  }

  /** The table in Markdown. */
  String table() {
    List<String> header = new ArrayList<>(HEADER);
    if (!costs.isEmpty()) {
      header.add(COST);
    }

    StringBuilder table = new StringBuilder();
    table.append(line(header)).append("|---".repeat(header.size())).append("|\n");
    for (SmoteVariant variant : SmoteVariant.values()) {
      List<String> cells = new ArrayList<>(cells(variant));
      if (!costs.isEmpty()) {
        cells.add(cost(variant));
      }

      table.append(line(cells));
    }

    return table.toString();
  }

  private String cost(SmoteVariant variant) {
    VariantCosts.@Nullable Cost cost = costs.get(variant);
    if (cost == null) {
      return "–";
    }

    String note = cost.note().isEmpty() ? "" : " (" + cost.note() + ")";
    return String.format(Locale.ROOT, "%.1f%s", cost.relative(), note);
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** The whole page. */
  @Override
  public String toString() {
    return template().replace("{table}", table()).replace("{measurement}", measurement);
  }

  private static String template() {
    try (@Nullable InputStream in =
        VariantsPage.class.getResourceAsStream("/org/sparksmote/examples/variants.md")) {
      if (in == null) {
        throw new IllegalStateException("variants.md is not in the jar");
      }

      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

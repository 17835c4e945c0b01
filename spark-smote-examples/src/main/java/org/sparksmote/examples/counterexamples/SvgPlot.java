// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.counterexamples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plot of curves between 0 and 1 as an SVG file, which any browser shows. */
final class SvgPlot {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;
  private static final int LEFT = 50;
  private static final int TOP = 40;
  private static final int BOTTOM = 40;
  private static final int RIGHT = 200;

  /** Colours that are told apart also without seeing red and green (Okabe and Ito). */
  private static final List<String> COLOURS =
      List.of("#000000", "#0072B2", "#56B4E9", "#009E73", "#D55E00", "#CC79A7", "#E69F00");

  private final double from;
  private final double to;
  private final List<String> parts = new ArrayList<>();
  private int curves;

  SvgPlot(String title, double from, double to) {
    this.from = from;
    this.to = to;
    text(LEFT, TOP / 2 + 4, "start", title);
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double y = y(tenth / 10.0);
      line(LEFT, y, WIDTH - RIGHT, y, "#dddddd");
      text(LEFT - 6, y + 4, "end", String.format(Locale.ROOT, "%.1f", tenth / 10.0));
    }

    for (int x = (int) Math.ceil(from); x <= to; x += 2) {
      text(x(x), HEIGHT - BOTTOM + 18, "middle", String.valueOf(x));
    }
  }

  private double x(double value) {
    return LEFT + (WIDTH - RIGHT - LEFT) * (value - from) / (to - from);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value;
  }

  private void line(double x1, double y1, double x2, double y2, String colour) {
    parts.add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
            x1,
            y1,
            x2,
            y2,
            colour));
  }

  private void text(double x, double y, String anchor, String words) {
    parts.add(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            x,
            y,
            anchor,
            words.replace("&", "&amp;").replace("<", "&lt;")));
  }

  /** Adds a curve, with its name at the side. */
  void curve(String name, double[] places, double[] values) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < places.length; i++) {
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(places[i]), y(values[i])));
    }

    String colour = COLOURS.get(curves % COLOURS.size());
    parts.add(
        "<polyline fill=\"none\" stroke-width=\"2\" stroke=\""
            + colour
            + "\" points=\""
            + points.toString().trim()
            + "\"/>");
    double y = TOP + 12 + 20.0 * curves++;
    line(WIDTH - RIGHT + 12, y, WIDTH - RIGHT + 32, y, colour);
    text(WIDTH - RIGHT + 38, y + 4, "start", name);
  }

  @Override
  public String toString() {
    String head =
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\""
                + " height=\"100%%\" fill=\"white\"/>%n",
            WIDTH,
            HEIGHT);
    return head + String.join(System.lineSeparator(), parts) + "\n</svg>\n";
  }
}

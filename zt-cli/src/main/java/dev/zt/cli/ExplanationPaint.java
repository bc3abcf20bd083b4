package dev.zt.cli;

import dev.zt.Explanation;
import dev.zt.cli.terminal.Palette;

/** The text of an explanation, its outcome painted. */
final class ExplanationPaint {
  private ExplanationPaint() {}

  static String of(Explanation explanation, Palette palette) {
    String outcome = explanation.decision().outcome().name();
    return explanation
        .text()
        .replaceFirst(outcome, palette.outcome(explanation.decision().outcome(), outcome))
        .stripTrailing();
  }
}

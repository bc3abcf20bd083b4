package dev.zt.test.mutation;

import dev.zt.test.PreparedCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as text. */
final class MutationText {
  private final List<String> lines = new ArrayList<>();

  private MutationText() {}

  static String of(MutationReport report) {
    MutationText text = new MutationText();
    report.survivors().forEach(text::survivor);
    text.counts(report);
    return String.join("\n", text.lines) + "\n";
  }

  private void survivor(MutantResult.Survived survived) {
    Mutant mutant = survived.mutant();
    SourceDiff diff = mutant.diff();
    lines.add(diff.file() + ":" + diff.line() + ": no test notices: " + mutant.kind());
    diff.toString().lines().forEach(line -> lines.add("  " + line));
    Suggestion suggestion = survived.suggestion();
    if (suggestion == null) {
      lines.add("  no request was found that tells them apart");
    } else {
      suggestion(suggestion);
    }
    lines.add("");
  }

  private void suggestion(Suggestion suggestion) {
    PreparedCase basis = suggestion.basis();
    String line = suggestion.line();
    if (basis != null && line != null) {
      lines.add(
          "  add to the test \""
              + basis.test().name()
              + "\", below line "
              + suggestion.below()
              + " of "
              + basis.testCase().span().file()
              + ":");
      lines.add("    " + line);
    } else {
      lines.add("  add:");
      suggestion.block().lines().forEach(each -> lines.add("    " + each));
    }
  }

  private void counts(MutationReport report) {
    lines.add("killed  survived  equivalent  mutants");
    report.byKind().forEach((kind, counts) -> lines.add(row(counts) + kind));
    MutationReport.Counts all = report.counts();
    lines.add(row(all) + "all");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "mutation score %.1f %%: %d of %d, by %d cases%s",
            Math.floor(report.score() * 1000) / 10,
            all.killed(),
            all.killed() + all.survived(),
            report.cases(),
            report.leftOut() == 0 ? "" : " (" + report.leftOut() + " do not pass)"));
  }

  private static String row(MutationReport.Counts counts) {
    return String.format(
        Locale.ROOT, "%6d  %8d  %10d  ", counts.killed(), counts.survived(), counts.equivalent());
  }
}

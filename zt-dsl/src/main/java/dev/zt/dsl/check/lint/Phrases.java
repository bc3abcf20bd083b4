package dev.zt.dsl.check.lint;

import dev.zt.policy.Expr;

/** Says in the author's words why a condition cannot come out as it must. */
final class Phrases {
  private Phrases() {}

  static String of(Clash clash) {
    String condition = Findings.quoted(clash.shown());
    boolean alone = clash.others().stream().allMatch(other -> other.shown() == clash.shown());
    if (alone) {
      return condition + (clash.wanted() ? " is never true" : " is true whenever it is known");
    }
    if (clash.others().size() > 1) {
      return condition
          + (clash.wanted()
              ? " is never true together with the conditions before it"
              : " is always true together with the conditions before it");
    }
    Atom other = clash.others().get(0);
    return pair(condition, clash.wanted(), Findings.quoted(other.shown()), other.shownWanted());
  }

  private static String pair(String condition, boolean wanted, String other, boolean otherWanted) {
    if (wanted == otherWanted) {
      return wanted
          ? other + " and " + condition + " are never both true"
          : other + " or " + condition + " is true whenever both are known";
    }
    return wanted
        ? other + " is true wherever " + condition + " is"
        : condition + " is true wherever " + other + " is";
  }

  /** What would mend conditions that are joined with each other. */
  static String help(Clash clash) {
    return clash.wanted() ? "did you mean `or`?" : "did you mean `and`?";
  }

  /** Whether a clash is one between parts of this expression, joined with each other. */
  static boolean isWithin(Clash clash, Expr expr, boolean wanted) {
    Search.Parts parts = new Search(false).parts(expr, wanted);
    return !clash.others().isEmpty()
        && parts.atoms().stream().anyMatch(atom -> atom.shown() == clash.shown())
        && clash.others().stream()
            .allMatch(
                other -> parts.atoms().stream().anyMatch(atom -> atom.shown() == other.shown()));
  }
}

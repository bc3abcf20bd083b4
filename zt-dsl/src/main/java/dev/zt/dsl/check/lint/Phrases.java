package dev.zt.dsl.check.lint;

import dev.zt.policy.Expr;
import org.jspecify.annotations.Nullable;

/** Says in the author's words why a condition cannot come out as it must. */
final class Phrases {
  private Phrases() {}

  static String of(Clash clash) {
    String condition = Findings.quoted(clash.shown());
    boolean alone = clash.others().stream().allMatch(other -> other.shown() == clash.shown());
    if (alone) {
      String always =
          new Outcomes(Assumption.NOTHING).canBeUnknown(clash.shown())
              ? " is true whenever it is known"
              : " is always true";
      return condition + (clash.wanted() ? " is never true" : always);
    }
    if (clash.others().size() > 1) {
      return condition
          + (clash.wanted() ? " is never true" : " is always true")
          + " together with the conditions before it";
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
    if (condition.equals(other)) {
      return condition + " is asked for together with its opposite";
    }
    return wanted
        ? other + " is true wherever " + condition + " is"
        : condition + " is true wherever " + other + " is";
  }

  /**
   * The connective that was probably meant between a condition and the one that it clashes with;
   * null when it would be no better.
   */
  static @Nullable String help(Clash clash, Demands demands) {
    if (clash.others().size() != 1) {
      return null;
    }
    Atom other = clash.others().get(0);
    Constraints opposite = new Constraints(demands);
    Search search = new Search(true);
    boolean better =
        clash.wanted() == other.shownWanted()
            && search.add(other.shown(), !other.shownWanted(), opposite) == null
            && search.add(clash.shown(), !clash.wanted(), opposite) == null;
    if (!better) {
      return null;
    }
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

package dev.zt.dsl.check.lint;

import dev.zt.policy.Affix;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Value;
import java.util.List;

/** What tests of the beginning of a text tell. */
final class TextDemands {
  private final Told told;

  TextDemands(Told told) {
    this.told = told;
  }

  List<Demand> of(Expr.HasAffix affix, boolean wanted) {
    boolean prefix = affix.affix() == Affix.PREFIX;
    return prefix && Constants.of(affix.other()) instanceof Value.Text text
        ? begins(affix.text(), text.value(), wanted)
        : List.of(told.present(affix.text(), Presence.SOME));
  }

  List<Demand> of(Expr.MatchesGlob glob, boolean wanted) {
    PatternStart start = PatternStart.of(glob.pattern());
    if (start.whole()) {
      Values same = Values.comparing(CompareOp.EQ, start.text());
      return List.of(
          told.present(glob.text(), Presence.SOME),
          told.value(glob.text(), Told.wanted(same, wanted)));
    }
    return wanted || start.anyRest()
        ? begins(glob.text(), start.text(), wanted)
        : List.of(told.present(glob.text(), Presence.SOME));
  }

  private List<Demand> begins(Expr text, String prefix, boolean wanted) {
    boolean splitsPair =
        !prefix.isEmpty() && Character.isHighSurrogate(prefix.charAt(prefix.length() - 1));
    if (splitsPair && !wanted) {
      return List.of();
    }
    return List.of(
        told.present(text, Presence.SOME),
        told.value(text, Told.wanted(Values.startingWith(prefix), wanted)));
  }
}

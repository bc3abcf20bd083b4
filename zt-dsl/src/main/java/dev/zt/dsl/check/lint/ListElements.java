package dev.zt.dsl.check.lint;

import com.google.common.hash.HashCode;
import dev.zt.dsl.diagnostic.Code;
import dev.zt.policy.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Elements of lists that change nothing: those that stand there already, and impossible ones. */
final class ListElements {
  private final Findings findings;
  private final Kinds kinds;
  private final Meaning meaning;

  ListElements(Findings findings, Kinds kinds, Meaning meaning) {
    this.findings = findings;
    this.kinds = kinds;
    this.meaning = meaning;
  }

  void visit(Expr expr) {
    if (expr instanceof Expr.ListOf list) {
      repeated(list);
    } else if (expr instanceof Expr.InHierarchy in
        && Constants.bare(in.container()) instanceof Expr.ListOf list) {
      impossible(in, list);
    }
  }

  private void repeated(Expr.ListOf list) {
    Set<HashCode> seen = new HashSet<>();
    for (Expr element : list.elements()) {
      if (!seen.add(meaning.of(element))) {
        findings.add(
            Code.REPEATED_ELEMENT,
            element.span(),
            Findings.quoted(element) + " stands in this list already",
            "leave it out");
      }
    }
  }

  private void impossible(Expr.InHierarchy in, Expr.ListOf list) {
    List<String> members = Kinds.ofOne(in.member().type());
    for (Expr element : list.elements()) {
      List<String> containers = Kinds.ofOne(element.type());
      boolean impossible =
          !members.isEmpty() && !containers.isEmpty() && !kinds.canBeIn(members, containers);
      if (impossible) {
        findings.add(
            Code.IMPOSSIBLE_MEMBER,
            element.span(),
            Kinds.anyOf(members) + " is never a member of " + Kinds.anyOf(containers),
            "leave " + Findings.quoted(element) + " out");
      }
    }
  }
}

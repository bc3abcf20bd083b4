package dev.zt.dsl.check.lint;

import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.SourceFiles;
import dev.zt.dsl.syntax.PolicyFile;
import dev.zt.policy.Elevation;
import dev.zt.policy.EveryExpression;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.util.List;

/**
 * Warns of rules that compile and are hardly what their author meant: that can never apply, say
 * nothing, or say it twice. A warning states what is certain, given that an unknown is neither true
 * nor false. The time it takes grows with the size of the set, whatever the rules have in common.
 */
public final class Lint {
  private Lint() {}

  /**
   * Adds a warning for each one; the files are those of the author, the standard ones not among
   * them.
   */
  public static void check(PolicySet set, List<PolicyFile> files, Diagnostics diagnostics) {
    SourceFiles sources = new SourceFiles(files.stream().map(PolicyFile::source).toList());
    Findings findings = new Findings(sources, diagnostics);
    WrittenRules written = new WrittenRules(files);
    Meaning meaning = new Meaning();
    Kinds kinds = new Kinds(set.schema());
    Demands inRules = new Demands(set.schema(), kinds, meaning, true);
    Demands inLets = new Demands(set.schema(), kinds, meaning, false);

    SameRules same = new SameRules(findings, meaning);
    NeverApplies never = new NeverApplies(findings, inRules);
    ConstantConditions constant = new ConstantConditions(findings, inRules, inLets);
    for (Rule rule : set.rules()) {
      never.rule(rule);
      constant.rule(rule);
      same.rule(rule);
      meaning.forgetRule();
    }
    for (Elevation elevation : set.elevations()) {
      never.elevation(elevation);
      constant.elevation(elevation);
      meaning.forgetRule();
    }
    set.behaviors().forEach(constant::behavior);
    same.check();
    new LackingFields(findings, set.schema()).check(set);
    new Reach(findings, sources, written).check(set);
    new OpenToAnyone(findings, sources, written).check(set);
    new ChallengeDrift(findings, sources, written).check(set);
    RegisteredMethods methods = new RegisteredMethods(findings);
    ListElements elements = new ListElements(findings, kinds, meaning);
    EveryExpression.of(
        set,
        expr -> {
          methods.visit(expr);
          elements.visit(expr);
        });
  }
}

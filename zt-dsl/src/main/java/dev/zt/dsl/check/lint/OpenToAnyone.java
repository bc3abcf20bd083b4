package dev.zt.dsl.check.lint;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.SourceFiles;
import dev.zt.dsl.syntax.Subjects;
import dev.zt.policy.Effect;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;

/** Permits for anyone under no condition. */
final class OpenToAnyone {
  private final Findings findings;
  private final SourceFiles files;
  private final WrittenRules written;

  OpenToAnyone(Findings findings, SourceFiles files, WrittenRules written) {
    this.findings = findings;
    this.files = files;
    this.written = written;
  }

  void check(PolicySet set) {
    set.rules().stream()
        .filter(rule -> rule.effect() == Effect.PERMIT)
        .filter(rule -> rule.scope().subjects().isEmpty())
        .filter(rule -> rule.when() == null && rule.unless() == null)
        .forEach(this::tell);
  }

  private void tell(Rule rule) {
    Source source = files.find(rule.span().file());
    dev.zt.dsl.syntax.Rule asWritten = written.rule(rule.span());
    Subjects subjects = asWritten == null ? null : asWritten.scope().subjects();
    if (source != null && subjects != null) {
      findings.add(
          Code.OPEN_TO_ANYONE,
          source,
          subjects.span(),
          "this permits anyone, under no condition",
          "say who is meant, or add a condition with `when`");
    }
  }
}

package dev.zt.conformance;

import dev.zt.dsl.PolicyCompiler;
import dev.zt.policy.PolicySet;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles what the properties make up. */
final class Compiled {
  private Compiled() {}

  static PolicySet of(List<Policies.Labelled> rules) {
    return PolicyCompiler.compile("t.zt", text(rules)).orThrow();
  }

  /** As {@link #of}, with declarations beside the common ones. */
  static PolicySet of(List<Policies.Labelled> rules, String declarations) {
    return PolicyCompiler.compile("t.zt", SampleSchema.TEXT + declarations + body(rules)).orThrow();
  }

  static String text(List<Policies.Labelled> rules) {
    return SampleSchema.TEXT + body(rules);
  }

  static String body(List<Policies.Labelled> rules) {
    return rules.stream()
        .map(Policies.Labelled::toString)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}

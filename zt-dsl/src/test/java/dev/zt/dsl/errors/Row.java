package dev.zt.dsl.errors;

import dev.zt.dsl.Diagnostic;
import dev.zt.dsl.PolicyCompiler;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A policy and what the compiler must say of it.
 *
 * @param title what is wrong with it
 * @param preamble the text before the policy that all rows of a table share
 * @param policy the text that is wrong
 * @param expected every error and warning in the form of {@link #said}
 */
record Row(String title, String preamble, String policy, String expected) {

  /** Whatever the compiler says of the policy: code, place, underlined text, message, help. */
  String said() {
    return diagnostics().stream().map(this::said).collect(Collectors.joining());
  }

  List<Diagnostic> diagnostics() {
    String text = policy.startsWith("module") ? policy : preamble + policy;
    return PolicyCompiler.compile("row.zt", text).diagnostics();
  }

  private String said(Diagnostic diagnostic) {
    long before = policy.startsWith("module") ? 0 : preamble.lines().count();
    String help = diagnostic.help();
    return diagnostic.code()
        + " "
        + (diagnostic.line() - before)
        + ":"
        + diagnostic.column()
        + " "
        + diagnostic.underlined().replace("\n", "⏎")
        + "\n  "
        + diagnostic.message()
        + "\n"
        + (help == null ? "" : "  > " + help + "\n");
  }
}

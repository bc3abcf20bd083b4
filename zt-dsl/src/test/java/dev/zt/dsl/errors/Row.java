package dev.zt.dsl.errors;

import dev.zt.dsl.Diagnostic;
import dev.zt.dsl.PolicyCompiler;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A policy and what the compiler must say of it.
 *
 * @param title what is wrong with it
 * @param preamble the text before the policy that all rows of a table share
 * @param policy the text that is wrong; several files each begin with a line {@code >>> name}
 * @param expected every error and warning in the form of {@link #said}
 */
record Row(String title, String preamble, String policy, String expected) {

  private static final String FILE = ">>> ";

  /** Whatever the compiler says of the policy: code, place, underlined text, message, help. */
  String said() {
    return diagnostics().stream().map(this::said).collect(Collectors.joining());
  }

  List<Diagnostic> diagnostics() {
    return PolicyCompiler.compile(files()).diagnostics();
  }

  private boolean hasFiles() {
    return policy.startsWith(FILE);
  }

  private boolean standsAlone() {
    return policy.startsWith("module") || hasFiles();
  }

  private Map<String, String> files() {
    if (!hasFiles()) {
      return Map.of("row.zt", standsAlone() ? policy : preamble + policy);
    }
    Map<String, String> files = new TreeMap<>();
    for (String file : policy.substring(FILE.length()).split("\n" + FILE)) {
      int name = file.indexOf('\n');
      files.put(file.substring(0, name), file.substring(name + 1));
    }
    return files;
  }

  private String said(Diagnostic diagnostic) {
    long before = standsAlone() ? 0 : preamble.lines().count();
    String help = diagnostic.help();
    return diagnostic.code()
        + " "
        + (hasFiles() ? diagnostic.file() + ":" : "")
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
